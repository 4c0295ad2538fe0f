import { type Part, partKey } from "@/lib/applications/draft";
import { partHref } from "@/lib/applications/next-step";

/** Last piece of the address of one part: the same as in a draft, and the key alone for a trajectory. */
export const partPath = (part: Part): string => partKey(part) ?? partHref("", part).split("/").at(-1) ?? "";

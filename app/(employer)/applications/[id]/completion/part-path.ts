import { type Part, partKey } from "@/lib/answers/draft";
import { partHref } from "@/lib/filing/next-step";

/** Last piece of the address of one part: the same as in a draft, and the key alone for a trajectory. */
export const partPath = (part: Part): string => partKey(part) ?? partHref("", part).split("/").at(-1) ?? "";

import { type Part, partKey } from "@/lib/answers/draft";
import { partHref } from "@/lib/filing/next-step";

/** Last segment of the address of one part: as in a draft, and only the key for a trajectory. */
export const partPath = (part: Part): string => partKey(part) ?? partHref("", part).split("/").at(-1) ?? "";

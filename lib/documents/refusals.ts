import type { State } from "@/lib/vocabulary/lifecycle";

/** Why the content of a file is not accepted. `looksLike` names the format when it is a known one. */
export type ContentRefusal =
  | { reason: "empty" }
  | { reason: "too-large" }
  | { reason: "virus" }
  | { reason: "svg" }
  | { reason: "wrong-type"; looksLike: string | undefined }
  | { reason: "damaged"; type: "pdf" | "png" | "jpg" }
  | { reason: "two-in-one" };

export type NameRefusal = { reason: "name-with-folder" } | { reason: "name-turned-around" };

export type DocumentRefusal =
  | ContentRefusal
  | NameRefusal
  | { reason: "no-file" }
  | { reason: "too-many"; most: number }
  | { reason: "too-much"; mostBytes: number }
  | { reason: "busy" }
  | { reason: "closed"; state: State };

import type { State } from "@/lib/vocabulary/lifecycle";

/** Why the content of a file is not accepted. `looksLike` names the format when it is a known one. */
export type ContentRefusal =
  | { reason: "document-empty" }
  | { reason: "document-too-large" }
  | { reason: "document-virus" }
  | { reason: "document-svg" }
  | { reason: "document-word"; looksLike: string | undefined }
  | { reason: "document-heic"; looksLike: string | undefined }
  | { reason: "document-wrong-type"; looksLike: string | undefined }
  | { reason: "document-damaged"; type: "pdf" | "png" | "jpg" }
  | { reason: "document-two-in-one" };

export type NameRefusal = { reason: "document-name-folder" } | { reason: "document-name-turned" };

export type DocumentRefusal =
  | ContentRefusal
  | NameRefusal
  | { reason: "document-missing" }
  | { reason: "document-too-many"; most: number }
  | { reason: "document-too-much"; megabytes: number }
  | { reason: "document-closed"; state: State };

/** A problem that the person at the keyboard can solve; its message is complete, in one sentence or a list. */
export class Trouble extends Error {}

const DISK_FULL = /ENOSPC|No space left on device|Check free disk space/;

const SENTENCES: Record<string, string> = {
  ECONNREFUSED: "The database in DATABASE_URL does not answer: nothing listens at that address.",
  ENOTFOUND: "The database in DATABASE_URL cannot be found: its host name is unknown.",
  EAI_AGAIN: "The database in DATABASE_URL cannot be found: its host name cannot be looked up now.",
  EHOSTUNREACH: "The database in DATABASE_URL cannot be reached over the network.",
  CONNECT_TIMEOUT: "The database in DATABASE_URL does not answer within ten seconds.",
  "28P01": "The database in DATABASE_URL refuses this user name and password.",
  "28000": "The database in DATABASE_URL does not let this user in from here.",
  "3D000": "The database that DATABASE_URL names does not exist on that server.",
  "42501": "The user in DATABASE_URL may not do this; it must own the database and may need CREATEROLE.",
  ENOSPC: "The disk is full; make room and start again.",
  RULES_DIFFER:
    "The rules of the schemes differ from those this database was filled with. A demo begins anew once the folder .data is removed; rules that were published get a new version instead of a change.",
  OTHER_HISTORY:
    "This database is from before the first release and cannot be brought up to date; a demo begins anew once the folder .data is removed.",
  "53100": "The database's disk is full; make room and start again.",
};

/** An error for a terminal: one sentence for a known one, the whole error for a bug. */
export function explain(error: unknown): string {
  if (error instanceof Trouble && !DISK_FULL.test(error.message)) return error.message;
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = (e as { code?: unknown }).code;
    const sentence = typeof code === "string" ? SENTENCES[code] : undefined;
    if (sentence) return sentence;
    if (DISK_FULL.test(e.message)) return SENTENCES.ENOSPC ?? e.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import type { Tx } from "@/db/client";
import type { Day } from "@/lib/day";
import type { Values } from "@/lib/form-state";
import type { State } from "@/lib/vocabulary/lifecycle";
import type { FiledApplication } from "./filed";
import type { Letter } from "./letter";

export type Filed = FiledApplication & { id: string };

/** The content of a letter, and its date. */
export type Written<Content> = { content: Content; writtenOn: Day };

/** A letter, and the last day to object to what it decides or to appeal against it. */
export type Composed = { letter: Letter; objectUntil?: Day };

/** The facts of an application and its published letter for the mail about it. */
export type MailStatus = { state: State; objectUntil: Day | null };

/** What the mail about a letter adds to what every mail says: the page of the application it points at, and its values. */
export type LetterMail = { page?: "completion"; values: Values };

/** One kind of letter: a folder with `letter.ts` (pure: its words and its mail) and `read.ts` (what it is about). */
export type LetterDefinition<Content> = {
  /** Reads what the letter is about: the version that a move led to, or the id of a row. Throws NotFound. */
  find(tx: Tx, application: Filed, about: string): Promise<Written<Content>>;
  /** The letter that says it: the same on screen before it is sent and in the file. It is published on `today`. */
  compose(tx: Tx, application: Filed, written: Written<Content>, today: Day): Promise<Composed>;
  /** The content of its mail; undefined when the mail is no longer needed. */
  mail(content: Content, status: MailStatus): LetterMail | undefined;
};

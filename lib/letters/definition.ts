import type { Tx } from "@/db/client";
import type { Day } from "@/lib/day";
import type { Values } from "@/lib/form-state";
import type { State } from "@/lib/vocabulary/lifecycle";
import type { FiledApplication } from "./filed";
import type { Letter } from "./letter";

export type Filed = FiledApplication & { id: string };

/** What a letter says, and the day that it bears. */
export type Written<Content> = { content: Content; writtenOn: Day };

/** A letter, and the last day to object to what it decides or to appeal against it. */
export type Composed = { letter: Letter; objectUntil?: Day };

/** What is known of an application and its published letter when the mail goes out. */
export type MailStatus = { state: State; objectUntil: Day | null };

/** What the mail about a letter adds to what every mail says: the page of the application it points at, and its values. */
export type LetterMail = { page?: "completion"; values: Values };

/** One kind of letter: a folder with `letter.ts` (pure: its words and its mail) and `read.ts` (what it is about). */
export type LetterDefinition<Content> = {
  /** What was sent, by what it is about: the version that a move led to, or the id of a row. Throws NotFound. */
  find(tx: Tx, application: Filed, about: string): Promise<Written<Content>>;
  /** The letter that says it: the same on screen before it is sent and in the file. It is published on `today`. */
  compose(tx: Tx, application: Filed, written: Written<Content>, today: Day): Promise<Composed>;
  /** What its mail tells; undefined when there is nothing to tell any more. */
  mail(content: Content, status: MailStatus): LetterMail | undefined;
};

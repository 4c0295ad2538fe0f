import { type Actor, type Assurance, reaches } from "@/lib/actor";
import { OwnError } from "@/lib/errors";

/**
 * The level of assurance that each act of an employer asks. An act that is not here cannot be named in a command, and
 * the database refuses every write of a session below the lowest of these levels.
 */
export const ACT_LEVELS = {
  "application.start": "loa3",
  "application.save": "loa3",
  "application.submit": "loa3",
  "application.withdraw": "loa3",
  "trajectory.add": "loa3",
  "trajectory.remove": "loa3",
  "document.add": "loa3",
  "document.remove": "loa3",
  "colleague.invite": "loa3",
  "answers.keep": "loa3",
  "answers.forget": "loa3",
  "completion.save": "loa3",
  "completion.send": "loa3",
  "contacts.change": "loa3",
  "question.ask": "loa3",
  "message.read": "loa3",
  "intention.respond": "loa3",
  "default-notice.give": "loa3",
  "reserve.wait": "loa3",
} as const satisfies Record<string, Assurance>;
export type Act = keyof typeof ACT_LEVELS;

/** What every act asks at least; below it an employer reads what there is to apply for, and how to get a higher level. */
export const LOWEST_LEVEL: Assurance = "loa3";

/** An employer signed in with too low a level for what was asked. */
export class LevelTooLow extends OwnError {
  constructor(
    readonly act: Act,
    readonly needed: Assurance,
  ) {
    super(`${act} asks for a sign-in at ${needed}`);
    this.name = "LevelTooLow";
  }
}

/** At the head of each command that an employer may give. Throws LevelTooLow; officials and the system pass. */
export function demandLevel(actor: Actor, act: Act): void {
  const needed = ACT_LEVELS[act];
  if (actor.kind === "employer" && !reaches(actor.assurance, needed)) throw new LevelTooLow(act, needed);
}

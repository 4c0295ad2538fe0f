import "server-only";
import { asActor, type Tx } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { aidDeclaration } from "@/lib/answers/aid-declaration";
import { forgetKept } from "@/lib/answers/commands/forget-answers";
import {
  answersOf,
  asTyped,
  type Part,
  partFields,
  revisionOf,
  type StoredDraft,
  withPart,
} from "@/lib/answers/draft";
import type { KeptPlace } from "@/lib/answers/kept-place";
import { personNumberSchema } from "@/lib/answers/person-number-schema";
import { readKept } from "@/lib/answers/queries/kept-answers";
import { differences } from "@/lib/answers/questions/question";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { NotFound } from "@/lib/errors";
import type { ChangedElsewhere, SaveRefusal } from "@/lib/filing/refusals";
import { pick, type RawSection } from "@/lib/form-state";
import { keepNumber } from "@/lib/person-checks/commands/keep-number";
import { keyedHash, unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { ok, type Result, refuse } from "@/lib/result";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { changeDraft } from "./change-draft";
import { type AskBank, outsideAnswers } from "./outside-answers";

/** `answers` is the stored part: as typed, with the facts of register and bank. */
export type Saved = {
  answers: RawSection;
  revision: number;
  scheme: Scheme;
  personKnown: boolean;
  savedAt: Date;
};

/** One part as a form sends it. */
export type SavedPart = {
  applicationId: string;
  part: Part;
  answers: RawSection;
  revision: number;
  isTyped?: boolean;
};

/**
 * Saves one part of a draft as typed, complete or not. `revision` is the one on the page: when a colleague saved other
 * answers since, nothing is overwritten and theirs are returned. Repeating it changes nothing. A typed BSN or V-number
 * becomes a key at once; the number itself is stored apart and sealed, or not at all, as the rules say.
 * With `isTyped` the form showed what was typed before a time-out: then the number of that time counts. What was kept
 * is deleted, unless someone types beside it.
 */
export async function savePart(
  actor: Employer,
  input: SavedPart & { isAutosave?: boolean },
  askBank?: AskBank,
): Promise<Result<Saved, SaveRefusal>> {
  demandLevel(actor, "application.save");
  const { part, applicationId, isTyped, isAutosave } = input;
  const outside = await outsideAnswers(actor, input, () => savedPart(actor, applicationId, part), askBank);
  const changed = await changeDraft<ChangedElsewhere>(
    actor,
    input.applicationId,
    async (draft, application, tx) => {
      const chosen = isTyped ? await keptPerson(tx, actor, applicationId, part) : undefined;
      const saved = keepPart(draft, application.scheme, { ...input, outside }, chosen);
      if (saved.ok && saved.value !== draft) await keepNumber(tx, application, input.answers.personNumber);
      if (saved.ok && (isTyped || !isAutosave)) await forgetKept(tx, actor, applicationId, part);
      return saved;
    },
  );
  if (!changed.ok) return changed;
  const { draft, scheme, savedAt } = changed.value;
  return ok({ ...keptOf(draft, part), scheme, savedAt });
}

/** One part as it is stored now. */
export function keptOf(draft: StoredDraft, part: Part) {
  const answers = answersOf(draft, part) ?? {};
  return { answers, revision: revisionOf(draft, part), personKnown: answers.personKey !== undefined };
}

const savedPart = (actor: Employer, id: string, part: Part): Promise<RawSection | undefined> =>
  asActor(actor, async (tx) => {
    const own = await ownApplication(tx, actor, id);
    return (
      own && answersOf(await unseal<StoredDraft>(own.application.answers, answersOfApplication(id)), part)
    );
  });

/** The known fields of the typed answers, with a key instead of a person's number. */
export const answersToKeep = (
  part: Part,
  scheme: Scheme,
  answers: RawSection,
  personKey: RawSection[string] | undefined,
): RawSection =>
  withPersonKey(pick(answers, Object.keys(partFields(part, scheme))), answers.personNumber, personKey);

type Person = { key: RawSection[string] | undefined };

/**
 * The person of answers typed after the session had ended: the key of their number, or none when no whole number was
 * typed. The number of the person that is stored is not theirs.
 */
export async function keptPerson(
  tx: Tx,
  actor: Employer,
  applicationId: string,
  place: KeptPlace,
): Promise<Person | undefined> {
  const kept = (await readKept(tx, actor, applicationId)).get(place);
  return kept && { key: kept.answers.personKey };
}

/**
 * The draft with this part, unless a colleague saved other answers since. `chosen` is set when the person changes;
 * `outside` has the facts of register or bank.
 */
export function keepPart(
  draft: StoredDraft,
  scheme: Scheme,
  input: { part: Part; answers: RawSection; revision: number; outside?: RawSection },
  chosen?: Person,
): Result<StoredDraft, ChangedElsewhere> {
  const { part, answers } = input;
  const stored = answersOf(draft, part);
  if (!stored) throw new NotFound(part);
  const fields = partFields(part, scheme);
  const revision = revisionOf(draft, part);
  const typed = answersToKeep(part, scheme, answers, chosen ? chosen.key : stored.personKey);
  const declared = part === "declarations" ? declaredAid(typed, draft) : {};
  const kept = { ...typed, ...input.outside, ...declared };
  if (revision === input.revision) return ok(withPart(draft, part, kept));
  const same = differences({ ...fields, personKey: "text" }, kept, stored).length === 0;
  return same ? ok(draft) : refuse({ reason: "changed-elsewhere", theirs: asTyped(stored), revision });
}

/** The present text of the declaration that is agreed to. */
const declaredAid = ({ deMinimis }: RawSection, draft: StoredDraft): RawSection =>
  deMinimis ? { deMinimisText: aidDeclaration(draft.stateAid ?? {})?.join("\n") ?? "" } : {};

/** An empty field keeps the key; an invalid number drops it, so that it never stands for another person. */
function withPersonKey(
  answers: RawSection,
  typed: RawSection[string] | undefined,
  stored: RawSection[string] | undefined,
): RawSection {
  if (!typed) return stored ? { ...answers, personKey: stored } : answers;
  const number = personNumberSchema.safeParse(typed);
  return number.success ? { ...answers, personKey: keyedHash("person", number.data) } : answers;
}

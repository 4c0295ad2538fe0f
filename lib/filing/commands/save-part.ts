import "server-only";
import { asActor, type Tx } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { aidDeclaration } from "@/lib/answers/aid-declaration";
import { forgetKept } from "@/lib/answers/commands/forget-answers";
import {
  answersOf,
  asTyped,
  isSection,
  type Part,
  revisionOf,
  type StoredDraft,
  withPart,
} from "@/lib/answers/draft";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import type { KeptPlace } from "@/lib/answers/kept-place";
import { personNumberSchema } from "@/lib/answers/person-number-schema";
import { readKept } from "@/lib/answers/queries/kept-answers";
import { differences } from "@/lib/answers/questions/question";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { NotFound } from "@/lib/errors";
import type { ChangedElsewhere, SaveRefusal } from "@/lib/filing/refusals";
import { pick, type RawSection } from "@/lib/form-state";
import { keyedHash, unseal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { changeDraft } from "./change-draft";
import { type AskBank, outsideAnswers } from "./outside-answers";

/** `answers` is what is kept of the part: as typed, with what others said beside it. */
export type Saved = {
  answers: RawSection;
  revision: number;
  scheme: Scheme;
  personKnown: boolean;
  savedAt: Date;
};

const fieldsOf = (part: Part, scheme: Scheme) =>
  isSection(part) ? SECTION_FIELDS[part] : trajectoryFields(scheme);

/**
 * Keeps one part of a draft as typed, complete or not. `revision` is the one the page was made from: when
 * someone else saved other answers since, nothing is overwritten and theirs come back; the same answers once
 * more change nothing. A typed BSN or V-number is turned into a key at once and never stored.
 */
export async function savePart(
  actor: Employer,
  input: { applicationId: string; part: Part; answers: RawSection; revision: number },
  askBank?: AskBank,
): Promise<Result<Saved, SaveRefusal>> {
  demandLevel(actor, "application.save");
  const { part, applicationId } = input;
  const outside = await outsideAnswers(actor, input, () => savedPart(actor, applicationId, part), askBank);
  const changed = await changeDraft<ChangedElsewhere>(
    actor,
    input.applicationId,
    async (draft, { scheme }, tx) => {
      const personKey = await keptPersonKey(tx, actor, applicationId, part);
      const saved = keepPart(draft, scheme, { ...input, outside }, personKey);
      if (saved.ok) await forgetKept(tx, actor, input.applicationId, part);
      return saved;
    },
  );
  if (!changed.ok) return changed;
  const { draft, scheme, savedAt } = changed.value;
  return ok({ ...keptOf(draft, part), scheme, savedAt });
}

/** One part as it is kept now. */
export function keptOf(draft: StoredDraft, part: Part) {
  const answers = answersOf(draft, part) ?? {};
  return { answers, revision: revisionOf(draft, part), personKnown: answers.personKey !== undefined };
}

const savedPart = (actor: Employer, id: string, part: Part): Promise<RawSection | undefined> =>
  asActor(actor, async (tx) => {
    const own = await ownApplication(tx, actor, id);
    return own && answersOf(await unseal<StoredDraft>(own.application.answers), part);
  });

/** Of what was typed only what is asked, and a key for the person instead of a number. */
export const answersToKeep = (
  part: Part,
  scheme: Scheme,
  answers: RawSection,
  personKey: RawSection[string] | undefined,
): RawSection =>
  withPersonKey(pick(answers, Object.keys(fieldsOf(part, scheme))), answers.personNumber, personKey);

/** The key of a number that was typed when the session had ended, and that need not be typed again. */
export async function keptPersonKey(
  tx: Tx,
  actor: Employer,
  applicationId: string,
  place: KeptPlace,
): Promise<RawSection[string] | undefined> {
  return (await readKept(tx, actor, applicationId)).get(place)?.answers.personKey;
}

/**
 * The draft with one part as it was sent, when nobody else saved other answers since; as `savePart` says. `personKey`
 * is the person of this part when that is another than the draft says; `outside` is what the register or the bank said.
 */
export function keepPart(
  draft: StoredDraft,
  scheme: Scheme,
  input: { part: Part; answers: RawSection; revision: number; outside?: RawSection },
  personKey?: RawSection[string],
): Result<StoredDraft, ChangedElsewhere> {
  const { part, answers } = input;
  const stored = answersOf(draft, part);
  if (!stored) throw new NotFound(part);
  const fields = fieldsOf(part, scheme);
  const revision = revisionOf(draft, part);
  const typed = answersToKeep(part, scheme, answers, personKey ?? stored.personKey);
  const declared = part === "declarations" ? declaredAid(typed, draft) : {};
  const kept = { ...typed, ...input.outside, ...declared };
  if (revision === input.revision) return ok(withPart(draft, part, kept));
  const same = differences({ ...fields, personKey: "text" }, kept, stored).length === 0;
  return same ? ok(draft) : refuse({ reason: "changed-elsewhere", theirs: asTyped(stored), revision });
}

/** The text of the declaration that was agreed to, as it stood at that moment. */
const declaredAid = ({ deMinimis }: RawSection, draft: StoredDraft): RawSection =>
  deMinimis ? { deMinimisText: aidDeclaration(draft.stateAid ?? {})?.join("\n") ?? "" } : {};

/** Nothing typed keeps the key there is; a number that cannot be right takes it away, lest it stand for someone else. */
function withPersonKey(
  answers: RawSection,
  typed: RawSection[string] | undefined,
  stored: RawSection[string] | undefined,
): RawSection {
  if (!typed) return stored ? { ...answers, personKey: stored } : answers;
  const number = personNumberSchema.safeParse(typed);
  return number.success ? { ...answers, personKey: keyedHash("person", number.data) } : answers;
}

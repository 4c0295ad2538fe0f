import { type Draft, type Filing, SECTION_SCHEMAS, SECTIONS, type Section } from "@/lib/answers/answers";
import { namesWhere, SECTION_FIELDS } from "@/lib/answers/fields";
import type { Trajectory } from "@/lib/answers/questions/definition";
import { differences, type Fields } from "@/lib/answers/questions/question";
import { questionsOfScheme, trajectoryFields } from "@/lib/answers/questions/registry";
import { type Problem, problemsIn, type RawSection } from "@/lib/form-state";
import { ok, type Result, refuse } from "@/lib/result";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** A draft as it is kept: `revisions` counts the saves of each part, so that two tabs notice each other. */
export type StoredDraft = Draft & { revisions: Record<string, number> };

/** Name of the part of a draft that one page shows: a section, or one trajectory by its key. */
export type Part = Section | `trajectory:${string}`;

const TRAJECTORY = "trajectory:";
/** The key of the trajectory that a part is; undefined for a section. */
export const partKey = (part: Part): string | undefined =>
  part.startsWith(TRAJECTORY) ? part.slice(TRAJECTORY.length) : undefined;

export const isSection = (part: Part): part is Section => partKey(part) === undefined;

/** The questions of one part. */
export const partFields = (part: Part, scheme: Scheme): Fields =>
  isSection(part) ? SECTION_FIELDS[part] : trajectoryFields(scheme);

export const emptyDraft = (): StoredDraft => ({ trajectories: [], revisions: {} });
export const revisionOf = (draft: StoredDraft, part: Part): number => draft.revisions[part] ?? 0;

/** The draft with one part replaced and its revision one higher; the rest untouched. */
export function withPart(draft: StoredDraft, part: Part, answers: RawSection): StoredDraft {
  const revisions = { ...draft.revisions, [part]: revisionOf(draft, part) + 1 };
  const key = partKey(part);
  if (part === "stateAid") return withAidDeclaredAnew({ ...draft, stateAid: answers, revisions }, draft);
  if (key === undefined) return { ...draft, [part]: answers, revisions };
  return {
    ...draft,
    revisions,
    trajectories: draft.trajectories.map((t) => (t.key === key ? { key, answers } : t)),
  };
}

/** Whoever changes what aid was received agrees to the declaration of it again. */
function withAidDeclaredAnew(changed: StoredDraft, before: StoredDraft): StoredDraft {
  const { deMinimis, deMinimisText: _text, ...others } = before.declarations ?? {};
  const isSame =
    differences(SECTION_FIELDS.stateAid, changed.stateAid ?? {}, before.stateAid ?? {}).length === 0;
  if (!deMinimis || isSame) return changed;
  const revisions = { ...changed.revisions, declarations: revisionOf(before, "declarations") + 1 };
  return { ...changed, declarations: others, revisions };
}

/** What the server keeps beside the answers, and no employer sees or sends. */
const KEPT_BY_SERVER = namesWhere(({ keptByServer }) => keptByServer === "hidden");

/** The answers as the employer knows them. */
export const asTyped = (answers: RawSection): RawSection =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !KEPT_BY_SERVER.includes(name)));

/** The answers of one part as typed; undefined when that trajectory does not exist. */
export function answersOf(draft: StoredDraft, part: Part): RawSection | undefined {
  const key = partKey(part);
  return key === undefined
    ? (draft[part as Section] ?? {})
    : draft.trajectories.find((t) => t.key === key)?.answers;
}

export type PartState = "todo" | "started" | "done";
export type PartProgress = { part: Part; state: PartState; problems: Problem[] };

function progressOf(draft: StoredDraft, part: Part, scheme: Scheme): PartProgress {
  const answers = answersOf(draft, part) ?? {};
  const schema = isSection(part) ? SECTION_SCHEMAS[part] : questionsOfScheme(scheme).schema;
  const parsed = schema.safeParse(answers);
  if (parsed.success) return { part, state: "done", problems: [] };
  const touched = Object.values(answers).some((value) => value.length > 0);
  return { part, state: touched ? "started" : "todo", problems: problemsIn(parsed.error) };
}

/** Every part of a draft in the order of the task list, with what is still to do. */
export function progress(draft: StoredDraft, scheme: Scheme): PartProgress[] {
  const parts: Part[] = [
    "company",
    ...draft.trajectories.map((t): Part => `trajectory:${t.key}`),
    ...SECTIONS.filter((section) => section !== "company"),
  ];
  return parts.map((part) => progressOf(draft, part, scheme));
}

export type Incomplete = { reason: "incomplete"; parts: PartProgress[] };

/** What the draft means, when every part is complete; else the parts that are not. Needs one trajectory at least. */
export function readFiling(draft: StoredDraft, scheme: Scheme): Result<Filing, Incomplete> {
  const unfinished = progress(draft, scheme).filter(({ state }) => state !== "done");
  if (unfinished.length > 0 || draft.trajectories.length === 0)
    return refuse({ reason: "incomplete", parts: unfinished });
  return ok({
    scheme,
    company: SECTION_SCHEMAS.company.parse(draft.company),
    trajectories: draft.trajectories.map(
      ({ answers }): Trajectory => questionsOfScheme(scheme).schema.parse(answers),
    ),
    stateAid: SECTION_SCHEMAS.stateAid.parse(draft.stateAid),
    bank: SECTION_SCHEMAS.bank.parse(draft.bank),
    declarations: SECTION_SCHEMAS.declarations.parse(draft.declarations),
  });
}

import "server-only";
import { readAs, type Tx } from "@/db/client";
import type { Employer } from "@/lib/actor";
import type { Section } from "@/lib/answers/answers";
import {
  answersOf,
  asTyped,
  type Part,
  type PartProgress,
  progress,
  revisionOf,
  type StoredDraft,
} from "@/lib/answers/draft";
import type { KeptPlace } from "@/lib/answers/kept-place";
import { type Kept, readKept, type Typed, typedIn } from "@/lib/answers/queries/kept-answers";
import { type OwnApplication, ownApplication } from "@/lib/applications/queries/own-application";
import { type DocumentView, documentsOf } from "@/lib/documents/queries/list-documents";
import type { RawSection } from "@/lib/form-state";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { type AwardLine, awardFor } from "@/lib/schemes/award";
import { type KeptNumber, keptNumber } from "@/lib/schemes/person-checks";
import { requiredDocuments } from "@/lib/schemes/required-documents";
import { rulesFor } from "@/lib/schemes/rules";
import { missingKinds, type RequirableKind } from "@/lib/vocabulary/document-kinds";
import { type Scheme, TRACKS, type Track } from "@/lib/vocabulary/scheme";
import { type WindowPhase, windowPhase } from "@/lib/windows/phase";

/** One part for its page: as typed, without the key of a person's number. */
export type PartView = { answers: RawSection; revision: number; personKnown: boolean };
export type TrajectoryView = PartView & { key: string; number: number };

export type DraftView = {
  id: string;
  scheme: Scheme;
  year: number;
  isExample: boolean;
  /** How long the rules keep the number of a person, in days; undefined when only a key of it is kept. */
  keptNumber: KeptNumber | undefined;
  closesAt: Date;
  phase: WindowPhase;
  savedAt: Date;
  answersVersion: number;
  sections: Record<Section, PartView>;
  trajectories: TrajectoryView[];
  /** Most trajectories that one application may hold. */
  most: number;
  progress: PartProgress[];
  /** What its reader typed before a time-out, which is not saved: by part, in their order. */
  typed: ReadonlyMap<Part, Typed>;
  /** The award for the trajectories as they are now, also when they are incomplete. */
  award: AwardLine[];
  documents: DocumentView[];
  /** The kinds of file that the rules require with these answers, and the missing ones. */
  requiredDocuments: RequirableKind[];
  missingDocuments: RequirableKind[];
};

/**
 * A draft of the actor's organisation; "filed" once it was filed, undefined when it is absent or of another employer.
 */
export async function readDraft(actor: Employer, id: string): Promise<DraftView | "filed" | undefined> {
  return readAs(actor, async (tx, now) => {
    const own = await ownApplication(tx, actor, id);
    if (!own) return undefined;
    if (own.application.state !== "draft") return "filed";
    const draft = await unseal<StoredDraft>(own.application.answers, answersOfApplication(id));
    return withTyped(await draftView(tx, own, draft, now), await readKept(tx, actor, id));
  });
}

/** The draft with what its reader typed before a time-out beside what is saved. */
export function withTyped(view: DraftView, kept: ReadonlyMap<KeptPlace, Kept>): DraftView {
  const parts = view.progress.flatMap(({ part }) => {
    const typed = kept.get(part);
    return typed ? [[part, typedIn(typed)] as const] : [];
  });
  return { ...view, typed: new Map(parts) };
}

export async function draftView(
  tx: Tx,
  { application, window }: OwnApplication,
  draft: StoredDraft,
  now: Date,
): Promise<DraftView> {
  const { id, scheme, year, savedAt, answersVersion, rulesVersion } = application;
  const rules = rulesFor(rulesVersion);
  const tracks = draft.trajectories.map(({ answers }, index) => ({
    number: index + 1,
    track: trackOf(answers),
  }));
  const documents = await documentsOf(tx, id);
  const required = requiredDocuments(rules, draft.bank);
  return {
    id,
    scheme,
    year,
    savedAt,
    answersVersion,
    isExample: window.isExample,
    keptNumber: keptNumber(rules, window),
    closesAt: window.closesAt,
    phase: windowPhase(window, now),
    sections: {
      company: partView(draft, "company"),
      stateAid: partView(draft, "stateAid"),
      bank: partView(draft, "bank"),
      declarations: partView(draft, "declarations"),
    },
    trajectories: draft.trajectories.map(({ key }, index) => ({
      ...partView(draft, `trajectory:${key}`),
      key,
      number: index + 1,
    })),
    most: rules.amountsCents.value.length,
    progress: progress(draft, scheme),
    typed: new Map(),
    award: awardFor(rules, tracks),
    documents,
    requiredDocuments: required,
    missingDocuments: missingKinds(required, documents),
  };
}

function partView(draft: StoredDraft, part: Part): PartView {
  const answers = answersOf(draft, part) ?? {};
  return {
    answers: asTyped(answers),
    revision: revisionOf(draft, part),
    personKnown: answers.personKey !== undefined,
  };
}

/** A trajectory counts as general until its track is chosen. */
const trackOf = (answers: RawSection): Track => TRACKS.find((track) => track === answers.track) ?? "general";

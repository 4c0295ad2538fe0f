import type { Incomplete } from "@/lib/answers/draft";
import type { RawSection } from "@/lib/form-state";
import type { Check } from "@/lib/schemes/check";
import type { State } from "@/lib/vocabulary/lifecycle";

/** What was filed stays as it was. */
export type NotADraft = { reason: "not-a-draft"; state: State };
/** Someone else saved this part since the page was made; `theirs` is what they saved. */
export type ChangedElsewhere = { reason: "changed-elsewhere"; theirs: RawSection; revision: number };

export type StartRefusal =
  | { reason: "not-open-yet"; opensAt: Date }
  | { reason: "closed"; closedAt: Date }
  /** The organisation has an application here that this actor's mandate does not reach. */
  | { reason: "exists-elsewhere" }
  | { reason: "exists"; applicationId: string; isDraft: boolean };
export type SaveRefusal = NotADraft | ChangedElsewhere;
export type AddRefusal = NotADraft | { reason: "full"; most: number };
export type InviteRefusal = NotADraft | { reason: "enough-invited"; most: number };
export type SubmitRefusal =
  | Incomplete
  | NotADraft
  | { reason: "changed-since-check" }
  | { reason: "checks"; failed: Check[] };
export type WithdrawRefusal = { reason: "too-late"; state: State };

export type Refusal =
  | StartRefusal
  | SaveRefusal
  | AddRefusal
  | InviteRefusal
  | SubmitRefusal
  | WithdrawRefusal;

import { type Part, type PartProgress, partKey } from "@/lib/answers/draft";
import type { DocumentKind } from "@/lib/vocabulary/document-kinds";

export type NextStep =
  | { kind: "part"; part: Part }
  | { kind: "add-trajectory" }
  | { kind: "documents" }
  | { kind: "check" };

type Todo = { progress: readonly PartProgress[]; missingDocuments: readonly DocumentKind[] };

/**
 * The next step in a draft: the first incomplete part, if possible after `after`; the first trajectory when there is
 * none; a required file; and at last the check page.
 */
export function nextStep({ progress, missingDocuments }: Todo, after?: Part): NextStep {
  const open = progress.filter(({ state }) => state !== "done");
  const place = progress.findIndex(({ part }) => part === after);
  const next = open.find((candidate) => progress.indexOf(candidate) > place) ?? open[0];
  const hasTrajectory = progress.some(({ part }) => partKey(part) !== undefined);
  if (!hasTrajectory && next?.part !== "company") return { kind: "add-trajectory" };
  if (next) return { kind: "part", part: next.part };
  return { kind: missingDocuments.length > 0 ? "documents" : "check" };
}

const PAGES = {
  company: "company",
  stateAid: "state-aid",
  bank: "bank",
  declarations: "declarations",
} as const;

/** Address of the page of one part. */
export function partHref(applicationId: string, part: Part): string {
  const key = partKey(part);
  const page = key === undefined ? PAGES[part as keyof typeof PAGES] : `trajectories/${key}`;
  return `/applications/${applicationId}/${page}`;
}

/** Address of a step; a trajectory is added on the task list. */
export function stepHref(applicationId: string, step: NextStep): string {
  switch (step.kind) {
    case "part":
      return partHref(applicationId, step.part);
    case "add-trajectory":
      return `/applications/${applicationId}`;
    case "documents":
      return `/applications/${applicationId}/documents`;
    case "check":
      return `/applications/${applicationId}/check`;
  }
}

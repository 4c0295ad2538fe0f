import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import type { Staff, StaffRole } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { type FormState, type Problem, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf, type Refusal } from "@/lib/i18n/problem-of";
import type { Result } from "@/lib/result";

/** An act of an official on one case: who may do it, its input, and its command. */
type Act<S extends z.ZodType<{ applicationId: string }>, R extends Refusal> = {
  roles: readonly StaffRole[];
  schema: S;
  command: (actor: Staff, input: z.output<S>) => Promise<Result<unknown, R>>;
  /** The page below the case to go to, as "/questions"; the case itself when absent. */
  next?: string;
};

/** Runs the act of a form; problems come back with the typed answers. */
export async function submitOnCase<S extends z.ZodType<{ applicationId: string }>, R extends Refusal>(
  data: FormData,
  act: Act<S, R>,
): Promise<FormState> {
  const actor = await requireStaff(...act.roles);
  const values = rawSection(data);
  const parsed = act.schema.safeParse(values);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values };
  return { ...(await perform(actor, act, parsed.data)), values };
}

/** Runs the act of a button; impossible data lead to the not-found page. */
export async function pressOnCase<S extends z.ZodType<{ applicationId: string }>, R extends Refusal>(
  data: FormData,
  act: Act<S, R>,
): Promise<FormState> {
  const actor = await requireStaff(...act.roles);
  const parsed = act.schema.safeParse(rawSection(data));
  return parsed.success ? perform(actor, act, parsed.data) : notFound();
}

async function perform<S extends z.ZodType<{ applicationId: string }>, R extends Refusal>(
  actor: Staff,
  { command, next = "" }: Act<S, R>,
  input: z.output<S>,
): Promise<FormState> {
  const done = await orNotFound(command(actor, input));
  if (!done.ok) return { problems: [await withNameOfLine(problemOf(done.refusal))] };
  return redirect(`/cases/${input.applicationId}${next}`);
}

/** The problem with the name of the budget line on screen. */
async function withNameOfLine(problem: Problem): Promise<Problem> {
  const line = problem.values?.line;
  if (line === undefined) return problem;
  const name = await getTranslations("budget.names");
  return { ...problem, values: { ...problem.values, line: name(line as Parameters<typeof name>[0]) } };
}

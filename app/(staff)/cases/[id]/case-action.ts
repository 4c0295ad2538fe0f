import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import type { Staff, StaffRole } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { type FormState, type Problem, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf, type Refusal } from "@/lib/i18n/problem-of";
import type { Result } from "@/lib/result";

/** What an official does on one case: who may do it, what is sent, and how a refusal is told. */
type Act<S extends z.ZodType<{ applicationId: string }>, R extends Refusal> = {
  roles: readonly StaffRole[];
  schema: S;
  command: (actor: Staff, input: z.output<S>) => Promise<Result<unknown, R>>;
  /** The page below the case that comes next, as "/questions"; the case itself when absent. */
  next?: string;
};

/** Performs what a form asks; what is wrong comes back with what was typed. */
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

/** Performs what a button asks; data that the page cannot have sent lead to the page that does not exist. */
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

/** The problem with the line of the budget under its name on screen. */
async function withNameOfLine(problem: Problem): Promise<Problem> {
  const line = problem.values?.line;
  if (line === undefined) return problem;
  const name = await getTranslations("budget.names");
  return { ...problem, values: { ...problem.values, line: name(line as Parameters<typeof name>[0]) } };
}

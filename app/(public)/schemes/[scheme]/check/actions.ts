"use server";
import { notFound, redirect } from "next/navigation";
import * as z from "zod";
import { type FormState, rawSection } from "@/lib/form-state";
import { keepCheck } from "@/lib/precheck/commands/keep-check";
import { precheckProblems, readPrecheck } from "@/lib/precheck/questions";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";

/** Keeps the answers of a pre-check in this browser and shows the outcome. */
export async function checkAction(scheme: Scheme, _previous: FormState, data: FormData): Promise<FormState> {
  const known = z.enum(SCHEMES).safeParse(scheme);
  if (!known.success) return notFound();
  const typed = rawSection(data);
  const read = readPrecheck(known.data, typed);
  if (!read) return { problems: precheckProblems(known.data, typed), values: typed };
  await keepCheck(known.data, read.raw);
  return redirect(`/schemes/${known.data}/check/result`);
}

"use server";
import { notFound, redirect } from "next/navigation";
import type * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import type { Staff } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import {
  type ProposeRefusal,
  proposeAmount,
  proposeRelease,
  proposeResolution,
  proposeTransfer,
} from "@/lib/budget/commands/propose-change";
import { confirmChange, rejectChange, type SettleRefusal } from "@/lib/budget/commands/settle-change";
import {
  amountSchema,
  changeSchema,
  releaseSchema,
  resolutionSchema,
  transferSchema,
} from "@/lib/budget/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import type { Result } from "@/lib/result";

export const proposeAmountAction = async (_previous: FormState, data: FormData) =>
  propose(data, amountSchema, proposeAmount);

export const proposeReleaseAction = async (_previous: FormState, data: FormData) =>
  propose(data, releaseSchema, proposeRelease);

export const proposeResolutionAction = async (_previous: FormState, data: FormData) =>
  propose(data, resolutionSchema, proposeResolution);

export const proposeTransferAction = async (_previous: FormState, data: FormData) =>
  propose(data, transferSchema, proposeTransfer);

export const confirmChangeAction = async (_previous: FormState, data: FormData) =>
  settle(data, confirmChange);

export const rejectChangeAction = async (_previous: FormState, data: FormData) => settle(data, rejectChange);

async function propose<S extends z.ZodType>(
  data: FormData,
  schema: S,
  command: (actor: Staff, input: z.output<S>) => Promise<Result<unknown, ProposeRefusal>>,
): Promise<FormState> {
  const actor = await requireStaff("budget_holder");
  const values = rawSection(data);
  const parsed = schema.safeParse(values);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values };
  const proposed = await orNotFound(command(actor, parsed.data));
  return proposed.ok ? redirect("/budget/changes") : { problems: [problemOf(proposed.refusal)], values };
}

async function settle(
  data: FormData,
  command: (actor: Staff, input: z.output<typeof changeSchema>) => Promise<Result<unknown, SettleRefusal>>,
): Promise<FormState> {
  const actor = await requireStaff("budget_holder");
  const parsed = changeSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const settled = await orNotFound(command(actor, parsed.data));
  return settled.ok ? redirect("/budget/changes") : { problems: [problemOf(settled.refusal)] };
}

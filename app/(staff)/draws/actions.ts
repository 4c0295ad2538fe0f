"use server";
import { notFound, redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { NotFound } from "@/lib/errors";
import { type FormState, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { freezeDraw } from "@/lib/order/commands/freeze-draw";
import { revealDraw } from "@/lib/order/commands/reveal-draw";
import { freezeSchema, revealSchema } from "@/lib/order/schema";

export async function freezeAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("budget_holder");
  const parsed = freezeSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const frozen = await freezeDraw(actor, parsed.data);
  return frozen.ok ? redirect(`/draws/${frozen.value.drawId}`) : { problems: [problemOf(frozen.refusal)] };
}

export async function revealAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("budget_holder");
  const parsed = revealSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const revealed = await revealDraw(actor, parsed.data).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return revealed.ok ? redirect(`/draws/${parsed.data.drawId}`) : { problems: [problemOf(revealed.refusal)] };
}

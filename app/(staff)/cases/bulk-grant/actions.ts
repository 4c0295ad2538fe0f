"use server";
import { notFound, redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { grantTogether } from "@/lib/decisions/commands/grant-in-bulk";
import { togetherProblem } from "@/lib/decisions/messages";
import { togetherSchema } from "@/lib/decisions/schema";
import { type FormState, rawSection } from "@/lib/form-state";

export async function grantTogetherAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("decider");
  const parsed = togetherSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const granted = await grantTogether(actor, parsed.data);
  return granted.ok
    ? redirect(`/cases/together?granted=${granted.value.count}`)
    : { problems: [togetherProblem(granted.refusal)] };
}

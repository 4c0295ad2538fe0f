"use server";
import { notFound, redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { endReserveList } from "@/lib/decisions/commands/end-reserve-list";
import { refuseInBulk } from "@/lib/decisions/commands/refuse-in-bulk";
import { ceilingOnlySchema, refuseInBulkSchema } from "@/lib/decisions/schema";
import { type FormState, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";

export async function endReserveAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const parsed = ceilingOnlySchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const ended = await endReserveList(actor, parsed.data);
  return ended.ok ? redirect("/reserve-list") : { problems: [problemOf(ended.refusal)] };
}

export async function refuseInBulkAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("decider");
  const parsed = refuseInBulkSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const refused = await refuseInBulk(actor, parsed.data);
  return refused.ok
    ? redirect(`/reserve-list/refuse?gedaan=${refused.value.count}`)
    : { problems: [problemOf(refused.refusal)] };
}

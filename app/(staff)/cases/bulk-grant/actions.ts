"use server";
import { notFound, redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { grantInBulk } from "@/lib/decisions/commands/grant-in-bulk";
import { bulkGrantSchema } from "@/lib/decisions/schema";
import { type FormState, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";

export async function grantInBulkAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("decider");
  const parsed = bulkGrantSchema.safeParse(rawSection(data));
  if (!parsed.success) return notFound();
  const granted = await grantInBulk(actor, parsed.data);
  return granted.ok
    ? redirect(`/cases/bulk-grant?granted=${granted.value.count}`)
    : { problems: [problemOf(granted.refusal)] };
}

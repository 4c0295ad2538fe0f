import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import * as z from "zod";
import type { StaffRole } from "@/lib/actor";
import { isTied } from "@/lib/applications/queries/is-tied";
import { recordDenial } from "@/lib/audit/commands/record-denial";
import { requireStaff } from "@/lib/auth/session";
import { readCase } from "@/lib/screens/queries/read-case";

const id = z.uuid();

/**
 * An official with one of these roles, and the case at this address, read once per request. An official who is tied to
 * its employer is told so; an absent case, a draft and a forbidden case lead to the not-found page.
 */
export async function openCase(params: Promise<{ id: string }>, ...roles: StaffRole[]) {
  const actor = await requireStaff(...roles);
  const typed = id.safeParse((await params).id);
  if (!typed.success) return notFound();
  const view = await readOnce(typed.data);
  if (view) return { actor, view };
  if (!(await isTied(actor, typed.data))) return notFound();
  await denyOnce(actor.personId, typed.data);
  return redirect("/cases/own-employer");
}

const readOnce = cache(async (caseId: string) => readCase(await requireStaff(), caseId));
const denyOnce = cache((personId: string, applicationId: string) =>
  recordDenial(personId, { reason: "tie", applicationId }),
);

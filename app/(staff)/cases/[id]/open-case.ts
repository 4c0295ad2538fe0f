import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import * as z from "zod";
import type { StaffRole } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { denyTied } from "@/lib/cases/commands/deny-tied";
import { visitCase } from "@/lib/cases/commands/visit-case";
import { readCase } from "@/lib/screens/queries/read-case";

const id = z.uuid();

/**
 * An official with one of these roles, the case at this address, and their visit to it, read once per request: every
 * page of a case belongs to the visit. An official who is tied to its employer is told so; an absent case, a draft and a
 * forbidden case lead to the not-found page.
 */
export async function openCase(params: Promise<{ id: string }>, ...roles: StaffRole[]) {
  const actor = await requireStaff(...roles);
  const typed = id.safeParse((await params).id);
  if (!typed.success) return notFound();
  const view = await readOnce(typed.data);
  if (view) return { actor, view, visit: await visitOnce(view.id) };
  return (await denyOnce(typed.data)) ? redirect("/cases/own-employer") : notFound();
}

const readOnce = cache(async (caseId: string) => readCase(await requireStaff(), caseId));
const denyOnce = cache(async (caseId: string) => denyTied(await requireStaff(), caseId));
/** A page that is fetched ahead is no visit. */
const visitOnce = cache(async (caseId: string) =>
  (await headers()).get("next-router-prefetch") === null
    ? visitCase(await requireStaff(), caseId)
    : { others: [], before: undefined },
);

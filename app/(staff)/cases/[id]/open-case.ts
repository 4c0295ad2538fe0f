import { notFound } from "next/navigation";
import { cache } from "react";
import * as z from "zod";
import type { StaffRole } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { readCase } from "@/lib/screens/queries/read-case";

const id = z.uuid();

/**
 * An official with one of these roles, and the case at this address, read once per request. An absent case, a draft and
 * a forbidden case lead to the not-found page.
 */
export async function openCase(params: Promise<{ id: string }>, ...roles: StaffRole[]) {
  const actor = await requireStaff(...roles);
  const typed = id.safeParse((await params).id);
  const view = typed.success ? await readOnce(typed.data) : undefined;
  return view ? { actor, view } : notFound();
}

const readOnce = cache(async (caseId: string) => readCase(await requireStaff(), caseId));

import { notFound } from "next/navigation";
import { cache } from "react";
import * as z from "zod";
import type { StaffRole } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { readCase } from "@/lib/screens/queries/read-case";

const id = z.uuid();

/**
 * Whoever asks, in one of these roles, with the case at this address, read once a request; or no return: what does
 * not exist, is a draft or is not theirs leads to the page that does not exist.
 */
export async function openCase(params: Promise<{ id: string }>, ...roles: StaffRole[]) {
  const actor = await requireStaff(...roles);
  const typed = id.safeParse((await params).id);
  const view = typed.success ? await readOnce(typed.data) : undefined;
  return view ? { actor, view } : notFound();
}

const readOnce = cache(async (caseId: string) => readCase(await requireStaff(), caseId));

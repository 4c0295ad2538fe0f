"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { endOwnSession } from "@/lib/auth/commands/end-own-session";
import { requireSomebody } from "@/lib/auth/session";

/** Ends one of the person's own sessions; the one they are in by signing out. */
export async function endSessionAction(form: FormData): Promise<void> {
  const actor = await requireSomebody();
  const id = z.uuid().safeParse(form.get("session"));
  if (id.success) await endOwnSession(actor, id.data);
  revalidatePath("/sessions");
  redirect("/sessions");
}

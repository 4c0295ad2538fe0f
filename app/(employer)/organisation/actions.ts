"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { safeNext } from "@/lib/auth/destination";
import { switchOrganisation } from "@/lib/auth/session";

export async function chooseAction(form: FormData): Promise<void> {
  const next = safeNext(form.get("next"));
  const chosen = await switchOrganisation(String(form.get("kvkNumber") ?? ""));
  if (chosen.ok) {
    revalidatePath("/", "layout");
    redirect(next ?? "/applications");
  }
  redirect(`/organisation?${new URLSearchParams({ refused: "yes", ...(next && { next }) })}`);
}

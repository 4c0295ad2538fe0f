"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { safeNext } from "@/lib/auth/destination";
import { switchOrganisation } from "@/lib/auth/session";

export async function chooseAction(form: FormData): Promise<void> {
  const next = safeNext(form.get("next"));
  const kvkNumber = String(form.get("kvkNumber") ?? "");
  if (kvkNumber) {
    const chosen = await switchOrganisation(kvkNumber);
    if (chosen.ok) {
      revalidatePath("/", "layout");
      redirect(next ?? "/applications");
    }
  }
  const problem = kvkNumber ? "mandate" : "choice";
  redirect(`/organisation?${new URLSearchParams({ refused: problem, ...(next && { next }) })}`);
}

"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { recordFailedLookUp } from "@/lib/audit/commands/record-denial";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { countAttempt } from "@/lib/status/commands/count-attempt";
import { findByCode } from "@/lib/status/queries/find-by-code";
import { statusSchema } from "@/lib/status/schema";
import { givePass, takePass } from "./pass";

/** Redirects to the status with this reference and code. All wrong input gets the same answer. */
export async function lookUpAction(_previous: FormState, data: FormData): Promise<FormState> {
  const typed = rawSection(data);
  const values = { reference: typed.reference ?? "" };
  const asked = statusSchema.safeParse(typed);
  if (!asked.success) return { problems: problemsIn(asked.error), values };
  const forwardedFor = (await headers()).get("x-forwarded-for");
  const counted = await countAttempt({ forwardedFor, reference: asked.data.reference });
  if (!counted.ok) {
    const { minutes } = counted.refusal;
    return { problems: [{ field: "", code: "too-many", values: { minutes } }], values };
  }
  const { applicationId, isRight } = await findByCode(asked.data);
  if (!applicationId || !isRight) {
    await recordFailedLookUp(applicationId);
    return { problems: [{ field: "", code: "status_unknown" }], values };
  }
  await givePass(applicationId);
  redirect("/status/result");
}

/** For a shared screen: ends the look-up. */
export async function leaveAction(): Promise<void> {
  await takePass();
  redirect("/status");
}

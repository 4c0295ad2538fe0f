"use server";
import { notFound } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { RESPONSE_PLACE } from "@/lib/answers/kept-place";
import { respond } from "@/lib/decisions/commands/respond";
import { responseSchema } from "@/lib/decisions/schema";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";
import { senderOf } from "../save-answers";

const aboutSchema = z.object({ applicationId: z.uuid() });

export async function respondAction(_previous: FormState, data: FormData): Promise<FormState> {
  const typed = rawSection(data);
  const { data: about } = aboutSchema.safeParse(typed);
  if (!about) return notFound();
  const { applicationId } = about;
  const { response = "" } = typed;
  const actor = await senderOf(
    { applicationId, place: RESPONSE_PLACE, answers: { response }, revision: 0 },
    typed,
  );
  if ("problems" in actor) return actor;
  const parsed = responseSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const responded = await orNotFound(respond(actor, parsed.data));
  return responded.ok
    ? redirectAndRevalidate(`/applications/${parsed.data.applicationId}`)
    : { problems: [problemOf(responded.refusal)], values: typed };
}

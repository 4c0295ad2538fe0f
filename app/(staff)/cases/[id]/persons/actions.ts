"use server";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/or-not-found";
import { requireStaff } from "@/lib/auth/session";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { askAboutPerson } from "@/lib/person-checks/commands/ask-about-person";
import { showNumber } from "@/lib/person-checks/commands/open-number";
import { recordOutcome } from "@/lib/person-checks/commands/record-outcome";
import { askSchema, openingSchema, outcomeSchema } from "@/lib/person-checks/schema";
import { pressOnCase, submitOnCase } from "../case-action";

/** Shows the number in the answer to this form alone; a page that is opened again does not have it. */
export async function showNumberAction(_previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireStaff("reviewer");
  const values = rawSection(data);
  const parsed = openingSchema.safeParse(values);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values };
  const shown = await orNotFound(showNumber(actor, parsed.data));
  if (!shown.ok) return { problems: [problemOf(shown.refusal)], values };
  const t = await getTranslations("persons");
  return { problems: [], notice: t("numberIs", { number: shown.value.number }) };
}

const at = (data: FormData) => `/persons?person=${encodeURIComponent(String(data.get("trajectory")))}`;

/** Has the authority asked by the portal. */
export const askAuthorityAction = async (_previous: FormState, data: FormData) =>
  pressOnCase(data, { roles: ["reviewer"], schema: askSchema, command: askAboutPerson, next: at(data) });

/** Records what the reviewer found out. */
export const recordOutcomeAction = async (_previous: FormState, data: FormData) =>
  submitOnCase(data, { roles: ["reviewer"], schema: outcomeSchema, command: recordOutcome, next: at(data) });

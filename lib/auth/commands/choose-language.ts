import "server-only";
import { eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { people } from "@/db/schema";
import type { System } from "@/lib/actor";
import type { Locale } from "@/lib/i18n/locale";

const LANGUAGE: System = { kind: "system", task: "language" };

/** Keeps the language of a signed-in person, for mail about their applications. */
export const chooseLanguage = (personId: string, locale: Locale): Promise<void> =>
  asActor(LANGUAGE, async (tx) => {
    await tx.update(people).set({ locale }).where(eq(people.id, personId));
  });

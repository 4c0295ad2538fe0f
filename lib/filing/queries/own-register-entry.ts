import "server-only";
import { eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { organisations } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { RegisterAnswer } from "@/lib/answers/register";
import { lookUpEmployer } from "@/lib/gateways/kvk";

/** What the trade register says of the organisation that is acted for. */
export async function ownRegisterEntry(actor: Employer): Promise<RegisterAnswer> {
  const [own] = await readAs(actor, (tx) =>
    tx
      .select({ kvkNumber: organisations.kvkNumber })
      .from(organisations)
      .where(eq(organisations.id, actor.organisationId)),
  );
  return own ? lookUpEmployer(own.kvkNumber) : { problem: "not_asked" };
}

import "server-only";
import { eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { organisations } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { RegisterAnswer } from "@/lib/answers/register";
import { lookUpEmployer } from "@/lib/gateways/kvk";

/** The trade register's data of the represented organisation. */
export async function ownRegisterEntry(actor: Employer): Promise<RegisterAnswer> {
  const [own] = await readAs(actor, (tx) =>
    tx
      .select({ kvkNumber: organisations.kvkNumber })
      .from(organisations)
      .where(eq(organisations.id, actor.organisationId)),
  );
  return own ? lookUpEmployer(own.kvkNumber) : { problem: "not_asked" };
}

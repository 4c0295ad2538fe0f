import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { people } from "@/db/schema";
import type { Staff } from "@/lib/actor";

export type FoundPerson = { id: string; name: string; kind: "employer" | "staff" };

const MOST = 20;

const columns = { id: people.id, name: people.name, kind: people.kind };

/** People whose name begins like this, in any case; the first twenty by name. */
export const findPeople = (actor: Staff, beginning: string): Promise<FoundPerson[]> =>
  readAs(actor, (tx) =>
    tx
      .select(columns)
      .from(people)
      .where(sql`lower(${people.name}) like ${`${literally(beginning.trim().toLowerCase())}%`}`)
      .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
      .limit(MOST),
  );

export const findPerson = (actor: Staff, id: string): Promise<FoundPerson | undefined> =>
  readAs(actor, async (tx) => (await tx.select(columns).from(people).where(eq(people.id, id)))[0]);

const literally = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

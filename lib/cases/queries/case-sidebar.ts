import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import {
  applications,
  caseNotes,
  organisations,
  people,
  trajectories,
  undertakings,
  workItems,
} from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { Cents } from "@/lib/money";
import { unseal } from "@/lib/privacy/seal";
import type { State } from "@/lib/vocabulary/lifecycle";
import type { Scheme } from "@/lib/vocabulary/scheme";

const MOST_RELATED = 20;

/** How an application is related to this one; no other fact of it is given. */
export const RELATIONS = ["employer", "person", "account", "group"] as const;
export type Relation = (typeof RELATIONS)[number];

export type Related = {
  id: string;
  reference: string;
  scheme: Scheme;
  year: number;
  state: State;
  awardedCents: Cents | null;
  relations: Relation[];
};

/** The sidebar of a case: notes of officials, the oldest first, and related applications. */
export function besideCase(actor: Staff, applicationId: string, groupKvkNumbers: readonly string[]) {
  return readAs(actor, async (tx) => ({
    notes: await notesOf(tx, applicationId),
    related: await relatedTo(tx, applicationId, groupKvkNumbers),
  }));
}

async function notesOf(tx: Tx, applicationId: string) {
  const rows = await tx
    .select({ id: caseNotes.id, text: caseNotes.text, by: people.name, at: caseNotes.writtenAt })
    .from(caseNotes)
    .innerJoin(people, eq(people.id, caseNotes.writtenBy))
    .where(eq(caseNotes.applicationId, applicationId))
    .orderBy(asc(caseNotes.writtenAt), asc(caseNotes.id));
  return Promise.all(
    rows.map(async ({ text, ...note }) => ({
      ...note,
      text: (await unseal<{ text: string }>(text, `case_notes.text:${note.id}`)).text,
    })),
  );
}

/** Each kind of relation from its own index, a few of each. */
async function relatedTo(
  tx: Tx,
  applicationId: string,
  groupKvkNumbers: readonly string[],
): Promise<Related[]> {
  const kvk = sql.join(
    groupKvkNumbers.map((number) => sql`${number}`),
    sql`, `,
  );
  const { rows } = await tx.execute<
    Omit<Related, "relations" | "awardedCents"> & { awarded: string | null; relations: string }
  >(sql`
    with this as (select id, organisation_id, iban_key from ${applications} where id = ${applicationId}), found as (
      (select i.application_id as id, 'employer' as relation from ${workItems} i, this
        where i.organisation_id = this.organisation_id limit ${MOST_RELATED})
      union all (select t.application_id, 'person' from ${trajectories} t, ${trajectories} own
        where own.application_id = ${applicationId} and t.person_key = own.person_key limit ${MOST_RELATED})
      union all (select other.application_id, 'group' from this, ${undertakings} mine, ${undertakings} other
        where mine.application_id = this.id and other.key = mine.key and other.organisation_id <> this.organisation_id
        limit ${MOST_RELATED})
      union all (select a.id, 'account' from ${applications} a, this where a.iban_key = this.iban_key limit ${MOST_RELATED})
      ${
        groupKvkNumbers.length > 0
          ? sql`union all (select i.application_id, 'group' from ${organisations} o join ${workItems} i on i.organisation_id = o.id
              where o.kvk_number in (${kvk}) limit ${MOST_RELATED})`
          : sql``
      })
    select a.id, a.reference, a.scheme, a.year, a.state, a.awarded_cents as awarded,
      string_agg(distinct f.relation, ',') as relations
    from found f join ${applications} a on a.id = f.id
    where a.id <> ${applicationId} and a.state <> 'draft' group by a.id order by a.submitted_at desc limit ${MOST_RELATED}`);
  return rows.map(({ awarded, relations, ...row }) => ({
    ...row,
    awardedCents: awarded === null ? null : (Number(awarded) as Cents),
    relations: RELATIONS.filter((relation) => relations.split(",").includes(relation)),
  }));
}

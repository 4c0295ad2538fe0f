import postgres from "postgres";

const COLUMNS = [
  "organisation_id",
  "window_id",
  "scheme",
  "line_id",
  "year",
  "rules_version",
  "state",
  "version",
  "answers",
  "saved_at",
  "submitted_at",
  "rank_day",
  "requested_cents",
  "awarded_cents",
  "assignee_id",
  "started_by",
  "started_at",
].join(", ");

/**
 * Copies seeded applications until there are this many, each copy of an employer of its own, with the same spread over
 * windows, states, days and amounts. Only the tables of lists; as superuser, without triggers.
 */
export async function multiply(superUrl: string, wanted: number): Promise<void> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`set session_replication_role = replica`;
    await sql`set synchronous_commit = off`;
    await sql`update work_items set attention = '{shared_account}' where case_number % 9 = 0`;
    const [seeded] = await sql<{ count: number }[]>`select count(*)::int as count from work_items`;
    const times = Math.ceil(wanted / (seeded?.count ?? 1)) - 1;
    if (times < 1) return;
    const copies = times * (seeded?.count ?? 0);
    await sql`create temp table copies as
      select i.application_id as source, n.copy, uuidv7() as id, uuidv7() as organisation,
        row_number() over (order by n.copy, i.case_number) as number, max(i.case_number) over () as last
      from work_items i cross join generate_series(1, ${times}::integer) n (copy)`;
    await sql`insert into organisations (id, kvk_number, legal_name)
      select c.organisation, (10000000 + c.number)::text,
        regexp_replace(o.legal_name, '\\d+ BV$', (c.number % 100000) || ' BV')
      from copies c join work_items i on i.application_id = c.source join organisations o on o.id = i.organisation_id
      on conflict do nothing`;
    await sql.unsafe(
      `insert into applications (id, reference, case_number, ${COLUMNS})
      select c.id, 'copy-' || c.number, c.last + c.number, c.organisation, ${COLUMNS.replace("organisation_id, ", "a.").replaceAll(", ", ", a.")}
      from copies c join applications a on a.id = c.source`.replace("a.answers", "''"),
    );
    await sql`insert into work_items (application_id, reference, case_number, organisation_id, window_id, state, assignee_id, employer,
        rank_day, due_on, requested_cents, changed_at, trajectories, women, attention)
      select c.id, 'copy-' || c.number, c.last + c.number, c.organisation, i.window_id, i.state, i.assignee_id,
        lower(o.legal_name), i.rank_day, i.due_on, i.requested_cents, i.changed_at + c.copy * interval '1 millisecond', i.trajectories,
        i.women, i.attention
      from copies c join work_items i on i.application_id = c.source join organisations o on o.id = c.organisation`;
    await sql`insert into employer_words (word, organisation_id, words)
      select w, o.id, ' ' || array_to_string(n, ' ') || ' ' from organisations o, name_words(o.legal_name) n, unnest(n) w
      on conflict do nothing`;
    console.log(`  ${copies} copies`);
    await sql`select recount_claims()`;
    await sql`vacuum analyze`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

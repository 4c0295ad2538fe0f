import "server-only";
import { sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { bookedByYear } from "@/lib/budget/queries/booked-by-year";
import { ZONE } from "@/lib/day";
import type { Dataset, ExportChoice } from "@/lib/publication/export";
import type { Cell } from "@/lib/publication/table-file";

export type ExportRow = Record<string, Cell>;
type Page = { rows: ExportRow[]; last: string | undefined };
type Read = (tx: Tx, choice: ExportChoice, after: string | undefined) => Promise<Page>;

const BATCH = 5_000;

const cases: Read = async (tx, { scheme, year }, after) => {
  const { rows } = await tx.execute<ExportRow & { gevraagd: string; toegekend: string | null }>(sql`
    select a.reference as kenmerk, a.case_number::int as zaaknummer, o.legal_name as werkgever,
      o.kvk_number as "kvkNummer", a.scheme as regeling, a.year as jaar, a.state as status, a.rank_day::text as rangdag,
      t.all as trajecten, t.women as "trajectenVrouwen", a.requested_cents as gevraagd, a.awarded_cents as toegekend,
      (select max(decided_on)::text from decisions d where d.application_id = a.id) as besluitdatum
    from applications a join organisations o on o.id = a.organisation_id
      cross join lateral (select count(*)::int as all, count(*) filter (where track = 'women')::int as women
        from trajectories where application_id = a.id) t
    where a.state <> 'draft' and a.year = ${year} and (${scheme} = 'all' or a.scheme::text = ${scheme})
      and a.case_number > ${after ?? "0"}::bigint
    order by a.case_number limit ${BATCH}`);
  return {
    rows: rows.map(({ gevraagd, toegekend, ...row }) => ({
      ...row,
      gevraagdEuro: Number(gevraagd) / 100,
      toegekendEuro: toegekend === null ? null : Number(toegekend) / 100,
    })),
    last: rows.length === BATCH ? String(rows.at(-1)?.zaaknummer) : undefined,
  };
};

const ledger: Read = async (tx, { scheme, year }, after) => {
  const { rows } = await tx.execute<ExportRow & { boeking: string; bedrag: string }>(sql`
    select e.id as boeking, e.line_id as regel, e.year as jaar, e.budget_year as begrotingsjaar, e.kind as soort, e.amount_cents as bedrag,
      a.reference as kenmerk, e.trajectory as traject, to_char(e.at at time zone ${ZONE}, 'YYYY-MM-DD"T"HH24:MI:SS') as moment
    from ledger_entries e left join applications a on a.id = e.application_id
    where e.year = ${year} and (${scheme} = 'all' or a.scheme::text = ${scheme})
      and (${after ?? null}::uuid is null or e.id > ${after ?? null}::uuid)
    order by e.id limit ${BATCH}`);
  return {
    rows: rows.map(({ bedrag, ...row }) => ({ ...row, bedragEuro: Number(bedrag) / 100 })),
    last: rows.length === BATCH ? rows.at(-1)?.boeking : undefined,
  };
};

/** The year that is asked for is the budget year. */
const commitments: Read = async (tx, { scheme, year }) => {
  const isOfScheme = sql`(${scheme} = 'all' or l.scheme::text = ${scheme})`;
  const booked = await bookedByYear(tx, sql`e.budget_year = ${year} and ${isOfScheme}`);
  const euro = (amount: number) => amount / 100;
  return {
    rows: booked.map((row) => ({
      begrotingsjaar: row.budgetYear,
      regel: row.line,
      plafondjaar: row.ceilingYear,
      toegekendEuro: euro(row.committedCents),
      vrijgevallenEuro: euro(row.releasedCents),
      naBezwaarEuro: euro(row.objectionCents),
      saldoEuro: euro(row.committedCents + row.releasedCents + row.objectionCents),
    })),
    last: undefined,
  };
};

const READERS: Record<Dataset, Read> = { cases, ledger, commitments };

/** The requested rows, some thousands at a time, in order of filing or booking. */
export async function* exportRows(actor: Staff, choice: ExportChoice): AsyncGenerator<ExportRow[]> {
  let after: string | undefined;
  do {
    const { rows, last } = await readAs(actor, (tx) => READERS[choice.dataset](tx, choice, after));
    if (rows.length > 0) yield rows;
    after = last;
  } while (after !== undefined);
}

import type postgres from "postgres";
import { uuidAt } from "./chance";
import { add, type Batch } from "./tables";

const ISSUER = "seed";
const STAFF = [
  ["seed-reviewer-1", "reviewer", "Robin de Vries"],
  ["seed-reviewer-2", "reviewer", "Sanne Bos"],
  ["seed-decider-1", "decider", "Jamie Peters"],
  ["seed-decider-2", "decider", "Lou van Dam"],
] as const;
const NAMES = [
  "Bakkerij",
  "Bouwbedrijf",
  "Zorggroep",
  "Kwekerij",
  "Logistiek",
  "Hotel",
  "Schoonmaak",
  "Techniek",
  "Metaal",
  "Restaurant",
];
const PLACES = [
  "Utrecht",
  "Zwolle",
  "Breda",
  "Emmen",
  "Venlo",
  "Delft",
  "Almere",
  "Tilburg",
  "Leeuwarden",
  "Arnhem",
];
/** The range of numbers of seeded employers, which no other employer has. */
const KVK = { from: 50_000_000, until: 89_999_999 };

export type Officials = { reviewers: string[]; deciders: string[] };

/** The officials who handle seeded cases, made when they are absent. */
export async function officials(sql: postgres.TransactionSql): Promise<Officials> {
  const found = { reviewers: [] as string[], deciders: [] as string[] };
  for (const [subject, role, name] of STAFF) {
    await sql`insert into people (kind, issuer, subject, name) values ('staff', ${ISSUER}, ${subject}, ${name})
      on conflict (issuer, subject) do nothing`;
    const [person] = await sql<
      { id: string }[]
    >`select id from people where issuer = ${ISSUER} and subject = ${subject}`;
    if (!person) throw new Error(`no official ${subject}`);
    await sql`insert into staff_roles (person_id, role) values (${person.id}, ${role}) on conflict do nothing`;
    found[role === "reviewer" ? "reviewers" : "deciders"].push(person.id);
  }
  return found;
}

/** The first KVK number that no seeded employer has yet. */
export async function firstFreeKvk(sql: postgres.TransactionSql): Promise<number> {
  const [row] = await sql<{ last: string | null }[]>`
    select max(kvk_number) as last from organisations where kvk_number between ${`${KVK.from}`} and ${`${KVK.until}`}`;
  return row?.last ? Number(row.last) + 1 : KVK.from;
}

/** One employer with one person who signs in for it. */
export function addEmployer(
  batch: Batch,
  kvk: number,
  now: number,
): { organisationId: string; employerId: string } {
  if (kvk > KVK.until) throw new RangeError("there are no KvK numbers left for seeded employers");
  const [organisationId, employerId] = [uuidAt(now), uuidAt(now)];
  const name = `${NAMES[kvk % NAMES.length]} ${PLACES[Math.floor(kvk / NAMES.length) % PLACES.length]} ${kvk % 100_000} BV`;
  add(batch, "organisations", { id: organisationId, kvk_number: `${kvk}`, legal_name: name });
  add(batch, "people", {
    id: employerId,
    kind: "employer",
    issuer: ISSUER,
    subject: `employer-${kvk}`,
    name: `Contact ${kvk}`,
  });
  return { organisationId, employerId };
}

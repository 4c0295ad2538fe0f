import { createHash } from "node:crypto";
import type { Assurance, StaffRole } from "@/lib/actor";
import type { Scheme } from "@/lib/vocabulary/scheme";

type Organisation = { kvk_number: string; legal_name: string };
type Mandate = Organisation & { schemes?: readonly Scheme[]; valid_until?: string };

type Someone = {
  id: string;
  name: string;
  sub: string;
  /** One line for whoever starts the portal. */
  description: string;
};
export type TestEmployer = Someone & {
  kind: "employer";
  claims: Organisation & { loa: Assurance; mandates: readonly Mandate[] };
};
export type TestStaff = Someone & {
  kind: "staff";
  claims: { roles: readonly StaffRole[]; employer_kvk: readonly string[] };
};
export type TestPerson = TestEmployer | TestStaff;

/** Names and numbers of the test environment of the Chamber of Commerce: no real companies. */
const DONALD = { kvk_number: "68750110", legal_name: "Test BV Donald" };
const DAGOBERT = { kvk_number: "69599084", legal_name: "Test EMZ Dagobert" };
const KATRIEN = { kvk_number: "68727720", legal_name: "Test NV Katrien" };
const GUUS = { kvk_number: "69599076", legal_name: "Test VOF Guus" };
const BOLDERBAST = { kvk_number: "69599068", legal_name: "Test Stichting Bolderbast" };
const KONTEX = { kvk_number: "90001354", legal_name: "Grand Kontex B.V." };

/** Everyone who can sign in at the local provider; all of them are made up. */
export const PEOPLE: readonly TestPerson[] = [
  employer("sanne", "Sanne de Wit", DONALD),
  employer("karim", "Karim Haddad", DONALD),
  employer("joost", "Joost van Dam", DAGOBERT),
  employer("marijke", "Marijke Bos", KATRIEN, { loa: "EH4" }),
  employer("petra", "Petra Smit", GUUS, { loa: "EH2" }),
  employer("bram", "Bram Kuiper", KONTEX, {
    mandates: [BOLDERBAST, { ...DAGOBERT, schemes: ["werkgeverssubsidie"], valid_until: "2099-12-31" }],
  }),
  staff("fatima", "Fatima el Amrani", ["reviewer"]),
  staff("ruben", "Ruben Jansen", ["reviewer"]),
  staff("noor", "Noor Visser", ["reviewer"], [DONALD.kvk_number]),
  staff("hanneke", "Hanneke Vos", ["decider"]),
  staff("tariq", "Tariq Rahman", ["decider"]),
  staff("ingrid", "Ingrid Mulder", ["reviewer", "decider"]),
  staff("lotte", "Lotte Dekker", ["budget_holder"]),
  staff("daan", "Daan Verhoeven", ["budget_holder"]),
  staff("peter", "Peter Hoekstra", ["auditor"]),
  staff("willem", "Willem de Graaf", ["decider", "budget_holder"]),
];

export function personBySubject(sub: string): TestPerson | undefined {
  return PEOPLE.find((person) => person.sub === sub);
}

function employer(
  id: string,
  name: string,
  organisation: Organisation,
  { loa = "EH3", mandates = [] }: { loa?: Assurance; mandates?: readonly Mandate[] } = {},
): TestEmployer {
  const others = mandates.map(({ legal_name }) => legal_name).join(" and ");
  const description = `employer: ${organisation.legal_name}, ${loa}${others && `, mandated by ${others}`}`;
  const claims = { ...organisation, loa, mandates };
  return { id, name, sub: pseudonymOf(id), description, kind: "employer", claims };
}

function staff(
  id: string,
  name: string,
  roles: readonly StaffRole[],
  employer_kvk: readonly string[] = [],
): TestStaff {
  const belongs = employer_kvk.map((number) => `, belongs to employer ${number}`).join("");
  const description = `staff: ${roles.join(" and ").replaceAll("_", " ")}${belongs}`;
  return { id, name, sub: pseudonymOf(id), description, kind: "staff", claims: { roles, employer_kvk } };
}

/** As at a real broker, the identifier says nothing about the person and never changes. */
function pseudonymOf(id: string): string {
  return createHash("sha256").update(`test person ${id}`).digest("hex").slice(0, 40);
}

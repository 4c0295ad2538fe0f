import { createHash } from "node:crypto";
import type { Assurance, StaffRole } from "@/lib/actor";
import { baseProfile } from "../register/companies";

/** An organisation that a person may represent: their own, or one that gave them a chain mandate. */
export type Representation = {
  /** Undefined for a company of another country, which eIDAS identifies by another number. */
  kvkNumber: string | undefined;
  name: string;
  /** The one branch that the mandate is for. */
  branch?: string;
};

type Someone = {
  id: string;
  name: string;
  sub: string;
  /** One line for the terminal at the start. */
  description: string;
};
export type TestEmployer = Someone & {
  kind: "employer";
  assurance: Assurance;
  /** Their own organisation first. */
  represents: readonly [Representation, ...Representation[]];
};
export type TestStaff = Someone & {
  kind: "staff";
  roles: readonly StaffRole[];
  employers: readonly string[];
  hasSecondFactor: boolean;
};
export type TestPerson = TestEmployer | TestStaff;

/** KVK numbers of the test environment of the Chamber of Commerce: no real companies. */
const DONALD = "68750110";
const DAGOBERT = "69599084";
const KATRIEN = "68727720";
const GUUS = "69599076";
const BOLDERBAST = "69599068";
const KONTEX = "90001354";

/** All test people of the local provider; none of them exists. */
export const PEOPLE: readonly TestPerson[] = [
  employer("sanne", "Sanne de Wit", [company(DONALD)]),
  employer("karim", "Karim Haddad", [company(DONALD)]),
  employer("amina", "Amina Yilmaz", [company(DONALD, "000037178601")]),
  employer("joost", "Joost van Dam", [company(DAGOBERT)]),
  employer("marijke", "Marijke Bos", [company(KATRIEN)], "loa4"),
  employer("petra", "Petra Smit", [company(GUUS)], "loa2"),
  employer("bram", "Bram Kuiper", [company(KONTEX), company(BOLDERBAST), company(DAGOBERT)]),
  employer("greta", "Greta Vogel", [{ kvkNumber: undefined, name: "Bäckerei Vogel GmbH" }]),
  staff("fatima", "Fatima el Amrani", ["reviewer"]),
  staff("ruben", "Ruben Jansen", ["reviewer"]),
  staff("noor", "Noor Visser", ["reviewer"], { employers: [DONALD] }),
  staff("hanneke", "Hanneke Vos", ["decider"]),
  staff("tariq", "Tariq Rahman", ["decider"]),
  staff("ingrid", "Ingrid Mulder", ["reviewer", "decider"]),
  staff("lotte", "Lotte Dekker", ["budget_holder"]),
  staff("daan", "Daan Verhoeven", ["budget_holder"]),
  staff("peter", "Peter Hoekstra", ["auditor"]),
  staff("willem", "Willem de Graaf", ["decider", "budget_holder"]),
  staff("sjoerd", "Sjoerd Postma", ["reviewer"], { hasSecondFactor: false }),
];

/** One person in one sign-in: whom they represent is chosen at the provider. */
export type Account = { person: TestPerson; represented: Representation | undefined };

export function accountIdOf({ person, represented }: Account): string {
  return represented?.kvkNumber ? `${person.sub}.${represented.kvkNumber}` : person.sub;
}

export function accountById(id: string): Account | undefined {
  const [sub, kvkNumber] = id.split(".");
  const person = PEOPLE.find((one) => one.sub === sub);
  if (person?.kind !== "employer") return person && { person, represented: undefined };
  const represented = person.represents.find((one) => one.kvkNumber === kvkNumber);
  return represented && { person, represented };
}

function company(kvkNumber: string, branch?: string): Representation {
  return { kvkNumber, name: baseProfile(kvkNumber)?.naam ?? kvkNumber, ...(branch && { branch }) };
}

function employer(
  id: string,
  name: string,
  represents: TestEmployer["represents"],
  assurance: Assurance = "loa3",
): TestEmployer {
  const [{ name: own, branch, kvkNumber }, ...others] = represents;
  const description = [
    `employer: ${own}`,
    assurance,
    ...(kvkNumber ? [] : ["eIDAS, no KVK number"]),
    ...(branch ? [`branch ${branch} only`] : []),
    ...(others.length > 0 ? [`mandated by ${others.map((other) => other.name).join(" and ")}`] : []),
  ].join(", ");
  return { id, name, sub: pseudonymOf(id), description, kind: "employer", assurance, represents };
}

function staff(
  id: string,
  name: string,
  roles: readonly StaffRole[],
  { employers = [], hasSecondFactor = true }: Partial<Pick<TestStaff, "employers" | "hasSecondFactor">> = {},
): TestStaff {
  const description = [
    `staff: ${roles.join(" and ").replaceAll("_", " ")}`,
    ...employers.map((number) => `tied to employer ${number}`),
    ...(hasSecondFactor ? [] : ["without a second factor"]),
  ].join(", ");
  return { id, name, sub: pseudonymOf(id), description, kind: "staff", roles, employers, hasSecondFactor };
}

/** As at a real broker, the pseudonym says nothing about the person and never changes. */
function pseudonymOf(id: string): string {
  return createHash("sha256").update(`test person ${id}`).digest("hex").slice(0, 40);
}

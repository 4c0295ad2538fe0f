import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { setClock, testDatabase } from "@/db/testing/database";
import type { StaffRole } from "@/lib/actor";
import type { Arrival, EmployerArrival } from "./claims";
import { endSession } from "./commands/end-session";
import { startSession } from "./commands/start-session";
import { findSession } from "./queries/find-session";
import { hashOf, newToken } from "./token";

const { sql } = await testDatabase();

const DONALD = { kvkNumber: "68750110", legalName: "Test BV Donald" };

const someone = () => ({ issuer: "https://provider.example", subject: randomUUID(), name: "Sanne de Wit" });
const employer = (change: Partial<EmployerArrival> = {}): EmployerArrival => ({
  kind: "employer",
  ...someone(),
  kvkNumber: DONALD.kvkNumber,
  assurance: "loa3",
  intermediaryKvkNumber: undefined,
  branchNumber: undefined,
  ...change,
});
const staff = (...roles: StaffRole[]): Arrival => ({ kind: "staff", ...someone(), roles, employers: [] });

async function signIn(arrival: Arrival, legalName: string | undefined = DONALD.legalName) {
  const token = newToken();
  return { token, ...(await startSession(arrival, token, { idToken: "an id token", legalName })) };
}

async function employerSession(token: string) {
  const session = await findSession(token);
  if (session?.kind !== "employer") throw new Error("no employer's session");
  return session;
}

async function eventsOf(personId: string): Promise<string[]> {
  const rows = await sql`select type from events where stream = ${`person:${personId}`} order by number`;
  return rows.map((row) => row.type as string);
}

describe("a session that was started", () => {
  test("is found by its token, of which the database knows only the hash", async () => {
    const { token, personId } = await signIn(employer());
    expect(await employerSession(token)).toMatchObject({
      personId,
      assurance: "loa3",
      organisation: { ...DONALD, intermediaryKvkNumber: null, branchNumber: null },
    });
    const [row] = await sql`select * from sessions where person_id = ${personId}`;
    expect(row?.token_hash).toEqual(hashOf(token));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await eventsOf(personId)).toEqual(["session.start"]);
  });

  test("is nobody's without its token", async () => {
    await signIn(employer());
    expect(await findSession(newToken())).toBeUndefined();
    expect(await findSession("")).toBeUndefined();
  });

  test("leaves no name, number or token in the event", async () => {
    const { personId } = await signIn(employer());
    const [event] = await sql`select payload from events where stream = ${`person:${personId}`}`;
    expect(event?.payload).toEqual({ assurance: "loa3" });
  });

  test("belongs to a person who is the same at the next sign-in, under the newest name", async () => {
    const arrival = employer();
    const first = await signIn(arrival);
    const second = await signIn({ ...arrival, name: "Sanne de Wit-Bakker" });
    expect(second.personId).toBe(first.personId);
    expect(await employerSession(first.token)).toMatchObject({ name: "Sanne de Wit-Bakker" });
  });

  test("is refused to someone whom the provider now calls another kind", async () => {
    const arrival = employer();
    await signIn(arrival);
    const { issuer, subject } = arrival;
    const turned: Arrival = { ...staff("reviewer"), issuer, subject };
    await expect(signIn(turned)).rejects.toThrow("no longer of the kind");
  });
});

describe("a session that is no longer", () => {
  test("ended by its person opens nothing, and ends once", async () => {
    const { token, personId } = await signIn(employer());
    expect(await endSession(token)).toEqual({ kind: "employer", idToken: "an id token" });
    expect(await findSession(token)).toBeUndefined();
    expect(await endSession(token)).toBeUndefined();
    expect(await eventsOf(personId)).toEqual(["session.start", "session.end"]);
    const [row] = await sql`select id_token from sessions where person_id = ${personId}`;
    expect(row?.id_token).toBeNull();
  });

  test.each([
    ["employer", employer(), 30],
    ["staff", staff("reviewer"), 15],
  ] as const)("of %s is idle without a request for too long", async (_kind, arrival, minutes) => {
    const { token, personId } = await signIn(arrival);
    await sql`update sessions set last_seen_at = now() - ${`${minutes} minutes`}::interval + interval '5 seconds',
      authenticated_at = now() - interval '1 hour' where person_id = ${personId}`;
    expect(await findSession(token)).toBeDefined();
    await sql`update sessions set last_seen_at = now() - ${`${minutes} minutes`}::interval where person_id = ${personId}`;
    expect(await findSession(token)).toBeUndefined();
  });

  test.each([
    ["employer", 8, employer()],
    ["staff", 8, staff("reviewer")],
  ] as const)("of %s is over %i hours after signing in, also when busy", async (_kind, hours, arrival) => {
    const { token, personId } = await signIn(arrival);
    await sql`update sessions set authenticated_at = now() - ${`${hours} hours`}::interval where person_id = ${personId}`;
    expect(await findSession(token)).toBeUndefined();
  });

  test("is judged by the database clock and kept alive by being used", async () => {
    const at = (time: string) => setClock(new Date(`2026-11-24T${time}Z`));
    await at("09:00:00");
    const { token, personId } = await signIn(staff("reviewer"));
    const seen = async () =>
      (await sql`select last_seen_at from sessions where person_id = ${personId}`)[0]?.last_seen_at as Date;
    await at("09:00:59");
    await findSession(token);
    expect(await seen()).toEqual(new Date("2026-11-24T09:00:00Z"));
    await at("09:14:00");
    await findSession(token);
    expect(await seen()).toEqual(new Date("2026-11-24T09:14:00Z"));
    await at("09:28:59");
    expect(await findSession(token)).toBeDefined();
    await at("17:00:00");
    expect(await findSession(token)).toBeUndefined();
    await setClock(null);
  });
});

describe("roles and representation", () => {
  test("a role taken away in the database is gone at once, the last one with the session", async () => {
    const { token, personId } = await signIn(staff("reviewer", "decider"));
    expect(await findSession(token)).toMatchObject({ roles: ["reviewer", "decider"] });
    await sql`delete from staff_roles where person_id = ${personId} and role = 'decider'`;
    expect(await findSession(token)).toMatchObject({ roles: ["reviewer"] });
    await sql`delete from staff_roles where person_id = ${personId}`;
    expect(await findSession(token)).toBeUndefined();
  });

  test("a sign-in brings the roles to what the provider says now", async () => {
    const arrival = staff("reviewer", "decider");
    await signIn(arrival);
    const changed = { ...arrival, roles: ["budget_holder"], employers: ["68750110"] } as Arrival;
    const { token, personId } = await signIn(changed);
    expect(await findSession(token)).toMatchObject({ roles: ["budget_holder"] });
    const interests = await sql`select kvk_number from staff_interests where person_id = ${personId}`;
    expect(interests.map((row) => row.kvk_number)).toEqual(["68750110"]);
  });

  test("the database refuses two duties, whatever the code says", async () => {
    const { personId } = await signIn(staff("decider"));
    await expect(sql`insert into staff_roles values (${personId}, 'budget_holder')`).rejects.toThrow(
      "staff_roles_one_duty",
    );
  });

  test("an intermediary and a branch come with the session and are in its event", async () => {
    const chain = { intermediaryKvkNumber: "90001354", branchNumber: "000037178598" };
    const { token, personId } = await signIn(employer(chain));
    expect(await employerSession(token)).toMatchObject({ organisation: { ...DONALD, ...chain } });
    const [event] = await sql`select payload from events where stream = ${`person:${personId}`}`;
    expect(event?.payload).toEqual({ assurance: "loa3", intermediary: "90001354", branch: "000037178598" });
  });

  test("each sign-in of one person represents the organisation that was chosen for it", async () => {
    const arrival = employer();
    const first = await signIn(arrival);
    const second = await signIn({ ...arrival, kvkNumber: "69599084" }, "Test EMZ Dagobert");
    expect(second.personId).toBe(first.personId);
    expect(await employerSession(first.token)).toMatchObject({ organisation: DONALD });
    expect(await employerSession(second.token)).toMatchObject({ organisation: { kvkNumber: "69599084" } });
  });

  test("an organisation is called by its number until the register has told its name, which it keeps", async () => {
    const arrival = employer({ kvkNumber: "97000001" });
    const nameOf = async (legalName: string | undefined) => {
      const token = newToken();
      await startSession(arrival, token, { legalName });
      return (await employerSession(token)).organisation.legalName;
    };
    expect(await nameOf(undefined)).toBe("KVK 97000001");
    expect(await nameOf("Test Bedrijf B.V.")).toBe("Test Bedrijf B.V.");
    expect(await nameOf(undefined)).toBe("Test Bedrijf B.V.");
  });

  test("the database refuses an employer's session without a level of assurance", async () => {
    const { personId } = await signIn(employer());
    await expect(sql`update sessions set assurance = null where person_id = ${personId}`).rejects.toThrow(
      "sessions_level_of_employer",
    );
  });
});

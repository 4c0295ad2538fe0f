import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { setClock, testDatabase } from "@/db/testing/database";
import type { StaffRole } from "@/lib/actor";
import type { Arrival } from "./claims";
import { chooseOrganisation } from "./commands/choose-organisation";
import { endSession } from "./commands/end-session";
import { startSession } from "./commands/start-session";
import { findSession } from "./queries/find-session";
import { hashOf, newToken } from "./token";

const { sql } = await testDatabase();

type EmployerArrival = Extract<Arrival, { kind: "employer" }>;
const DONALD = { kvkNumber: "68750110", legalName: "Test BV Donald" };
const DAGOBERT = { kvkNumber: "69599084", legalName: "Test EMZ Dagobert" };
const KATRIEN = { kvkNumber: "68727720", legalName: "Test NV Katrien" };

const someone = () => ({ issuer: "https://provider.example", subject: randomUUID(), name: "Sanne de Wit" });
const employer = (change: Partial<EmployerArrival> = {}): EmployerArrival => ({
  kind: "employer",
  ...someone(),
  organisation: DONALD,
  mandates: [],
  assurance: "EH3",
  ...change,
});
const staff = (...roles: StaffRole[]): Arrival => ({ kind: "staff", ...someone(), roles, employers: [] });

async function signIn(arrival: Arrival): Promise<{ token: string; personId: string }> {
  const token = newToken();
  return { token, ...(await startSession(arrival, token, "an id token")) };
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
      assurance: "EH3",
      organisation: { ...DONALD, isOwn: true },
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
    expect(event?.payload).toEqual({ assurance: "EH3" });
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
    ["employer", 12, employer()],
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

describe("roles and mandates at each request", () => {
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

  test("an intermediary acts for the organisation that was chosen", async () => {
    const { token, personId } = await signIn(employer({ mandates: [DAGOBERT, KATRIEN] }));
    const session = await employerSession(token);
    expect(session.choices.map(({ kvkNumber }) => kvkNumber)).toEqual(["68750110", "69599084", "68727720"]);
    expect(await chooseOrganisation(session, "69599084")).toMatchObject({ ok: true });
    expect(await employerSession(token)).toMatchObject({ organisation: { ...DAGOBERT, isOwn: false } });
    expect(await chooseOrganisation(session, "69599084")).toMatchObject({ ok: true });
    expect(await eventsOf(personId)).toEqual(["session.start", "session.switch"]);
  });

  test("an organisation without a mandate is refused, and nothing changes", async () => {
    await signIn(employer({ organisation: KATRIEN }));
    const { token, personId } = await signIn(employer({ mandates: [DAGOBERT] }));
    const session = await employerSession(token);
    const refusal = { ok: false, refusal: { reason: "no-mandate" } };
    for (const kvkNumber of ["68727720", "00000000", ""]) {
      expect(await chooseOrganisation(session, kvkNumber)).toEqual(refusal);
    }
    expect(await employerSession(token)).toMatchObject({ organisation: { kvkNumber: "68750110" } });
    expect(await eventsOf(personId)).toEqual(["session.start"]);
  });

  test("a mandate that ends takes the session back to the person's own organisation", async () => {
    const { token, personId } = await signIn(employer({ mandates: [DAGOBERT] }));
    await chooseOrganisation(await employerSession(token), "69599084");
    await sql`update mandates set valid_until = now() - interval '1 minute' where person_id = ${personId}`;
    expect(await employerSession(token)).toMatchObject({ organisation: { ...DONALD, isOwn: true } });
    expect((await employerSession(token)).choices).toHaveLength(1);
  });
});

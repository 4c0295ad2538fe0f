import { randomInt, randomUUID } from "node:crypto";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import postgres from "postgres";
import type { Assurance, StaffRole } from "../lib/actor";
import { hashOf, newToken } from "../lib/auth/token";
import { ZONE } from "../lib/day";

/** In the page: reports a breach that its own script hides. */
const sayBreaches = () =>
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
    console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
  );

const baseURL = process.env.APP_URL ?? "http://127.0.0.1:3000";

/** A signed-in person of this test alone: their page, and who they are. */
export type SignedIn = {
  page: Page;
  personId: string;
  organisationId: string | null;
  organisationName: string;
  sessionId: string;
};

type Fixtures = {
  sql: postgres.Sql;
  /** A future year that no other test of this run uses, without a ceiling. */
  year: number;
  /**
   * Sets the database clock to noon of that day until the test has ended. For tests tagged @alone, because there is one
   * clock. People must sign in after it.
   */
  travelTo: (day: string) => Promise<unknown>;
  /** A visitor. Every page of every test fails it on a console error, an exception or a breach of the CSP. */
  visitor: Page;
  /**
   * A new employer with its own organisation; `of` makes a colleague, `at` signs in on another page. With `kvkNumber`
   * it is that company of the register, which test people belong to as well; `inRegister` is a company of the register
   * for this test alone.
   */
  anEmployer: (options?: {
    assurance?: Assurance;
    of?: SignedIn;
    at?: Page;
    kvkNumber?: string;
    inRegister?: boolean;
    named?: string;
    /** KVK number of the intermediary with a chain mandate. */
    intermediary?: string;
    /** The one branch that the mandate is for. */
    branch?: string;
  }) => Promise<SignedIn>;
  /** Ends the session of an employer, as half an hour without a request does. */
  endSession: (employer: SignedIn) => Promise<void>;
  /** Signs an employer in again after their session has ended. */
  signedInAgain: (employer: SignedIn) => Promise<void>;
  anOfficial: (roles: readonly StaffRole[], options?: { belongsTo?: SignedIn }) => Promise<SignedIn>;
};

type Watch = {
  /** The error statuses that a test expects; the browser reports each as an error. */
  expectedStatus: RegExp;
  watched: (context: BrowserContext) => Promise<Page>;
};

export const test = base.extend<Fixtures & Watch>({
  expectedStatus: [/40[34]/, { option: true }],

  sql: async ({ browserName: _browser }, use) => {
    // A day in SQL is the day in the Netherlands.
    const connection = { TimeZone: ZONE };
    const sql = postgres(process.env.DATABASE_SUPER_URL ?? "", { max: 1, connection, onnotice: () => {} });
    await use(sql);
    await sql.end();
  },

  travelTo: async ({ sql }, use) => {
    const clock = (body: string) =>
      sql.unsafe(
        `create or replace function portal_now() returns timestamptz language sql stable as $$ select ${body} $$`,
      );
    const seconds = (day: string) => (Date.parse(`${day}T12:00Z`) - Date.now()) / 1000;
    await use((day) => clock(`now() + make_interval(secs => ${seconds(day)})`));
    await clock("now()");
  },

  year: async ({ sql }, use) => {
    const year = await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(2046)`;
      await tx`create sequence if not exists years_of_tests start 2046`;
      const [row] = await tx<{ year: string }[]>`select nextval('years_of_tests') as year`;
      return Number(row?.year);
    });
    await use(year);
  },

  watched: async ({ expectedStatus }, use) => {
    const wrong: string[] = [];
    const expected = new RegExp(
      `the server responded with a status of ${expectedStatus.source}|net::ERR_INTERNET_DISCONNECTED`,
    );
    await use(async (context) => {
      await context.addInitScript(sayBreaches);
      const page = await context.newPage();
      page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" && !expected.test(message.text()))
          wrong.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    });
    expect(wrong, "console errors, exceptions and breaches of the CSP").toEqual([]);
  },

  visitor: async ({ browser, contextOptions, watched }, use) => {
    const context = await browser.newContext(contextOptions);
    await use(await watched(context));
    await context.close();
  },

  anEmployer: async ({ browser, contextOptions, sql, watched }, use) => {
    const contexts: BrowserContext[] = [];
    await use(
      async ({
        assurance = "loa3",
        of,
        at,
        inRegister = false,
        named = `Bakkerij ${randomInt(100_000, 999_999)} BV`,
        kvkNumber = aKvkNumber(inRegister),
        ...restricted
      } = {}) => {
        const organisationName = of?.organisationName ?? named;
        const organisationId = of?.organisationId ?? (await organisation(sql, kvkNumber, organisationName));
        const personId = await person(sql, "employer", "Anna Bakker");
        const context = at?.context() ?? (await browser.newContext(contextOptions));
        if (!at) contexts.push(context);
        const sessionId = await signIn(sql, context, { personId, organisationId, assurance, ...restricted });
        return {
          page: at ?? (await watched(context)),
          personId,
          organisationId,
          organisationName,
          sessionId,
        };
      },
    );
    for (const context of contexts) await context.close();
  },

  endSession: async ({ sql }, use) => {
    await use(async ({ personId }) => {
      await sql`update sessions set last_seen_at = portal_now() - interval '31 minutes' where person_id = ${personId}`;
    });
  },

  signedInAgain: async ({ sql }, use) => {
    await use(async (employer) => {
      const { page, personId, organisationId } = employer;
      employer.sessionId = await signIn(sql, page.context(), { personId, organisationId, assurance: "loa3" });
    });
  },

  anOfficial: async ({ browser, contextOptions, sql, watched }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (roles, { belongsTo } = {}) => {
      const personId = await person(sql, "staff", `Mees de Boer ${randomInt(1000, 9999)}`);
      for (const role of roles)
        await sql`insert into staff_roles (person_id, role) values (${personId}, ${role})`;
      if (belongsTo)
        await sql`insert into staff_interests (person_id, kvk_number)
          select ${personId}, kvk_number from organisations where id = ${belongsTo.organisationId}`;
      const context = await browser.newContext(contextOptions);
      contexts.push(context);
      const sessionId = await signIn(sql, context, { personId, organisationId: null, assurance: null });
      return {
        page: await watched(context),
        personId,
        organisationId: null,
        organisationName: "",
        sessionId,
      };
    });
    for (const context of contexts) await context.close();
  },
});

/** The register has each number from 97 million; lower ones are those of test people. */
const aKvkNumber = (inRegister: boolean) =>
  String(inRegister ? randomInt(97_000_000, 97_999_999) : randomInt(10_000_000, 49_999_999));

/** The id of the organisation with this number, made when it is absent. */
async function organisation(sql: postgres.Sql, kvkNumber: string, name: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into organisations (id, kvk_number, legal_name) values (${randomUUID()}, ${kvkNumber}, ${name})
    on conflict (kvk_number) do update set kvk_number = excluded.kvk_number returning id`;
  if (!row) throw new Error(`no organisation ${kvkNumber}`);
  return row.id;
}

async function person(sql: postgres.Sql, kind: "employer" | "staff", name: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into people (kind, issuer, subject, name) values (${kind}, 'e2e', ${randomUUID()}, ${name}) returning id`;
  if (!row) throw new Error("no person was made");
  return row.id;
}

async function signIn(
  sql: postgres.Sql,
  context: BrowserContext,
  session: {
    personId: string;
    organisationId: string | null;
    assurance: Assurance | null;
    intermediary?: string;
    branch?: string;
  },
): Promise<string> {
  const token = newToken();
  const { personId, organisationId, assurance, intermediary = null, branch = null } = session;
  const [row] = await sql<{ id: string }[]>`
    insert into sessions (token_hash, person_id, organisation_id, assurance, intermediary_kvk_number, branch_number,
      authenticated_at, last_seen_at, expires_at)
    values (${hashOf(token)}, ${personId}, ${organisationId}, ${assurance}, ${intermediary}, ${branch},
      portal_now(), portal_now(), portal_now() + interval '8 hours') returning id`;
  if (!row) throw new Error("nobody was signed in");
  await context.addCookies([
    { name: "portal-session", value: token, url: baseURL, httpOnly: true, sameSite: "Lax" },
  ]);
  return row.id;
}

export { expect };

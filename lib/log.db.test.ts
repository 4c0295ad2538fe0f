import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { sql as raw } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asActor } from "@/db/client";
import { validSections } from "@/db/testing/answers";
import { aCaseInReview } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication } from "@/db/testing/factories";
import { changeContacts } from "@/lib/correspondence/commands/change-contacts";
import { propose } from "@/lib/decisions/commands/propose";
import { mailer } from "@/lib/gateways/mail";
import { deliver } from "@/lib/mail/commands/deliver";
import { type MailJob, mailJobSchema } from "@/lib/outbox/mail-job";
import { take } from "@/scripts/worker/take";

const { sql } = await testDatabase();
const CANARY = "kanarie-123456782";
const logged: string[] = [];

beforeEach(() => {
  logged.length = 0;
  vi.spyOn(console, "error").mockImplementation((...said) => void logged.push(inspect(said, { depth: 10 })));
});
afterEach(() => vi.restoreAllMocks());

/** All that Node would print of an error: its causes and whatever properties it has. */
const printed = (error: unknown) => inspect(error, { depth: 10, showHidden: true });
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable(),
    (error) => error,
  );

test("a text that the database refuses is in no part of the error", async () => {
  const { reviewer, applicationId, version } = await aCaseInReview(sql);
  const choice = { granted: [], grounds: ["conditions" as const], explanation: `${CANARY}\0` };
  const error = await failureOf(propose(reviewer, { applicationId, version, ...choice }));
  expect(error).toMatchObject({ name: "StatementRefused", code: "22021" });
  expect(printed(error)).not.toContain(CANARY);
});

test.each([
  ["of the wrong kind", raw`select ${CANARY}::uuid`, "22P02"],
  [
    "that is there already",
    raw`insert into people (kind, issuer, subject, name) select 'staff', ${CANARY}, 'x', 'x' from generate_series(1, 2)`,
    "23505",
  ],
])("a value %s is in no part of the error", async (_what, statement, code) => {
  const error = await failureOf(asActor({ kind: "system", task: "test" }, (tx) => tx.execute(statement)));
  expect(error).toMatchObject({ name: "StatementRefused", code });
  expect(printed(error)).not.toContain(CANARY);
});

test("an address that a mail server refuses for now is neither logged nor kept with the job", async () => {
  const { actor, applicationId } = await aFiledApplication(sql);
  const contactEmail = `${CANARY}@voorbeeld.example`;
  await changeContacts(actor, {
    applicationId,
    contacts: { ...validSections().company, contactEmail },
  });
  const [job] = await sql<{ data: MailJob }[]>`select data from pgboss.job
    where data ->> 'applicationId' = ${applicationId} and data ->> 'kind' = 'contacts_changed'`;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`mailbox ${address} is busy`), { responseCode: 450 })),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  const mail = mailer({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: undefined,
    APP_URL: "http://127.0.0.1:3000",
  });
  try {
    let kept: unknown;
    const boss = {
      work: async (_queue: string, _options: object, handle: (taken: object[]) => Promise<unknown>) => {
        kept = await handle([{ id: randomUUID(), data: job?.data }]);
        return "";
      },
    };
    const pace = { atOnce: 1, everySeconds: 1 };
    await take(boss as never, "mail", pace, mailJobSchema, (asked) => deliver(asked, mail));
    expect(kept).toMatchObject([
      { status: "failed", output: { failure: expect.stringMatching(/^AggregateError/) } },
    ]);
    expect(logged.join()).toContain("worker: mail");
    for (const exit of [logged.join(), printed(kept)]) expect(exit).not.toContain(CANARY);
  } finally {
    mail.close();
    await new Promise<void>((resolve) => server.close(resolve));
  }
});

test("a statement that ends by its deadline takes no value along", async () => {
  const error = await failureOf(
    asActor({ kind: "visitor" }, (tx) => tx.execute(raw`select pg_sleep(5), ${CANARY}::text`), {
      patienceMs: 1_000,
    }),
  );
  expect(error).toMatchObject({ name: "Unavailable" });
  expect(printed(error)).not.toContain(CANARY);
});

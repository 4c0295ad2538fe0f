import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember } from "@/db/testing/factories";
import { env } from "@/lib/env";
import { headsPlace } from "@/lib/gateways/heads-place";
import { runScript } from "@/scripts/testing/run-script";
import { anchorToday } from "./commands/anchor";
import { sendHeads } from "./commands/send-heads";
import { recordEvent } from "./record";

const { sql } = await testDatabase();
const system = { kind: "system", task: "test" } as const;
const folder = mkdtempSync(join(tmpdir(), "heads-"));
const settings = {
  HEADS_URL: pathToFileURL(folder).href,
  HEADS_KEY: generateKeyPairSync("ed25519")
    .privateKey.export({ format: "der", type: "pkcs8" })
    .toString("base64"),
};
const before = { ...env() };
Object.assign(env(), settings);
afterAll(() => {
  Object.assign(env(), { HEADS_URL: before.HEADS_URL, HEADS_KEY: before.HEADS_KEY });
  rmSync(folder, { recursive: true });
});

const place = headsPlace({ HEADS_URL: settings.HEADS_URL, HEADS_TOKEN: undefined });
const at = (time: string) => setClock(new Date(`2031-05-01T${time}Z`));
const write = (stream: string) =>
  asActor(system, (tx) => recordEvent(tx, system, { type: "test.step", stream: `test:${stream}` }));
const verify = (variables: Record<string, string> = {}) =>
  runScript("scripts/verify-chain.ts", [], { ...settings, ...variables });
const streamsIn = (name: string) =>
  readFileSync(join(folder, name), "utf8")
    .split("\n")
    .slice(1, -2)
    .map((line) => line.split(" ").slice(0, 2).join(" "));

test("of an empty log there is neither an anchor nor a file of heads", async () => {
  await at("08:20:00");
  expect(await anchorToday()).toBeUndefined();
  expect(await sendHeads(place)).toBeUndefined();
});

test("once an hour the streams that changed are sent, and once only", async () => {
  await at("09:10:00");
  await write("a");
  await write("b");
  await at("10:14:00");
  expect(await sendHeads(place), "events of the last quarter may still be written").toBeUndefined();
  await at("10:16:00");
  const sent = await Promise.all([sendHeads(place), sendHeads(place)]);
  expect(sent).toContain("2031-05-01T10.heads");
  expect(streamsIn("2031-05-01T10.heads")).toEqual(["test:a 1", "test:b 1"]);
  expect(await sendHeads(place)).toBeUndefined();
  await write("b");
  await at("12:16:00");
  expect(await sendHeads(place)).toBe("2031-05-01T12.heads");
  expect(streamsIn("2031-05-01T12.heads")).toEqual(["test:b 2"]);
  expect(await verify()).toMatchObject({ code: 0 });
});

test("a file that was sent before its record was written is sent again as it was", async () => {
  await at("12:30:00");
  await write("c");
  await at("13:16:00");
  await sendHeads(place);
  await sql`alter table sent_heads disable trigger sent_heads_append_only`;
  await sql`delete from sent_heads where name like '%T13%'`;
  await sql`alter table sent_heads enable trigger sent_heads_append_only`;
  expect(await sendHeads(place)).toBe("2031-05-01T13.heads");
});

test("the record of what was sent cannot be changed, and people cannot write or read it", async () => {
  expect(await sql`select name from sent_heads order by at`).toHaveLength(3);
  for (const statement of [sql`delete from sent_heads`, sql`update sent_heads set root = repeat('0', 64)`])
    await expect(statement).rejects.toMatchObject({ constraint_name: "sent_heads_append_only" });
  const auditor = await aStaffMember(sql, ["auditor"]);
  const rows = await asActor(auditor, (tx) => tx.execute("select * from sent_heads"));
  expect(rows.rows).toEqual([]);
  await expect(
    asActor(auditor, (tx) =>
      tx.execute(
        `insert into sent_heads (at, name, streams, events, root) values (now(), 'x', 0, 0, repeat('0', 64))`,
      ),
    ),
  ).rejects.toThrow();
});

test("a stream and its record that were rewritten together are found by the files alone", async () => {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from events where stream = 'test:b' and number = 2`;
    await tx`update event_heads h set (number, hash) = (select number, hash from events e where e.stream = h.stream) where stream = 'test:b'`;
    await tx`delete from sent_heads where name like '%T12%' or name like '%T13%'`;
  });
  const { code, output } = await verify();
  expect(output).toContain("test:b, event 2: gone since the export");
  expect(output).toContain("2031-05-01T12.heads, event 0: sent, but the database does not know of it");
  expect(code).toBe(1);
});

test("a file that is gone or that another key signed is named", async () => {
  rmSync(join(folder, "2031-05-01T10.heads"));
  expect((await verify()).output).toContain("2031-05-01T10.heads, event 2: gone from the place of heads");
  const HEADS_KEY = generateKeyPairSync("ed25519")
    .privateKey.export({ format: "der", type: "pkcs8" })
    .toString("base64");
  const { output } = await verify({ HEADS_KEY });
  expect(output.match(/is not signed by the key of the portal/g)).toHaveLength(readdirSync(folder).length);
});

test("no anchor is made of a log that has become shorter", async () => {
  await setClock(new Date("2031-05-02T00:20:00+02:00"));
  expect(await anchorToday()).toBe("2031-05-02");
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`truncate events, event_heads`;
  });
  await write("d");
  await setClock(new Date("2031-05-03T00:20:00+02:00"));
  await expect(anchorToday()).rejects.toThrow("fewer events than at the anchor of 2031-05-02");
});

import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { endDatabase, replaceDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { aFiledApplication, type TestApplication } from "@/db/testing/factories";
import { aPdf } from "@/db/testing/files";
import { Database } from "@/db/transaction";
import { listDocuments } from "@/lib/documents/queries/list-documents";
import { openDocument, readPiece } from "@/lib/documents/queries/open-document";
import { appDatabaseUrl, appPassword } from "@/lib/env";
import { endOutbox } from "@/lib/outbox/commands/enqueue";
import { serverIn, startPostgres, stopPostgres } from "../postgres";
import { archiveIn, archiving } from "../postgres/archive";
import { secrets } from "../secrets";
import { runScript } from "../testing/run-script";
import { backUpCluster } from "./cluster";
import { restoreCluster } from "./recover";
import { backupsIn, isWal } from "./shelf";

Object.assign(process.env, inject("environment"));
const secret = process.env.APP_SECRET ?? "";
const base = mkdtempSync(join(tmpdir(), "backup-"));
chmodSync(base, 0o755);
const shelf = join(base, "shelf");
const places: string[] = [];
let port: string | undefined;
afterAll(async () => {
  for (const place of places) rmSync(await stopPostgres(place), { recursive: true, force: true });
  rmSync(base, { recursive: true });
});

/** Works on the portal in a server of this name, which runs meanwhile at the address of the lost one. */
async function onServer<T>(
  name: string,
  work: (sql: postgres.Sql, urls: Urls) => Promise<T>,
  backupFolder?: string,
): Promise<T> {
  const folder = join(base, name);
  places.push(folder);
  mkdirSync(folder, { recursive: true });
  if (port) writeFileSync(join(folder, "port"), port);
  const cluster = await startPostgres({ folder, settings: { fsync: "off" }, backupFolder });
  port = new URL(cluster.ownerUrl).port;
  process.env.DATABASE_APP_URL = appDatabaseUrl(cluster.ownerUrl, secret);
  replaceDatabase(new Database(process.env.DATABASE_APP_URL, 8));
  const superUrl = cluster.superUrl.replace(/\w+$/, "portal");
  const sql = postgres(superUrl, { max: 2, onnotice: () => {} });
  try {
    return await work(sql, { ownerUrl: cluster.ownerUrl, superUrl, data: join(cluster.folder, "data") });
  } finally {
    await endOutbox();
    await endDatabase();
    await sql.end({ timeout: 5 });
    await cluster.stop();
  }
}
type Urls = { ownerUrl: string; superUrl: string; data: string };

const restore = (into: string, ...options: string[]) =>
  runScript("scripts/restore.ts", ["--from", shelf, "--into", join(base, into), ...options], {});

const filedOn = (sql: postgres.Sql): Promise<string[]> =>
  sql<{ id: string }[]>`select id from applications order by submitted_at`.then((rows) =>
    rows.map(({ id }) => id),
  );

let before: TestApplication;
let meanwhile: TestApplication;
let after: TestApplication;
let second: Date;

beforeAll(async () => {
  await onServer(
    "lost",
    async (sql, { ownerUrl, superUrl, data }) => {
      await migrate(ownerUrl, appPassword(secret));
      before = await aFiledApplication(sql);
      await backUpCluster(superUrl, data, join(shelf, "first"));
      meanwhile = await aFiledApplication(sql);
      const [row] = await sql<{ second: Date }[]>`
        select date_trunc('second', clock_timestamp()) + interval '1 second' as second`;
      second = row?.second ?? new Date();
      await sql`select pg_switch_wal(), pg_sleep_until(${second})`;
      after = await aFiledApplication(sql);
    },
    shelf,
  );
}, 120_000);

describe("a server that was lost", () => {
  test("is restored to a chosen second in an empty folder, and its documents open", async () => {
    const { code, output } = await restore("then", "--at", second.toISOString());
    expect(output).toContain("The data keys open what they sealed.");
    expect(output).toContain("checks hold.");
    expect(code).toBe(0);
    await onServer("then", async (sql) => {
      expect(await filedOn(sql)).toEqual([before.applicationId, meanwhile.applicationId]);
      const { actor, applicationId } = meanwhile;
      const [statement] = await listDocuments(actor, applicationId);
      const documentId = statement?.id ?? "";
      expect(await openDocument(actor, { applicationId, documentId })).toMatchObject({
        name: "Bankafschrift.pdf",
      });
      expect(Uint8Array.from(await readPiece(actor, documentId, 0))).toEqual(aPdf());
    });
  });

  test("is restored to the end of its log", async () => {
    expect(await restore("newest")).toMatchObject({ code: 0 });
    await onServer("newest", async (sql) =>
      expect(await filedOn(sql)).toEqual(
        [before, meanwhile, after].map(({ applicationId }) => applicationId),
      ),
    );
  });

  test("is restored again, with the changes made after the first time", async () => {
    const again = join(base, "again");
    cpSync(shelf, again, { recursive: true });
    const [backup] = backupsIn(again);
    if (!backup) throw new Error("there is no backup");
    const archive = archiveIn(again);
    const server = serverIn(join(base, "second"));
    await restoreCluster(server, backup, { archive, settings: archiving(again, server.account) }, secrets());
    const later = await onServer("second", (sql) => aFiledApplication(sql), again);
    await restoreCluster(serverIn(join(base, "third")), backup, { archive }, secrets());
    await onServer("third", async (sql) =>
      expect(await filedOn(sql)).toEqual(
        [before, meanwhile, after, later].map(({ applicationId }) => applicationId),
      ),
    );
  });

  test("is restored to the backup itself where no log was archived", async () => {
    const log = join(shelf, "wal");
    renameSync(log, `${log}.away`);
    try {
      expect(await restore("alone")).toMatchObject({ code: 0 });
    } finally {
      renameSync(`${log}.away`, log);
    }
    await onServer("alone", async (sql) => expect(await filedOn(sql)).toEqual([before.applicationId]));
  });
});

describe("a restore is refused, with advice,", () => {
  test("where there is a database already", async () => {
    expect(await restore("lost")).toEqual({
      code: 1,
      output: expect.stringMatching(/There is a database in .+ Stop the portal, move that folder away/),
    });
  });

  test("with other data keys than those of the backup", async () => {
    const DATA_KEYS = `local:${Buffer.alloc(32, 7).toString("base64url")}`;
    const { code, output } = await runScript(
      "scripts/restore.ts",
      ["--from", shelf, "--into", join(base, "locked")],
      { DATA_KEYS },
    );
    places.push(join(base, "locked"));
    expect(output).toContain("set DATA_KEYS to the keys of the portal that was backed up");
    expect(code).toBe(1);
  });

  test("to a moment before the first backup, or after the end of the log", async () => {
    const early = await restore("early", "--at", "2020-01-01 12:00:00");
    expect(early.output).toMatch(/The oldest backup in .+ reaches .+ and later moments only/);
    const late = await restore("late", "--at", "2099-01-01T00:00:00Z");
    expect(late.output).toContain("The archived log ends before that moment");
    expect([early.code, late.code]).toEqual([1, 1]);
  });

  test("where a piece of the log is gone", async () => {
    const log = join(shelf, "wal");
    const [backup] = backupsIn(shelf);
    const held = Object.keys(backup?.files ?? {}).join();
    const isLater = (piece: string) =>
      isWal(piece) && piece > (backup?.firstWal ?? "") && !held.includes(piece);
    const [name = ""] = readdirSync(log).filter(isLater).sort();
    renameSync(join(log, name), join(base, name));
    try {
      expect((await restore("gap")).output).toContain(`lacks ${name}`);
    } finally {
      renameSync(join(base, name), join(log, name));
    }
  });

  test("from a damaged backup", async () => {
    const [backup] = backupsIn(shelf);
    const file = join(backup?.folder ?? "", "data/global/pg_control");
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole, Buffer.of(0)]));
    try {
      expect((await restore("damaged")).output).toMatch(/pg_control is missing or damaged/);
    } finally {
      writeFileSync(file, whole);
    }
  });

  test("to an unreadable moment", async () => {
    expect(await restore("never", "--at", "yesterday")).toEqual({
      code: 1,
      output: expect.stringContaining('--at is a moment such as "2026-11-30 17:10:05"'),
    });
  });
});

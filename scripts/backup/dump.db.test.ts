import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { runScript } from "../testing/run-script";
import { backupsIn } from "./shelf";

const { ownerUrl } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "dump-"));
const shelf = join(folder, "shelf");
afterAll(() => rmSync(folder, { recursive: true }));

/** A pg_dump of this version that records its arguments. */
function aClient(version: string): string {
  const file = join(folder, "pg_dump");
  writeFileSync(
    file,
    `#!/bin/sh
case "$1" in --version) echo "pg_dump (PostgreSQL) ${version}"; exit;; esac
for word in "$@"; do case "$word" in --file=*) file="\${word#--file=}";; esac; done
echo "$* password:$PGPASSWORD" > "$file"
`,
  );
  chmodSync(file, 0o755);
  return `${folder}${delimiter}${process.env.PATH}`;
}

const backUp = (variables: Record<string, string>) =>
  runScript("scripts/backup.ts", ["--to", shelf], { DATABASE_URL: ownerUrl, ...variables });

test("another database is dumped by the backup role, whose password is on no command line", async () => {
  expect(await backUp({ PATH: aClient("18.4") })).toMatchObject({ code: 0 });
  const [backup] = backupsIn(shelf);
  expect(backup).toMatchObject({ kind: "dump" });
  const words = readFileSync(join(backup?.folder ?? "", "portal.dump"), "utf8");
  expect(words).toContain("--dbname=postgres://portal_backup@");
  expect(words).toMatch(/password:[0-9a-f]{64}\n$/);
});

test("a dump by a role that row-level security binds is refused", async () => {
  const { code, output } = await backUp({ PATH: aClient("18.4"), DATABASE_BACKUP_URL: ownerUrl });
  expect(output).toContain('have a superuser run "alter role portal_owner bypassrls" once');
  expect(code).toBe(1);
});

test("a pg_dump that is older than the server, or absent, is refused", async () => {
  const older = await backUp({ PATH: aClient("15.13 (Debian 15.13-0+deb12u1)") });
  expect(older.output).toContain("pg_dump is of version 15, the server is of version 18");
  const none = await backUp({ PATH: "/nowhere" });
  expect(none.output).toContain("There is no pg_dump here, the server is of version 18");
  expect([older.code, none.code]).toEqual([1, 1]);
});

test("a dump is not restored into a database with tables, nor to a moment", async () => {
  const restore = (...options: string[]) =>
    runScript("scripts/restore.ts", ["--from", shelf, ...options], { DATABASE_URL: ownerUrl });
  expect((await restore()).output).toMatch(/The database in DATABASE_URL holds .+: make an empty one/);
  expect((await restore("--at", "2026-11-30 12:00:00")).output).toContain("leave out --at");
});

test("a database that was restored by other means is checked in place", async () => {
  const variables = { DATABASE_URL: ownerUrl };
  const { code, output } = await runScript("scripts/restore.ts", ["--check"], variables);
  expect(output).toContain("checks hold.");
  expect(code).toBe(0);
});

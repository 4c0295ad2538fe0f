import { spawnSync } from "node:child_process";

export type Account = { name: string; uid: number; gid: number };

/** The account of PostgreSQL, which refuses to run as root. Undefined: the current account. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new Error("PostgreSQL does not run as root, and this machine has no user postgres or nobody.");
}

/** Whether the account gets exit code 0 from this command; it runs in "/", which every account can enter. */
export function succeedsAs(account: Account | undefined, command: string, args: readonly string[]): boolean {
  const identity = account && { uid: account.uid, gid: account.gid };
  return spawnSync(command, args, { ...identity, cwd: "/", stdio: "ignore" }).status === 0;
}

function idOf(flag: "-u" | "-g", name: string): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout, 10) : undefined;
}

import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const NAMES = {
  APP_SECRET: () => randomBytes(32).toString("hex"),
  DATA_KEYS: () => `local:${randomBytes(32).toString("base64url")}`,
  EMPLOYER_OIDC_CLIENT_SECRET: () => randomBytes(32).toString("hex"),
  STAFF_OIDC_CLIENT_SECRET: () => randomBytes(32).toString("hex"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
  POSTGRES_PASSWORD: () => randomBytes(24).toString("hex"),
  OWNER_PASSWORD: () => randomBytes(24).toString("hex"),
};

export type Secrets = Record<keyof typeof NAMES, string>;

/**
 * This machine's own secrets, made once and stored in .data/secrets.json, readable by this account only. Of two first
 * starts at the same moment the first file stays.
 */
export function secrets(folder = ".data"): Secrets {
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, "secrets.json");
  const made = Object.fromEntries(Object.entries(NAMES).map(([name, make]) => [name, make()])) as Secrets;
  const draft = join(folder, `secrets-${process.pid}-${randomBytes(4).toString("hex")}.json`);
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return read(file);
}

function read(file: string): Secrets {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  } catch (cause) {
    throw new Error(
      `${file} cannot be read; it holds this machine's secrets and belongs to who started first.`,
      { cause },
    );
  }
}

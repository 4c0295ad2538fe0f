import "server-only";
import { env } from "@/lib/env";

type Key = { kid: string; secret: Uint8Array };

const keys = (): Key[] =>
  env()
    .DATA_KEYS.split(",")
    .map((entry) => {
      const [kid = "", secret = ""] = entry.split(":");
      return { kid, secret: Buffer.from(secret, "base64url") };
    });

const known = (key: Key | undefined, what: string): Key => {
  if (!key) throw new Error(`no data key ${what}`);
  return key;
};

/** The key that new data is sealed with. */
export const currentKey = (): Key => known(keys()[0], "at all");

/** The key of keyed hashes: the oldest, so that a new key in front changes no hash. */
export const oldestKey = (): Key => known(keys().at(-1), "at all");

/** Throws when there is no key of that name any more. */
export const keyById = (kid: string | undefined): Key =>
  known(
    keys().find((key) => key.kid === kid),
    String(kid),
  );

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";

export type Keys = { signing: JWK; cookies: string };

/** The provider's own keys, made once and stored, so that its signatures stay valid over a restart. */
export async function identityKeys(file = ".data/identity-keys.json"): Promise<Keys> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Keys;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const signing = {
    ...(await exportJWK(privateKey)),
    alg: "RS256",
    use: "sig",
    kid: randomBytes(8).toString("hex"),
  };
  const keys = { signing, cookies: randomBytes(32).toString("hex") };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

import { createHash, randomBytes } from "node:crypto";

/** What the browser keeps: 256 random bits as 43 letters. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of it: its SHA-256, from which the token cannot be found back. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

import "server-only";
import { createPrivateKey } from "node:crypto";
import { asActor, readAs } from "@/db/client";
import { sentHeads } from "@/db/schema";
import type { System } from "@/lib/actor";
import { lastLineOf, openingOf, rootOf } from "@/lib/audit/heads";
import { headsAt } from "@/lib/audit/queries/read-heads";
import { newestSentHeads } from "@/lib/audit/queries/sent-heads";
import { env } from "@/lib/env";
import { headsPlace } from "@/lib/gateways/heads-place";
import { SETTLED_MS } from "./anchor";

const SENDER: System = { kind: "system", task: "send-heads" };
const HOUR_MS = 3_600_000;

/**
 * Sends the signed heads of every stream that changed since the last file to the place of `HEADS_URL`, up to the last
 * full hour whose events are final. May be repeated and run concurrently: an hour gives the same file each time. Gives
 * the name of the file; undefined when there was nothing to send.
 */
export async function sendHeads(place = headsPlace()): Promise<string | undefined> {
  const { HEADS_KEY } = env();
  if (!place || !HEADS_KEY) return undefined;
  const [now, last] = await Promise.all([readAs(SENDER, async (_, at) => at), newestSentHeads(SENDER)]);
  const hour = new Date(Math.floor((now.getTime() - SETTLED_MS) / HOUR_MS) * HOUR_MS);
  if (last && last.at >= hour) return undefined;

  const opening = { at: hour.toISOString(), since: last?.at.toISOString() };
  const heads = rootOf();
  let lines = "";
  for await (const page of headsAt(SENDER, opening.at, opening.since)) lines += heads.add(page);
  const root = heads.end();
  if (root.streams === 0) return undefined;
  const name = `${opening.at.slice(0, 13)}.heads`;
  const key = createPrivateKey({ key: Buffer.from(HEADS_KEY, "base64"), format: "der", type: "pkcs8" });
  await place.put(name, `${openingOf(opening)}${lines}${lastLineOf(opening, root, key)}\n`);
  await asActor(SENDER, (tx) =>
    tx
      .insert(sentHeads)
      .values({ ...root, name, at: hour, since: last?.at ?? null })
      .onConflictDoNothing(),
  );
  return name;
}

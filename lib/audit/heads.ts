import { createHash, type KeyObject, sign, verify } from "node:crypto";
import * as z from "zod";

/**
 * A file of heads that is kept outside the portal. Its first line says what it is and its moment, and from which moment
 * if it has only the streams that changed; one line per stream follows, in byte order; its last line has their number
 * and root: the SHA-256 over those lines, and in a file that the portal sends an Ed25519 signature in base64. The same
 * events up to the same moment always give the same root.
 */
export type Head = { stream: string; number: number; hash: string };
export type Root = { streams: number; events: number; root: string };

const HEADS_FORMAT = "event-heads/1";

/** Instants in ISO 8601, to the microsecond. */
export type Opening = { at: string; since?: string | undefined };

const firstLine = z.strictObject({
  format: z.literal(HEADS_FORMAT),
  since: z.iso.datetime().optional(),
  at: z.iso.datetime(),
});
const lastLine = z.strictObject({
  streams: z.number().int().nonnegative(),
  events: z.number().int().nonnegative(),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.base64().optional(),
});
const HEAD = /^(\S+) ([1-9]\d*) ([0-9a-f]{64})$/;

const lineOf = ({ stream, number, hash }: Head): string => `${stream} ${number} ${hash}\n`;
export const openingOf = ({ since, at }: Opening): string =>
  `${JSON.stringify({ format: HEADS_FORMAT, since, at })}\n`;

/** What a signature says: these heads, from one moment to another. */
const statementOf = ({ since = "", at }: Opening, { streams, events, root }: Root): Buffer =>
  Buffer.from([HEADS_FORMAT, since, at, streams, events, root].join(" "));

/** The last line, signed with an Ed25519 key if one is given. */
export const lastLineOf = (opening: Opening, root: Root, key?: KeyObject): string =>
  JSON.stringify({
    ...root,
    ...(key && { signature: sign(null, statementOf(opening, root), key).toString("base64") }),
  });

/** Computes the root of heads without keeping them in memory. */
export function rootOf(): { add: (heads: readonly Head[]) => string; end: () => Root } {
  const hash = createHash("sha256");
  let streams = 0;
  let events = 0;
  return {
    add: (heads) => {
      const lines = heads.map(lineOf).join("");
      hash.update(lines);
      streams += heads.length;
      for (const { number } of heads) events += number;
      return lines;
    },
    end: () => ({ streams, events, root: hash.digest("hex") }),
  };
}

/** Throws RangeError with the number of the first line that is wrong. With a public key the file must be signed by it. */
export async function* readHeads(
  lines: AsyncIterable<string>,
  publicKey?: KeyObject,
): AsyncGenerator<Head, Root & Opening> {
  const root = rootOf();
  let opening: Opening | undefined;
  let end: z.output<typeof lastLine> | undefined;
  let place = 0;
  for await (const line of lines) {
    place += 1;
    if (end) throw new RangeError(`line ${place}: nothing follows the last line of a file of heads`);
    if (!opening) opening = read(firstLine, line, place);
    else if (line.startsWith("{")) end = read(lastLine, line, place);
    else {
      const [, stream = "", number, hash = ""] = HEAD.exec(line) ?? [];
      if (!number) throw new RangeError(`line ${place} is no head`);
      const head = { stream, number: Number(number), hash };
      root.add([head]);
      yield head;
    }
  }
  if (!opening || !end)
    throw new RangeError(`line ${place + 1} is missing: the file of heads is not complete`);
  const { signature = "", ...told } = end;
  const counted = root.end();
  if (JSON.stringify(counted) !== JSON.stringify(told))
    throw new RangeError("the lines of the file of heads do not add up to its last line");
  if (publicKey && !verify(null, statementOf(opening, counted), publicKey, Buffer.from(signature, "base64")))
    throw new RangeError("the file of heads is not signed by the key of the portal");
  return { ...counted, at: opening.at, since: opening.since };
}

function read<T>(schema: z.ZodType<T>, line: string, place: number): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw new RangeError(`line ${place} is no ${place === 1 ? "first" : "last"} line of a file of heads`);
  }
}

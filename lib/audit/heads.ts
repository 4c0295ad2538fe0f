import { createHash } from "node:crypto";
import * as z from "zod";

/**
 * The file of all heads that an auditor keeps. Its first line says what it is and its moment; one line per stream
 * follows, in byte order; its last line has their number and root: the SHA-256 over those lines. The same events up to
 * the same moment always give the same root.
 */
export type Head = { stream: string; number: number; hash: string };
export type Root = { streams: number; events: number; root: string };

const HEADS_FORMAT = "event-heads/1";

const firstLine = z.strictObject({ format: z.literal(HEADS_FORMAT), at: z.iso.datetime() });
const lastLine = z.strictObject({
  streams: z.number().int().nonnegative(),
  events: z.number().int().nonnegative(),
  root: z.string().regex(/^[0-9a-f]{64}$/),
});
const HEAD = /^(\S+) ([1-9]\d*) ([0-9a-f]{64})$/;

const lineOf = ({ stream, number, hash }: Head): string => `${stream} ${number} ${hash}\n`;
/** `at` is an instant in ISO 8601, to the microsecond. */
export const openingOf = (at: string): string => `${JSON.stringify({ format: HEADS_FORMAT, at })}\n`;

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

/** Throws RangeError with the number of the first line that is wrong. */
export async function* readHeads(lines: AsyncIterable<string>): AsyncGenerator<Head, Root & { at: string }> {
  const root = rootOf();
  let at: string | undefined;
  let end: Root | undefined;
  let place = 0;
  for await (const line of lines) {
    place += 1;
    if (end) throw new RangeError(`line ${place}: nothing follows the last line of a file of heads`);
    if (!at) at = read(firstLine, line, place).at;
    else if (line.startsWith("{")) end = read(lastLine, line, place);
    else {
      const [, stream = "", number, hash = ""] = HEAD.exec(line) ?? [];
      if (!number) throw new RangeError(`line ${place} is no head`);
      const head = { stream, number: Number(number), hash };
      root.add([head]);
      yield head;
    }
  }
  if (!at || !end) throw new RangeError(`line ${place + 1} is missing: the file of heads is not complete`);
  const counted = root.end();
  if (JSON.stringify(counted) !== JSON.stringify(end))
    throw new RangeError("the lines of the file of heads do not add up to its last line");
  return { ...counted, at };
}

function read<T>(schema: z.ZodType<T>, line: string, place: number): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw new RangeError(`line ${place} is no ${place === 1 ? "first" : "last"} line of a file of heads`);
  }
}

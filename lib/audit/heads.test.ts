import fc from "fast-check";
import { expect, test } from "vitest";
import { type Head, openingOf, readHeads, rootOf } from "./heads";

const at = "2026-06-01T00:00:00.000001Z";

function fileOf(heads: readonly Head[]): string[] {
  const root = rootOf();
  const lines = root.add(heads);
  return `${openingOf({ at })}${lines}${JSON.stringify(root.end())}`.split("\n");
}

async function read(lines: readonly string[]) {
  const heads: Head[] = [];
  const reading = readHeads(
    (async function* () {
      yield* lines;
    })(),
  );
  for (;;) {
    const { value, done } = await reading.next();
    if (done) return { heads, end: value };
    heads.push(value);
  }
}

const someHeads = fc.array(
  fc.record({
    stream: fc.uuid().map((id) => `application:${id}`),
    number: fc.integer({ min: 1, max: 1000 }),
    hash: fc.stringMatching(/^[0-9a-f]{64}$/),
  }),
  { minLength: 1, maxLength: 20 },
);

test("a file reads back as it was written, however it was split into chunks", async () => {
  await fc.assert(
    fc.asyncProperty(someHeads, fc.nat(20), async (heads, cut) => {
      const { heads: back, end } = await read(fileOf(heads));
      expect(back).toEqual(heads);
      expect(end).toMatchObject({ at, streams: heads.length });
      const root = rootOf();
      root.add(heads.slice(0, cut));
      root.add(heads.slice(cut));
      expect(root.end().root).toBe(end.root);
    }),
  );
});

test("a file with any change, gap or addition is refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      someHeads,
      fc.nat(1000),
      fc.constantFrom("drop", "double", "digit"),
      async (heads, place, how) => {
        const lines = fileOf(heads);
        const at = place % lines.length;
        const line = lines[at] ?? "";
        const changed =
          how === "drop"
            ? lines.toSpliced(at, 1)
            : how === "double"
              ? lines.toSpliced(at, 0, line)
              : lines.toSpliced(
                  at,
                  1,
                  line.replace(/[0-8](?=\D*$)/, (digit) => String(Number(digit) + 1)),
                );
        fc.pre(how !== "digit" || (at > 0 && changed[at] !== line));
        await expect(read(changed)).rejects.toThrow(RangeError);
      },
    ),
  );
});

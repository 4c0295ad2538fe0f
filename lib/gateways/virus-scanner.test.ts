import { randomBytes } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { type Clamd, startClamd } from "./testing/clamd";
import { scanForViruses } from "./virus-scanner";

const started: Clamd[] = [];
afterEach(() => Promise.all(started.splice(0).map(({ close }) => close())));

async function clamd(...behaviour: Parameters<typeof startClamd>): Promise<Clamd> {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const server = await startClamd(...behaviour);
  started.push(server);
  return server;
}

test("a clean file arrives whole, whatever its size, and is clean", async () => {
  const { url, received } = await clamd();
  for (const size of [1, 65_536, 10 * 1024 * 1024]) {
    const bytes = randomBytes(size);
    expect(await scanForViruses(bytes, { CLAMD_URL: url })).toBe("clean");
    expect(received.at(-1)?.equals(bytes)).toBe(true);
  }
});

test("a file with a finding is infected", async () => {
  const { url } = await clamd();
  expect(await scanForViruses(Buffer.from("some VIRUS"), { CLAMD_URL: url })).toBe("infected");
});

test("without a scanner the verdict is off", async () => {
  expect(await scanForViruses(Buffer.from("x"), { CLAMD_URL: undefined })).toBe("off");
});

test.each(["hangs-up", "finds-it-too-large", "says-nothing"] as const)(
  "a scanner that %s is unreachable",
  async (behaviour) => {
    const { url } = await clamd(behaviour);
    const bytes = randomBytes(4 * 1024 * 1024);
    expect(await scanForViruses(bytes, { CLAMD_URL: url }, 300)).toBe("unreachable");
  },
);

test("an absent scanner is unreachable", async () => {
  const { url, close } = await clamd();
  await close();
  started.pop();
  expect(await scanForViruses(Buffer.from("x"), { CLAMD_URL: url })).toBe("unreachable");
});

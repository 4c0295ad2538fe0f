import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HeadsPlace, headsPlace } from "./heads-place";

const TOKEN = "token";
const folder = mkdtempSync(join(tmpdir(), "heads-"));
const files = new Map<string, string>();
/** Keeps a file that is new, as an object store with write-once does. */
const server = createServer(async (request, response) => {
  const name = request.url ?? "";
  let body = "";
  for await (const part of request) body += part;
  const status = () => {
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return 401;
    if (request.method === "GET") return files.has(name) ? 200 : 404;
    if (files.has(name) && request.headers["if-none-match"] === "*") return 412;
    files.set(name, body);
    return 201;
  };
  response.writeHead(status()).end(files.get(name) ?? "");
});
let address: string;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads/`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const placeOf = (url: string, token?: string) =>
  headsPlace({ HEADS_URL: url, HEADS_TOKEN: token }) as HeadsPlace;

describe.each([
  ["a folder", () => placeOf(pathToFileURL(join(folder, "new")).href)],
  ["an address", () => placeOf(address, TOKEN)],
])("%s", (_, place) => {
  test("keeps a file once: the same again is no error, another of that name is refused", async () => {
    expect(await place().read("a.heads")).toBeUndefined();
    await place().put("a.heads", "first");
    await place().put("a.heads", "first");
    await expect(place().put("a.heads", "second")).rejects.toThrow("a.heads is kept already");
    expect(await place().read("a.heads")).toBe("first");
  });
});

test("a folder lists its files, and holds nothing half written", async () => {
  const place = placeOf(pathToFileURL(join(folder, "listed")).href);
  expect(await place.names()).toEqual([]);
  await Promise.allSettled(["one", "one", "two"].map((text) => place.put("b.heads", text)));
  expect(await place.names()).toEqual(["b.heads"]);
  expect(readdirSync(join(folder, "listed"))).toEqual(["b.heads"]);
  expect(["one", "two"]).toContain(readFileSync(join(folder, "listed", "b.heads"), "utf8"));
});

test("an address that refuses is an error, and not taken for a file that is there already", async () => {
  await expect(placeOf(address, "wrong").put("c.heads", "x")).rejects.toThrow("answered 401");
  await expect(placeOf(address, "wrong").read("a.heads")).rejects.toThrow("answered 401");
});

test("without an address there is no place", () => {
  expect(headsPlace({ HEADS_URL: undefined, HEADS_TOKEN: undefined })).toBeUndefined();
});

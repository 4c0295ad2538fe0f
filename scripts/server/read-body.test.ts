import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { hasBody, readBody } from "./read-body";

function sent(headers: Record<string, string> = {}) {
  const stream = new PassThrough();
  return { stream, request: Object.assign(stream, { headers }) as unknown as IncomingMessage };
}

const OPTIONS = { bytes: 10, patienceMs: 60_000 };

test("a body that fits is read whole, and takes room until it is given back", async () => {
  const { stream, request } = sent();
  const room = { left: 100 };
  const read = readBody(request, { ...OPTIONS, room });
  stream.write("abc");
  stream.end("def");
  expect(await read).toEqual({ ok: true, value: Buffer.from("abcdef") });
  expect(room.left).toBe(94);
});

test("a body that announces too large a size is not read", async () => {
  const { request } = sent({ "content-length": "11" });
  const room = { left: 100 };
  expect(await readBody(request, { ...OPTIONS, room })).toEqual({
    ok: false,
    refusal: { reason: "too-large" },
  });
  expect(room.left).toBe(100);
});

test.each([
  ["too-large", { room: { left: 100 } }, (stream: PassThrough) => stream.write("a".repeat(11))],
  ["no-room", { room: { left: 5 } }, (stream: PassThrough) => stream.write("a".repeat(6))],
  ["too-slow", { room: { left: 100 }, patienceMs: 1 }, (stream: PassThrough) => stream.write("a")],
  ["cut-off", { room: { left: 100 } }, (stream: PassThrough) => stream.destroy()],
])("a body is refused as %s, and its room is free again", async (reason, options, act) => {
  const { stream, request } = sent();
  const before = options.room.left;
  const read = readBody(request, { ...OPTIONS, ...options });
  act(stream);
  expect(await read).toEqual({ ok: false, refusal: { reason } });
  expect(options.room.left).toBe(before);
});

test.each([
  [{ "content-length": "0" }, false],
  [{}, false],
  [{ "content-length": "1" }, true],
  [{ "transfer-encoding": "chunked" }, true],
])("%o has a body: %s", (headers, has) => expect(hasBody({ headers })).toBe(has));

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { askAuthority, canAskAuthorities } from "./authorities";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A test service on its own port; gives its address. */
async function aService(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`;
}
const says =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
const PERMIT = {
  kind: "permit",
  number: "2812345678",
  category: "asylum_fixed",
  validUntil: "2030-01-01",
} as const;
const ask = async (answer: RequestListener) =>
  askAuthority(PERMIT, { AUTHORITIES_URL: await aService(answer), AUTHORITIES_KEY: "sleutel" });

test("a question holds what the application says, and the key", async () => {
  let heard = "";
  const result = await ask(async (request, response) => {
    heard = `${request.method} ${request.url} ${request.headers.authorization} `;
    for await (const chunk of request) heard += chunk;
    says({ result: "confirmed", name: "not asked for" })(request, response);
  });
  expect(result).toBe("confirmed");
  expect(heard).toBe(
    'POST /v1/permit-checks Bearer sleutel {"number":"2812345678","category":"asylum_fixed","validUntil":"2030-01-01"}',
  );
});

test.each(["confirmed", "differs", "unknown"])("the answer %s is understood", async (result) =>
  expect(await ask(says({ result }))).toBe(result),
);

test.each([
  ["another word", says({ result: "maybe" })],
  ["an error", says({ result: "confirmed" }, 500)],
  ["a redirect", ((_q, r) => r.writeHead(302, { location: "/elsewhere" }).end()) as RequestListener],
  ["no JSON", ((_q, r) => r.end("<html>")) as RequestListener],
  ["a broken line", ((q) => q.socket.destroy()) as RequestListener],
])("%s is no answer", async (_what, answer) => expect(await ask(answer)).toBeUndefined());

test("without a service nothing is asked", async () => {
  const none = { AUTHORITIES_URL: undefined, AUTHORITIES_KEY: undefined };
  expect(canAskAuthorities(none)).toBe(false);
  expect(await askAuthority(PERMIT, none)).toBeUndefined();
});

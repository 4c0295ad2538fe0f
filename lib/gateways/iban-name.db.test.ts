import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { checkAccountName } from "./iban-name";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A test bank on its own port; gives its address. */
async function aBank(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/verification`;
}
const says =
  (body: unknown): RequestListener =>
  (_request, response) =>
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
const ACCOUNT = { iban: "NL91ABNA0417164300", name: "Voorbeeld BV" };
const ask = async (answer: RequestListener, key?: string) =>
  checkAccountName(ACCOUNT, { IBAN_NAME_URL: await aBank(answer), IBAN_NAME_KEY: key });

test("the request holds the account, the name and the key", async () => {
  let heard = "";
  const outcome = await ask(async (request, response) => {
    for await (const chunk of request) heard += chunk;
    heard += ` ${request.headers.authorization}`;
    says({ matchResult: "MTCH" })(request, response);
  }, "sleutel");
  expect(outcome).toEqual({ outcome: "match" });
  expect(heard).toBe('{"iban":"NL91ABNA0417164300","name":"Voorbeeld BV"} Bearer sleutel');
});

test.each([
  [
    { matchResult: "CMTC", matchedName: "Voorbeeld B.V." },
    { outcome: "close_match", suggestion: "Voorbeeld B.V." },
  ],
  [{ matchResult: "NMTC" }, { outcome: "no_match" }],
  [{ matchResult: "NOAP" }, undefined],
  [{ matchResult: "onzin" }, undefined],
])("%j means %j", async (body, meant) => expect(await ask(says(body))).toEqual(meant));

test("no address, no answer in time, a broken answer and a refusal all lead to a bank statement", async () => {
  expect(await checkAccountName(ACCOUNT, {})).toBeUndefined();
  const began = performance.now();
  expect(await ask(() => {})).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await ask((_request, response) => response.end("{"))).toBeUndefined();
  expect(await ask((_request, response) => response.writeHead(503).end())).toBeUndefined();
  expect(await ask((request) => request.socket.destroy())).toBeUndefined();
});

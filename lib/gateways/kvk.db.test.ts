import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { registerState } from "@/lib/answers/register";
import { baseProfile, branchList } from "@/scripts/register/companies";
import { lookUpEmployer } from "./kvk";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A test register on its own port; gives its address. */
async function aRegister(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const ask = async (answer: RequestListener, number = "68750110", key?: string) =>
  lookUpEmployer(number, { KVK_API_URL: await aRegister(answer), KVK_API_KEY: key });
const profileOf =
  (number: string): RequestListener =>
  ({ url }, response) =>
    response.end(JSON.stringify(url?.endsWith("/vestigingen") ? branchList(number) : baseProfile(number)));
const LOLLUM = { street: "Hizzaarderlaan", houseNumber: "3 A", postcode: "8823 SJ", city: "Lollum" };

test("an employer is found by number, with branches and the key", async () => {
  const heard: unknown[] = [];
  const answer = await ask(
    (request, response) => {
      heard.push(`${request.url} ${request.headers.apikey}`);
      profileOf("68750110")(request, response);
    },
    "68750110",
    "sleutel",
  );
  expect(heard.sort()).toEqual([
    "/api/v1/basisprofielen/68750110 sleutel",
    "/api/v1/basisprofielen/68750110/vestigingen sleutel",
  ]);
  expect(answer).toEqual({
    found: {
      name: "Test BV Donald",
      legalForm: "BeslotenVennootschap",
      isActive: true,
      rsin: "857587973",
      address: LOLLUM,
      branches: [
        { number: "000037178598", name: "Test BV Donald", address: LOLLUM },
        {
          number: "000037178601",
          name: "Test BV Donald Nevenvestiging",
          address: { street: "Brinkerinckbaan", houseNumber: "740", postcode: "7416 SK", city: "Diepenveen" },
        },
      ],
      activities: [{ code: "01241", description: "Teelt van appels en peren" }],
    },
  });
});

test("a shielded address is left out, and a company that stopped is not active", async () => {
  expect(await ask(profileOf("90001354"), "90001354")).toMatchObject({
    found: { address: null, branches: [{ number: "990000541921", address: null }] },
  });
  expect(registerState(await ask(profileOf("96354429"), "96354429"))).toBe("ended");
});

test("a sole trader has no RSIN, whatever the register says", async () => {
  const answer = await ask(({ url }, response) => {
    const { _embedded, ...profile } = baseProfile("69599084") ?? { _embedded: undefined };
    const eigenaar = { ..._embedded?.eigenaar, rsin: "123456782" };
    const list = url?.endsWith("/vestigingen") && branchList("69599084");
    response.end(JSON.stringify(list || { ...profile, _embedded: { ..._embedded, eigenaar } }));
  }, "69599084");
  expect(answer).toMatchObject({ found: { rsin: null, branches: [{}, {}] } });
});

test("an employer is known without the list of branches, which is soon requested again", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  let isUp = false;
  const url = await aRegister((request, response) =>
    request.url?.endsWith("/vestigingen") && !isUp
      ? response.writeHead(500).end("{}")
      : profileOf("68750110")(request, response),
  );
  const look = () => lookUpEmployer("68750110", { KVK_API_URL: url, KVK_API_KEY: undefined });
  expect(await look()).toMatchObject({ found: { name: "Test BV Donald", address: LOLLUM, branches: [] } });
  isUp = true;
  vi.advanceTimersByTime(31_000);
  expect(await look()).toMatchObject({ found: { branches: [{}, {}] } });
  vi.useRealTimers();
});

test("a number that the register does not have is unknown", async () => {
  expect(await ask((_request, response) => response.writeHead(404).end("{}"))).toEqual({
    problem: "unknown",
  });
});

test("a failure is cached for half a minute, an answer for ten", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  let asked = 0;
  const url = await aRegister((request, response) => {
    if (request.url?.endsWith("/vestigingen")) return response.writeHead(404).end("{}");
    asked++;
    if (asked === 1) response.writeHead(503).end();
    else profileOf("68750110")(request, response);
  });
  const states = [];
  for (const seconds of [0, 29, 2, 500, 200]) {
    vi.advanceTimersByTime(seconds * 1_000);
    const answer = await lookUpEmployer("68750110", { KVK_API_URL: url, KVK_API_KEY: undefined });
    states.push(`${registerState(answer)} ${asked}`);
  }
  vi.useRealTimers();
  expect(states).toEqual(["not_asked 1", "not_asked 1", "active 2", "active 2", "active 3"]);
});

test("without a register, and with a slow, broken or wrong answer, employers type their data", async () => {
  const none = { problem: "not_asked" };
  expect(await lookUpEmployer("68750110", { KVK_API_URL: undefined, KVK_API_KEY: undefined })).toEqual(none);
  const began = performance.now();
  expect(await ask(() => {})).toEqual(none);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await ask((_request, response) => response.end("{"))).toEqual(none);
  expect(await ask((_request, response) => response.end("{}"))).toEqual(none);
  expect(await ask(profileOf("69599084"))).toEqual(none);
  expect(await ask((request) => request.socket.destroy())).toEqual(none);
});

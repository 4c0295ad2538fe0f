import { expect, test } from "vitest";
import { ownAddress } from "./own-address";

const LOCAL = "http://127.0.0.1:3000";
const asked = (host: string, appUrl = LOCAL, method = "GET") =>
  ownAddress({ method, url: "/budget?a=1", headers: { host } }, appUrl)?.href;

test.each(["localhost:3000", "[::1]:3000", "127.0.0.1:4000"])(
  "on a local machine %s redirects to the one name",
  (host) => {
    expect(asked(host)).toBe("http://127.0.0.1:3000/budget?a=1");
  },
);

test("the name itself, a form, and every name in production redirect nowhere", () => {
  expect(asked("127.0.0.1:3000")).toBeUndefined();
  expect(asked("localhost:3000", LOCAL, "POST")).toBeUndefined();
  expect(asked("other.example")).toBeUndefined();
  expect(asked("localhost:3000", "https://subsidie.example")).toBeUndefined();
  expect(asked("not a host")).toBeUndefined();
});

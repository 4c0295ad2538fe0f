import { describe, expect, test } from "vitest";
import { mayChange } from "./origin";

const APP = "https://subsidie.example";
const asks = (method: string, headers: Record<string, string> = {}) =>
  mayChange({ method, headers: new Headers(headers) }, APP);

describe("a request that changes something", () => {
  test.each(["GET", "HEAD", "OPTIONS"])("%s changes nothing and is always allowed", (method) => {
    expect(asks(method, { origin: "https://evil.example" })).toBe(true);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("%s from our own pages is allowed", (method) => {
    expect(asks(method, { origin: APP })).toBe(true);
    expect(asks(method, { "sec-fetch-site": "same-origin" })).toBe(true);
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    [
      "another site that names us as host",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    ],
    ["another site that looks like ours", { origin: "https://subsidie.example.evil.example" }],
    ["an unknown place", { origin: "null" }],
    ["a sibling of our site", { "sec-fetch-site": "same-site" }],
    ["nowhere", {}],
  ])("a change from %s is refused", (_where, headers) => {
    expect(asks("POST", headers)).toBe(false);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { securityTxt } from "./security-txt";

const REPORTING = { appUrl: "https://portaal.example", contact: "mailto:veilig@portaal.example" };
const DAY_MS = 86_400_000;

test("every field of RFC 9116 stands on a line of its own", () => {
  const policy = "https://www.ministerie.example/cvd";
  expect(securityTxt({ ...REPORTING, policy }, new Date("2026-11-30T14:05:00Z"))).toBe(
    [
      "Contact: mailto:veilig@portaal.example",
      "Expires: 2027-02-28T00:00:00.000Z",
      "Preferred-Languages: nl, en",
      "Canonical: https://portaal.example/.well-known/security.txt",
      "Policy: https://www.ministerie.example/cvd",
      "",
    ].join("\n"),
  );
});

test("without https there is no canonical address, and without terms no policy", () =>
  expect(securityTxt({ ...REPORTING, appUrl: "http://127.0.0.1:3000" }, new Date())).not.toMatch(
    /Canonical|Policy/,
  ));

test("it is valid for between 89 and 90 days, whenever it is asked for", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (now) => {
      const expires = Date.parse(/^Expires: (.*)$/m.exec(securityTxt(REPORTING, now))?.[1] ?? "");
      expect(expires - now.getTime()).toBeGreaterThan(89 * DAY_MS);
      expect(expires - now.getTime()).toBeLessThanOrEqual(90 * DAY_MS);
    }),
  );
});

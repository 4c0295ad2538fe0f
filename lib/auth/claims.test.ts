import { describe, expect, test } from "vitest";
import { arrivalOf } from "./claims";

const ISSUER = "https://broker.example";
const employer = {
  iss: ISSUER,
  sub: "pseudonym-1",
  name: "Sanne de Wit",
  kvk_number: "68750110",
  legal_name: "Test BV Donald",
  loa: "EH3",
};
const official = { iss: ISSUER, sub: "official-1", name: "Ruben Jansen", roles: ["reviewer"] };
const mandate = { kvk_number: "69599084", legal_name: "Test EMZ Dagobert" };

describe("what the employers' broker says", () => {
  test("gives person, organisation and assurance; no mandates means none", () => {
    expect(arrivalOf("employer", ISSUER, employer)).toEqual({
      ok: true,
      value: {
        kind: "employer",
        issuer: ISSUER,
        subject: "pseudonym-1",
        name: "Sanne de Wit",
        organisation: { kvkNumber: "68750110", legalName: "Test BV Donald" },
        mandates: [],
        assurance: "EH3",
      },
    });
  });

  test("a mandate of one's own organisation adds nothing", () => {
    const own = { kvk_number: employer.kvk_number, legal_name: employer.legal_name };
    const arrival = arrivalOf("employer", ISSUER, { ...employer, mandates: [mandate, own] });
    expect(arrival).toMatchObject({
      value: { mandates: [{ kvkNumber: "69599084", legalName: "Test EMZ Dagobert" }] },
    });
  });

  test("a mandate may name schemes and a last day; one for none of ours is no mandate", () => {
    const limited = { ...mandate, schemes: ["startbaan", "other"], valid_until: "2026-12-31" };
    const foreign = { ...mandate, kvk_number: "69599068", schemes: ["other"] };
    expect(arrivalOf("employer", ISSUER, { ...employer, mandates: [limited, foreign] })).toMatchObject({
      value: { mandates: [{ kvkNumber: "69599084", schemes: ["startbaan"], validUntil: "2026-12-31" }] },
    });
  });

  test.each([
    ["a mandate until no day", { mandates: [{ ...mandate, valid_until: "2026-02-30" }] }],
    ["another issuer", { iss: "https://other.example" }],
    ["no pseudonym", { sub: "" }],
    ["a KvK number that is none", { kvk_number: "1234567" }],
    ["no legal name", { legal_name: " " }],
    ["an unknown level of assurance", { loa: "EH1" }],
    ["a broken mandate", { mandates: [{ kvk_number: "x", legal_name: "Y" }] }],
  ])("%s is refused", (_what, change) => {
    const arrival = arrivalOf("employer", ISSUER, { ...employer, ...change });
    expect(arrival).toEqual({ ok: false, refusal: { reason: "unreadable" } });
  });
});

describe("what the ministry's provider says", () => {
  test("gives roles and the employers one belongs to; roles of other systems say nothing", () => {
    const claims = { ...official, roles: ["decider", "reviewer", "hr-admin"], employer_kvk: ["68750110"] };
    expect(arrivalOf("staff", ISSUER, claims)).toMatchObject({
      ok: true,
      value: { kind: "staff", roles: ["reviewer", "decider"], employers: ["68750110"] },
    });
  });

  test.each([
    ["several-duties", { roles: ["decider", "budget_holder"] }],
    ["several-duties", { roles: ["reviewer", "auditor"] }],
    ["no-duty", { roles: ["hr-admin"] }],
    ["no-duty", { roles: [] }],
    ["unreadable", { roles: "reviewer" }],
    ["unreadable", { iss: "https://other.example" }],
    ["unreadable", { employer_kvk: ["12"] }],
  ])("%s for %j", (reason, change) => {
    expect(arrivalOf("staff", ISSUER, { ...official, ...change })).toEqual({
      ok: false,
      refusal: { reason },
    });
  });
});

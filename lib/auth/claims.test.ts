import { describe, expect, test } from "vitest";
import { assuranceOf, EMPLOYER_CLAIMS, renameClaims, STAFF_CLAIMS, urnOf } from "@/lib/vocabulary/claim-map";
import { employerArrival, staffArrival } from "./claims";

const ISSUER = "https://broker.example";
const PSEUDONYM = "4B75A0EA107B3D36@2D8FF1EF10279BC2";

describe("the employers' broker", () => {
  const broker = { issuer: ISSUER, claims: EMPLOYER_CLAIMS };
  const said = {
    iss: ISSUER,
    sub: "session-1",
    namequalifier: "urn:etoegang:1.9:EntityConcernedID:KvKnr",
    "urn:etoegang:core:LegalSubjectID": "68750110",
    "urn:etoegang:core:ActingSubjectID": PSEUDONYM,
    acr: "urn:etoegang:core:assurance-class:loa3",
  };

  test("names the organisation, the pseudonym of the person and the level of assurance", () => {
    expect(employerArrival(broker, said)).toEqual({
      ok: true,
      value: {
        kind: "employer",
        issuer: ISSUER,
        subject: PSEUDONYM,
        name: "eHerkenning 4B75A0EA",
        kvkNumber: "68750110",
        assurance: "loa3",
        intermediaryKvkNumber: undefined,
        branchNumber: undefined,
      },
    });
  });

  test("names intermediary, branch and person when there are any", () => {
    const more = {
      ...said,
      "urn:etoegang:1.9:IntermediateEntityID:KvKnr": "90001354",
      "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr": "000037178598",
      name: "Sanne de Wit",
    };
    expect(employerArrival(broker, more)).toMatchObject({
      value: { intermediaryKvkNumber: "90001354", branchNumber: "000037178598", name: "Sanne de Wit" },
    });
  });

  test("names the organisation itself as intermediary: then there is none", () => {
    const own = { ...said, "urn:etoegang:1.9:IntermediateEntityID:KvKnr": "68750110" };
    expect(employerArrival(broker, own)).toMatchObject({ value: { intermediaryKvkNumber: undefined } });
  });

  test.each([
    ["another issuer", { iss: "https://other.example" }],
    ["no pseudonym", { "urn:etoegang:core:ActingSubjectID": "" }],
    ["no level of assurance", { acr: undefined }],
    ["the lowest level, which proves nothing", { acr: "urn:etoegang:core:assurance-class:loa1" }],
    ["a level as people call it", { acr: "loa3" }],
    ["an intermediary without a KVK number", { "urn:etoegang:1.9:IntermediateEntityID:KvKnr": "1" }],
    ["a branch that is none", { "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr": "1" }],
  ])("%s is refused as unreadable", (_what, change) => {
    const refused = { ok: false, refusal: { reason: "unreadable" } };
    expect(employerArrival(broker, { ...said, ...change })).toEqual(refused);
  });

  test.each([
    ["eIDAS, with an identifier of another country", { "urn:etoegang:core:LegalSubjectID": "NL/DE/HRB1234" }],
    ["eIDAS, with no organisation", { "urn:etoegang:core:LegalSubjectID": undefined }],
    ["an RSIN of eight digits", { namequalifier: "urn:etoegang:1.9:EntityConcernedID:RSIN" }],
  ])("%s is refused for want of a KVK number", (_what, change) => {
    const refused = { ok: false, refusal: { reason: "no-kvk-number" } };
    expect(employerArrival(broker, { ...said, ...change })).toEqual(refused);
  });

  test("may use other names for its claims", () => {
    const renamed = renameClaims(EMPLOYER_CLAIMS, "represented=kvk, acting=sub,assurance=loa");
    if (!("map" in renamed)) throw new Error(renamed.unknown);
    const other = { iss: ISSUER, sub: "p", kvk: "69599084", loa: "urn:etoegang:core:assurance-class:loa4" };
    expect(employerArrival({ issuer: ISSUER, claims: renamed.map }, other)).toMatchObject({
      value: { kvkNumber: "69599084", subject: "p", assurance: "loa4" },
    });
  });
});

test.each(["represented", "legal_name=x", "represented=", "=x"])("%j renames no claim", (text) => {
  expect(renameClaims(EMPLOYER_CLAIMS, `acting=sub,${text}`)).toEqual({ unknown: text });
});

test.each([
  ["http://eidas.europa.eu/LoA/substantial", "loa3"],
  ["http://eidas.europa.eu/LoA/high", "loa4"],
  ["http://eidas.europa.eu/LoA/low", "loa2"],
  ["urn:etoegang:core:assurance-class:loa2plus", "loa2plus"],
  [urnOf("loa4"), "loa4"],
  ["loa3", undefined],
  ["", undefined],
])("%s is %s", (named, level) => expect(assuranceOf(named)).toBe(level));

describe("the ministry's provider", () => {
  const ASKED = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";
  const ministry = { issuer: ISSUER, claims: STAFF_CLAIMS, secondFactor: [ASKED] };
  const said = {
    iss: ISSUER,
    sub: "official-1",
    name: "Ruben Jansen",
    roles: ["reviewer"],
    amr: ["pwd", "mfa"],
  };

  test("names roles and the employers one is tied to; roles of other systems say nothing", () => {
    const claims = { ...said, roles: ["decider", "reviewer", "hr-admin"], employer_kvk: ["68750110"] };
    expect(staffArrival(ministry, claims)).toEqual({
      ok: true,
      value: {
        ...{ kind: "staff", issuer: ISSUER, subject: "official-1", name: "Ruben Jansen" },
        ...{ roles: ["reviewer", "decider"], employers: ["68750110"] },
      },
    });
  });

  test.each([
    ["the context class that was asked for", { acr: ASKED, amr: undefined }, true],
    ["the method mfa", { amr: ["mfa"] }, true],
    ["a password only", { amr: ["pwd"] }, false],
    ["another context class", { acr: "urn:other", amr: undefined }, false],
    ["neither class nor methods", { amr: undefined }, false],
  ])("%s as second factor: %s", (_what, change, isEnough) => {
    const arrival = staffArrival(ministry, { ...said, ...change });
    expect(arrival).toMatchObject(
      isEnough ? { ok: true } : { ok: false, refusal: { reason: "no-second-factor" } },
    );
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
    expect(staffArrival(ministry, { ...said, ...change })).toEqual({ ok: false, refusal: { reason } });
  });
});

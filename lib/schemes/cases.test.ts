import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { aRoster, validSections, validTrajectory } from "@/db/testing/answers";
import { ASSURANCES } from "@/lib/actor";
import { emptyDraft, readFiling } from "@/lib/answers/draft";
import { CATALOGUES } from "@/lib/i18n/catalogue";
import { formats } from "@/lib/i18n/format";
import { euros } from "@/lib/money";
import { ROSTER_FIELDS } from "@/lib/roster/fields";
import type { Check, CheckContext, PersonStanding } from "@/lib/schemes/check";
import { type DocumentKind, SCANS } from "@/lib/vocabulary/document-kinds";
import { CHECK_RESULTS } from "@/lib/vocabulary/person-checks";
import { SCHEMES, type Scheme, TRACKS } from "@/lib/vocabulary/scheme";
import { checksFor } from "./checks";
import { personChecks } from "./person-checks";
import { type Rules, rulesFor } from "./rules";

/** The cases of `cases.csv`: one application each, right but for the facts named, and all that the checks find. */
const TODAY = "2026-06-15";
const WINDOW = {
  opensAt: new Date("2026-06-01T07:00:00Z"),
  closesAt: new Date("2026-09-30T15:00:00Z"),
  year: 2026,
  decisionWeeks: 13,
  termFrom: "closing" as const,
  distribution: "day_rank_lot" as const,
};

type Facts = Readonly<Record<string, string>>;
const factsIn = (cell: string): Facts =>
  Object.fromEntries(cell.split(" & ").map((fact) => fact.split("=") as [string, string]));

/** "200 characters" stands for a text of that length. */
const typed = (value: string) => /^\d+ characters$/.test(value) && "x".repeat(Number.parseInt(value, 10));

const hoursIn = (typed: unknown) => Number(String(typed).replace(",", "."));

function filingOf(scheme: Scheme, track: (typeof TRACKS)[number], facts: Facts) {
  const sections = validSections();
  const trajectories = Array.from({ length: Number(facts.count ?? 1) }, (_, index) => {
    const answers = validTrajectory(scheme, TODAY, index === 0 ? track : "general");
    for (const [name, value] of Object.entries(facts))
      if (name in answers) answers[name] = typed(value) || value;
    if (scheme === "startbaan" && !ROSTER_FIELDS.some((field) => field in facts))
      Object.assign(answers, aRoster(hoursIn(answers.hoursPerWeek), hoursIn(answers.classHoursPerWeek)));
    const person = facts.persons === "same" ? 0 : index;
    return { key: `${index}`, answers: { ...answers, personKey: `k1:${`${person}`.repeat(64)}` } };
  });
  const { aidReceived: received, aidGrantedOn, aidSector } = facts;
  const stateAid = {
    ...sections.stateAid,
    aidReceived: received ? "yes" : "no",
    ...(received && { "aid.0.amount": received }),
    ...(aidGrantedOn && { "aid.0.grantedOn": aidGrantedOn }),
    ...(aidSector && { aidSector }),
  };
  const company = {
    ...sections.company,
    register: facts.register ?? "active",
    ...(facts.sbiCode && { sbiCode: facts.sbiCode }),
  };
  const bank = { ...sections.bank, nameCheck: facts.nameCheck ?? "match" };
  const filing = readFiling({ ...emptyDraft(), ...sections, company, stateAid, bank, trajectories }, scheme);
  if (!filing.ok) throw new Error(JSON.stringify(filing.refusal));
  return filing.value;
}

const scanOf = ({ scan }: Facts) => SCANS.find((known) => known === scan) ?? "clean";

function samePersonIn(scheme: Scheme, where: string | undefined): CheckContext["history"]["samePerson"] {
  if (where === undefined) return {};
  const other = SCHEMES.find((name) => name !== scheme) ?? scheme;
  const sameEmployer = where !== "other employer";
  return {
    1: [{ reference: "WS-2025-000001-A", sameEmployer, scheme: where === "other scheme" ? other : scheme }],
  };
}

function checksIn(
  schemeCell: string,
  trackCell: string,
  factsCell: string,
  changed: (rules: Rules) => Partial<Rules> = () => ({}),
): Check[] {
  const scheme = SCHEMES.find((name) => name === schemeCell);
  const track = TRACKS.find((name) => name === trackCell);
  if (!scheme || !track) throw new Error(`no scheme or track: ${schemeCell} ${trackCell}`);
  const facts = factsIn(factsCell);
  const rules = rulesFor(`${scheme}-2026`);
  return checksFor({ ...rules, ...changed(rules) } as Rules, {
    filing: filingOf(scheme, track, facts),
    documents: facts.documents ? [{ kind: facts.documents as DocumentKind, scan: scanOf(facts) }] : [],
    window: WINDOW,
    now: new Date(facts.now ?? `${TODAY}T10:00:00Z`),
    assurance: ASSURANCES.find((level) => level === facts.assurance) ?? "loa3",
    history: {
      legalName: facts.legalName ?? "Voorbeeld BV",
      othersThisYear: Number(facts.othersThisYear ?? 0),
      grantedYears: facts.grantedYears ? [Number(facts.grantedYears)] : [],
      samePerson: samePersonIn(scheme, facts.samePerson),
      ownGrants: facts.ownGrant
        ? [
            {
              reference: "WS-2025-000001-A",
              grantedOn: "2025-09-01",
              amountCents: euros(Number(facts.ownGrant)),
            },
          ]
        : [],
      sharedIban: Number(facts.sharedIban ?? 0),
    },
  });
}

const found = ({ because, trajectory = 1 }: Check) =>
  trajectory === 1 ? because.key : `${because.key}#${trajectory}`;

const cases = readFileSync(new URL("cases.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [title = "", scheme = "", track = "", facts = "", findings = ""] = row.split(";");
    return { title, checks: checksIn(scheme, track, facts), findings: findings.split(" ").filter(Boolean) };
  });

describe("the cases of the policy", () => {
  test.each(cases)("$title", ({ checks, findings }) => {
    expect(checks.filter(({ outcome }) => outcome !== "pass").map(found)).toEqual(findings);
  });
});

const t = createTranslator({
  locale: "nl",
  messages: CATALOGUES.nl,
  namespace: "checks",
  onError: (error) => {
    throw error;
  },
});
const say = ({ because }: Check) =>
  t(because.key as Parameters<typeof t>[0], formats("nl").values(because.values ?? {}));

/** Rules in which these parameters have another value. */
const having =
  (values: Partial<Record<keyof Rules, unknown>>) =>
  (rules: Rules): Partial<Rules> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { ...Object(rules[name as keyof Rules]), value }]),
    );

describe("a parameter with another value", () => {
  const LOWER = having({ womensStartHoursPerWeek: 16, womensGrowWithinMonths: 6 });
  const BUILD_UP = "hoursPerWeek=16 & womenMeasures=part_time_build_up";

  test.each([
    [
      "a contract on the women's track may begin with fewer hours that grow",
      "women",
      BUILD_UP,
      LOWER,
      ["hours.attention"],
    ],
    ["not with fewer than that", "women", `${BUILD_UP} & hoursPerWeek=15,5`, LOWER, ["hours.fail"]],
    ["not without building up", "women", "hoursPerWeek=16", LOWER, ["hours.fail"]],
    ["not on the general track", "general", "hoursPerWeek=16", LOWER, ["hours.fail"]],
    ["not as long as no rule says so", "women", BUILD_UP, having({}), ["hours.fail"]],
    [
      "a measure counts when the scheme knows it",
      "women",
      "",
      having({ womensMeasures: ["safety"] }),
      ["women_measures.fail"],
    ],
    [
      "a permit ends late enough",
      "general",
      "permitValidUntil=2028-12-29",
      having({ permitValidMonths: 30 }),
      [],
    ],
    [
      "a permit ends too early",
      "general",
      "permitValidUntil=2028-12-28",
      having({ permitValidMonths: 30 }),
      ["permit_valid.fail"],
    ],
    [
      "a permit is of no accepted category",
      "general",
      "",
      having({ permitCategories: ["asylum_indefinite"] }),
      ["permit.fail"],
    ],
  ] as const)("%s", (_title, track, facts, changed, findings) => {
    const checks = checksIn("werkgeverssubsidie", track, facts, changed);
    expect(checks.filter(({ outcome }) => outcome !== "pass").map(found)).toEqual(findings);
    for (const check of checks) expect(say(check)).not.toMatch(/[{}]|undefined|NaN/);
  });
});

/** The checks of a person with the authorities, with every answer. */
function everyPersonCheck(): Check[] {
  const standings: PersonStanding[] = [
    { number: "missing" },
    { number: "kept" },
    { number: "destroyed" },
    ...CHECK_RESULTS.map((result) => ({ number: "kept", permit: result, employment: result }) as const),
  ];
  const rules = rulesFor("werkgeverssubsidie-2026-nummer");
  return standings.flatMap((standing) => personChecks(rules, { persons: { 1: standing } }, 1));
}

describe("the words of the checks", () => {
  const emitted = [...cases.flatMap(({ checks }) => checks), ...everyPersonCheck()];
  /** Said only when answers are refused before any check, or rules change: kept for those. */
  const SPARE = new Set([
    "insolvency.fail",
    "double_funding.fail",
    "women_measures.fail",
    "hours.attention",
    "permit.fail",
    "contract_type.fail",
  ]);

  test("are there for every finding, with every value filled in, and its source", () => {
    for (const check of emitted) {
      expect(say(check)).not.toMatch(/[{}]|undefined|NaN/);
      expect(check.article.length).toBeGreaterThan(5);
    }
  });

  test("are all used by some case", () => {
    const keys = Object.entries(CATALOGUES.nl.checks).flatMap(([id, words]) =>
      Object.keys(words).map((variant) => `${id}.${variant}`),
    );
    const used = new Set(emitted.map(({ because }) => because.key));
    expect(keys.filter((key) => !used.has(key) && !SPARE.has(key))).toEqual([]);
  });

  test("numbers in checks are written the Dutch way", () => {
    const [check] = checksIn("werkgeverssubsidie", "general", "hoursPerWeek=19,5").filter(
      ({ id }) => id === "hours",
    );
    expect(check && say(check)).toContain("19,5 uur");
  });
});

test("the checks of a startbaan cite no article of the other scheme", () => {
  for (const { article, id } of checksIn("startbaan", "women", ""))
    expect(article, id).not.toContain("SOWIS");
});

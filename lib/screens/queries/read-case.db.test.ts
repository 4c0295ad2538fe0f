import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anIban } from "@/db/testing/answers";
import { aProposedCase } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import {
  aCompleteDraft,
  aFiledApplication,
  anEmployer,
  aStaffMember,
  theBudget,
} from "@/db/testing/factories";
import { dayOf, yearOf } from "@/lib/dates";
import { returnProposal } from "@/lib/decisions/commands/return-proposal";
import { grantEffect } from "@/lib/decisions/queries/budget-effect";
import { euros } from "@/lib/money";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { readCase } from "./read-case";

const { sql } = await testDatabase();
const auditor = await aStaffMember(sql, ["auditor"]);
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const now = clock?.now ?? new Date(0);

test("a filed application can be read whole, with its checks", async () => {
  const { applicationId, reference, actor } = await aFiledApplication(sql, { tracks: ["general", "women"] });
  const view = await readCase(auditor, applicationId);
  expect(view).toMatchObject({
    reference,
    state: "submitted",
    version: 2,
    proposals: [],
  });
  expect(view?.requested).toEqual([
    { number: 1, track: "general", requestedCents: euros(8_000) },
    { number: 2, track: "women", requestedCents: euros(6_000) },
  ]);
  expect(view?.draft.trajectories).toHaveLength(2);
  expect(view?.checks.some(({ outcome }) => outcome === "fail")).toBe(false);
  expect(view?.checks.find(({ id }) => id === "assurance")?.because.values).toMatchObject({
    level: actor.assurance,
  });
});

test("a draft and an absent application are not found", async () => {
  const { applicationId } = await aCompleteDraft(sql);
  expect(await readCase(auditor, applicationId)).toBeUndefined();
  expect(await readCase(auditor, randomUUID())).toBeUndefined();
});

test("checks judge the moment of filing, whenever they are read", async () => {
  const { applicationId } = await aFiledApplication(sql);
  const outcomes = async () =>
    (await readCase(auditor, applicationId))?.checks.map(({ id, outcome }) => [id, outcome]);
  const then = await outcomes();
  await setClock(new Date(now.getTime() + 400 * 86_400_000));
  expect(await outcomes()).toEqual(then);
  await setClock(null);
});

test("a bank account that another employer uses too is reported, whoever filed first", async () => {
  const iban = anIban();
  const { applicationId } = await aFiledApplication(sql, { iban });
  const shared = async () =>
    (await readCase(auditor, applicationId))?.checks.find(({ id }) => id === "shared_account");
  await aFiledApplication(sql, { actor: await anEmployer(sql), iban });
  expect(await shared()).toMatchObject({ outcome: "attention" });
});

test("events are listed in order, and a returned proposal with its reason", async () => {
  const { applicationId, version } = await aProposedCase(sql);
  const decider = await aStaffMember(sql, ["decider"]);
  await returnProposal(decider, { applicationId, version, reason: "Kijk nog eens." });
  const view = await readCase(decider, applicationId);
  expect(view?.history.map(({ type }) => type.replace("application.", ""))).toEqual([
    "start",
    "submit",
    "take_up",
    "propose",
    "return",
  ]);
  expect(view?.proposals).toMatchObject([{ outcome: "grant", returnReason: "Kijk nog eens." }]);
});

test("the effect of a grant is shown per line, and reading it commits nothing", async () => {
  const year = yearOf(dayOf(now));
  await theBudget(sql, year, { werkgeverssubsidie: 10_000 });
  const OF = {
    ...{ lineId: "werkgeverssubsidie" as const, year, rulesVersion: "werkgeverssubsidie-2026" },
    submittedAt: new Date(),
  };
  const award = (count: number) =>
    awardFor(
      rulesFor("werkgeverssubsidie-2026"),
      Array.from({ length: count }, (_, i) => ({ number: i + 1, track: "general" as const })),
    );
  const fits = await grantEffect(auditor, OF, award(1));
  expect(fits.refusal).toBeUndefined();
  expect(fits.lines[0]).toMatchObject({
    ...{ line: "werkgeverssubsidie", year, beforeCents: 0 },
    ...{ afterCents: euros(8_000), freeAfterCents: euros(2_000) },
  });
  expect(fits.lines.map(({ line }) => line)).toEqual(["werkgeverssubsidie", "actieagenda", "vjn-2025"]);
  expect((await grantEffect(auditor, OF, award(2))).refusal).toMatchObject({
    ...{ reason: "ceiling-reached", line: "werkgeverssubsidie", fits: [1] },
  });
  const [tied] = await sql`select sum(committed_cents)::int as cents from ceilings`;
  expect(tied?.cents).toBe(0);
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { aPersonNumber, validSections, validTrajectory } from "@/db/testing/answers";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aWindow } from "@/db/testing/factories";
import type { Employer } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { readDraft } from "@/lib/filing/queries/read-draft";
import type { RawSection } from "@/lib/form-state";
import type { checkAccountName } from "@/lib/gateways/iban-name";
import { addTrajectory } from "./add-trajectory";
import { removeTrajectory } from "./remove-trajectory";
import { savePart } from "./save-part";
import { startApplication } from "./start-application";

const { sql } = await testDatabase();
let actor: Employer;
let applicationId: string;

beforeAll(async () => {
  actor = await anEmployer(sql);
});

async function aDraft(owner = actor): Promise<string> {
  const started = await startApplication(owner, await aWindow(sql));
  if (!started.ok) throw new Error("refused");
  return started.value.applicationId;
}

async function draft() {
  const view = await readDraft(actor, applicationId);
  if (!view || view === "filed") throw new Error("no draft");
  return view;
}

async function aTrajectory(): Promise<string> {
  const key = randomUUID();
  expect(await addTrajectory(actor, { applicationId, key })).toEqual({ ok: true, value: { key } });
  return key;
}

const save = (
  part: Parameters<typeof savePart>[1]["part"],
  answers: Record<string, string | string[]>,
  revision = 0,
  by = actor,
) => savePart(by, { applicationId, part, answers, revision });

describe("saving a section", () => {
  beforeAll(async () => {
    applicationId = await aDraft();
  });

  test("keeps the answers as typed, right or wrong, and drops unknown fields", async () => {
    const saved = await save("bank", { iban: "geen iban", accountName: "", evil: "x" });
    expect(saved).toMatchObject({
      ok: true,
      value: { revision: 1, scheme: "werkgeverssubsidie", personKnown: false },
    });
    expect((await draft()).sections.bank).toEqual({
      answers: { iban: "geen iban", accountName: "" },
      revision: 1,
      personKnown: false,
    });
  });

  test("does not overwrite what a colleague saved, and shows it", async () => {
    const colleague = await anEmployer(sql, actor);
    await save("company", { contactName: "Eerst" });
    await save("company", { contactName: "Collega" }, 1, colleague);
    const late = await save("company", { contactName: "Te laat" }, 1);
    expect(late).toEqual({
      ok: false,
      refusal: { reason: "changed-elsewhere", theirs: { contactName: "Collega" }, revision: 2 },
    });
    expect((await draft()).sections.company.answers).toEqual({ contactName: "Collega" });
    expect(await save("company", { contactName: "Gekozen" }, 2)).toMatchObject({ ok: true });
  });

  test("changes nothing when the same answers come again", async () => {
    const { stateAid } = validSections();
    expect(await save("stateAid", stateAid)).toMatchObject({ ok: true });
    const { answersVersion } = await draft();
    expect(await save("stateAid", stateAid)).toMatchObject({ ok: true, value: { revision: 1 } });
    expect((await draft()).answersVersion).toBe(answersVersion);
  });

  test("lets one of two concurrent saves win", async () => {
    const results = await Promise.all([
      save("declarations", { truthful: "yes" }),
      save("declarations", { deMinimis: "yes" }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("writes no event, because nobody handles a draft", async () => {
    const rows = await sql`select type from events where application_id = ${applicationId}`;
    expect(rows.map(({ type }) => type)).toEqual(["application.start"]);
  });

  test("seals the answers", async () => {
    await save("company", { contactName: "Onleesbaar Op Schijf" }, 3);
    const [row] = await sql`select answers from applications where id = ${applicationId}`;
    expect(row?.answers).not.toContain("Onleesbaar");
  });

  test("is refused once the application was filed", async () => {
    const filed = await aFiledApplication(sql);
    const late = savePart(filed.actor, {
      applicationId: filed.applicationId,
      part: "bank",
      answers: {},
      revision: 1,
    });
    expect(await late).toEqual({ ok: false, refusal: { reason: "not-a-draft", state: "submitted" } });
  });

  test("is not found by a stranger", async () => {
    await expect(save("bank", {}, 1, await anEmployer(sql))).rejects.toThrow(NotFound);
    await expect(
      savePart(actor, { applicationId: randomUUID(), part: "bank", answers: {}, revision: 0 }),
    ).rejects.toThrow(NotFound);
  });
});

describe("the name check by the bank", () => {
  const ACCOUNT = { iban: "NL91 ABNA 0417 1643 00", accountName: "Voorbeeld BV" };
  const asked: string[] = [];
  const bank = async ({ iban, name }: { iban: string; name: string }) => {
    asked.push(`${iban} ${name}`);
    return { outcome: name === "Voorbeeld BV" ? ("match" as const) : ("no_match" as const) };
  };
  const saveBank = (answers: RawSection, revision: number, ask: typeof checkAccountName = bank) =>
    savePart(actor, { applicationId, part: "bank", answers, revision }, ask);
  const missing = async () => (await draft()).missingDocuments;

  test("is made once for the same account, again for another, and never for an invalid one", async () => {
    actor = await anEmployer(sql);
    applicationId = await aDraft();
    expect(await missing()).toEqual(["bank_statement"]);
    await saveBank({ iban: "NL91", accountName: "Voorbeeld BV" }, 0);
    expect(asked).toEqual([]);
    await saveBank(ACCOUNT, 1);
    await saveBank({ ...ACCOUNT, iban: "nl91abna0417164300" }, 2);
    expect(asked).toEqual(["NL91ABNA0417164300 Voorbeeld BV"]);
    expect(await missing()).toEqual([]);
    await saveBank({ ...ACCOUNT, accountName: "Iemand anders" }, 3);
    expect(asked).toHaveLength(2);
    expect(await missing()).toEqual(["bank_statement"]);
  });

  test("is repeated when it could not be made, and is copied along", async () => {
    await saveBank(ACCOUNT, 4, async () => undefined);
    expect(await missing()).toEqual(["bank_statement"]);
    await saveBank(ACCOUNT, 5);
    expect(await missing()).toEqual([]);
    const copied = await startApplication(actor, await aWindow(sql), { from: "copy", applicationId });
    if (!copied.ok) throw new Error("refused");
    expect(await readDraft(actor, copied.value.applicationId)).toMatchObject({ missingDocuments: [] });
  });
});

describe("a person's number", () => {
  let part: `trajectory:${string}`;
  const known = async () => (await draft()).trajectories[0]?.personKnown;

  beforeAll(async () => {
    applicationId = await aDraft(await anEmployer(sql).then((someone) => (actor = someone)));
    part = `trajectory:${await aTrajectory()}`;
  });

  test("becomes a key at once; neither is on the screen", async () => {
    const personNumber = aPersonNumber();
    const saved = await save(part, { pseudonym: "a", personNumber, personKey: `k1:${"f".repeat(64)}` });
    expect(saved).toMatchObject({ ok: true, value: { personKnown: true } });
    expect((await draft()).trajectories[0]).toMatchObject({ answers: { pseudonym: "a" }, personKnown: true });
    expect(JSON.stringify(await draft())).not.toContain(personNumber);
  });

  test("is kept when the field is left empty", async () => {
    await save(part, { pseudonym: "a", personNumber: "" }, 1);
    expect(await known()).toBe(true);
  });

  test("is dropped when an invalid one is typed, so that it never stands for another person", async () => {
    const saved = await save(part, { pseudonym: "a", personNumber: "123456789" }, 2);
    expect(saved).toMatchObject({ ok: true, value: { personKnown: false } });
    expect(await known()).toBe(false);
  });
});

describe("trajectories", () => {
  beforeAll(async () => {
    actor = await anEmployer(sql);
    applicationId = await aDraft();
  });

  test("are added once for the same request", async () => {
    const key = await aTrajectory();
    const { answersVersion } = await draft();
    expect(await addTrajectory(actor, { applicationId, key })).toMatchObject({ ok: true });
    expect(await draft()).toMatchObject({ trajectories: [{ key, number: 1 }], answersVersion });
  });

  test("are copied without personal answers", async () => {
    const [first] = (await draft()).trajectories;
    const source = validTrajectory("werkgeverssubsidie", "2026-06-01", "women");
    await save(`trajectory:${first?.key}`, source);
    const key = randomUUID();
    await addTrajectory(actor, { applicationId, key, copyOf: first?.key });
    const copy = (await draft()).trajectories[1];
    expect(copy).toMatchObject({
      personKnown: false,
      answers: { track: "women", culturePlan: source.culturePlan },
    });
    for (const name of ["pseudonym", "permitValidUntil", "womenAgrees"])
      expect(copy?.answers).not.toHaveProperty(name);
    await expect(
      addTrajectory(actor, { applicationId, key: randomUUID(), copyOf: randomUUID() }),
    ).rejects.toThrow(NotFound);
  });

  test("are limited by the rules", async () => {
    await aTrajectory();
    await aTrajectory();
    const fifth = await addTrajectory(actor, { applicationId, key: randomUUID() });
    expect(fifth).toEqual({ ok: false, refusal: { reason: "no-more-trajectories", most: 4 } });
  });

  test("are removed with their answers; repeating it changes nothing", async () => {
    const key = (await draft()).trajectories[1]?.key ?? "";
    expect(await removeTrajectory(actor, { applicationId, key })).toMatchObject({ ok: true });
    const { answersVersion, trajectories } = await draft();
    expect(trajectories.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(trajectories.map((trajectory) => trajectory.key)).not.toContain(key);
    expect(await removeTrajectory(actor, { applicationId, key })).toMatchObject({ ok: true });
    expect((await draft()).answersVersion).toBe(answersVersion);
    await expect(save(`trajectory:${key}`, {})).rejects.toThrow(NotFound);
  });

  test("are not added or removed by another employer", async () => {
    const stranger = await anEmployer(sql);
    await expect(addTrajectory(stranger, { applicationId, key: randomUUID() })).rejects.toThrow(NotFound);
    await expect(removeTrajectory(stranger, { applicationId, key: randomUUID() })).rejects.toThrow(NotFound);
  });

  test("do not change after filing", async () => {
    const filed = await aFiledApplication(sql);
    const input = { applicationId: filed.applicationId, key: randomUUID() };
    const refusal = { ok: false, refusal: { reason: "not-a-draft", state: "submitted" } };
    expect(await addTrajectory(filed.actor, input)).toEqual(refusal);
    expect(await removeTrajectory(filed.actor, input)).toEqual(refusal);
  });
});

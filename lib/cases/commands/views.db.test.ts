import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aStaffMember } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { listChoices } from "@/lib/cases/queries/list-choices";
import { removeView } from "./remove-view";
import { saveView } from "./save-view";

const { sql } = await testDatabase();
const viewsOf = async (actor: Staff) => (await listChoices(actor)).views;

test("a list is saved under its name for its owner alone, without its page; saving again replaces it", async () => {
  const [mees, noor] = [await aStaffMember(sql, ["reviewer"]), await aStaffMember(sql, ["reviewer"])];
  await saveView(mees, { viewName: "Te laat", words: "toon=open&termijn=te-laat&na=2026-01-01~3" });
  await saveView(mees, { viewName: "Te laat", words: "toon=open&termijn=te-laat&regeling=startbaan" });
  expect(await viewsOf(mees)).toEqual([
    { name: "Te laat", words: "toon=open&regeling=startbaan&termijn=te-laat" },
  ]);
  expect(await viewsOf(noor)).toEqual([]);
  await removeView(noor, "Te laat");
  expect(await viewsOf(mees)).toHaveLength(1);
  await removeView(mees, "Te laat");
  await removeView(mees, "Te laat");
  expect(await viewsOf(mees)).toEqual([]);
});

test("filters without meaning are not saved", async () => {
  const actor = await aStaffMember(sql, ["decider"]);
  await saveView(actor, { viewName: "x", words: "toon=weg&op=id;--&q=1" });
  expect(await viewsOf(actor)).toEqual([{ name: "x", words: "toon=te-beslissen" }]);
});

test("an official saves thirty lists at most", async () => {
  const actor = await aStaffMember(sql, ["auditor"]);
  for (let number = 1; number <= 30; number++)
    expect(await saveView(actor, { viewName: `lijst ${number}`, words: "" })).toMatchObject({ ok: true });
  expect(await saveView(actor, { viewName: "nog een", words: "" })).toEqual({
    ok: false,
    refusal: { reason: "too-many-views", most: 30 },
  });
  expect(await saveView(actor, { viewName: "lijst 7", words: "toon=open" })).toMatchObject({ ok: true });
});

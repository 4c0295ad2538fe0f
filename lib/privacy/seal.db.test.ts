import { describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft } from "@/db/testing/factories";
import { readDraft } from "@/lib/filing/queries/read-draft";
import { seal, sealJson, unseal } from "./seal";
import { sealBytes, unsealBytes } from "./seal-bytes";
import { answersOfApplication, type Place, placeOfChunk, placeOfRow, SEALED_COLUMNS } from "./sealed-columns";

const { sql } = await testDatabase();
const ONE = answersOfApplication("0198c0de-0000-7000-8000-000000000001");
const OTHER = answersOfApplication("0198c0de-0000-7000-8000-000000000002");

describe("a sealed value", () => {
  test("opens in its place, and twice the same value looks different", async () => {
    const [a, b] = [await seal({ iban: "x" }, ONE), await seal({ iban: "x" }, ONE)];
    expect(await unseal(a, ONE)).toEqual({ iban: "x" });
    expect(a).not.toBe(b);
    expect(await unseal(sealJson(Buffer.from("[1]"), ONE), ONE)).toEqual([1]);
  });

  test("does not open when it was moved to another row", async () => {
    const [mine, theirs] = [await seal("mine", ONE), await seal("theirs", OTHER)];
    await expect(unseal(theirs, ONE)).rejects.toThrow();
    await expect(unseal(mine, OTHER)).rejects.toThrow();
    const bytes = sealBytes(Buffer.from("file"), placeOfChunk("a", 0));
    expect(() => unsealBytes(bytes, placeOfChunk("a", 1))).toThrow();
    expect(() => unsealBytes(bytes, placeOfChunk("b", 0))).toThrow();
    expect(unsealBytes(bytes, placeOfChunk("a", 0)).toString()).toBe("file");
  });

  test("does not open in another column, or when one byte was altered", async () => {
    const sealed = await seal("x", ONE);
    await expect(unseal(sealed, ONE.replace("answers", "other") as Place)).rejects.toThrow();
    const last = sealed.endsWith("A") ? "Q" : "A";
    await expect(unseal(sealed.slice(0, -1) + last, ONE)).rejects.toThrow();
  });

  test("does not open under a key that is gone", async () => {
    const sealed = await seal("x", ONE);
    await expect(unseal(sealed.replace(/^[^.]+/, "gone"), ONE)).rejects.toThrow("no data key gone");
  });
});

test("the place of a row names column and row; replaced answers are those of the application", () => {
  expect(placeOfRow("applications.answers", ["a"])).toBe(answersOfApplication("a"));
  expect(placeOfRow("answer_versions.answers", ["a"])).toBe(answersOfApplication("a"));
  expect(placeOfRow("document_chunks.sealed", ["a", 2])).toBe(placeOfChunk("a", 2));
  const places = Object.keys(SEALED_COLUMNS).map((name) =>
    placeOfRow(name as keyof typeof SEALED_COLUMNS, ["x"]),
  );
  expect(new Set(places).size).toBe(places.length - 1);
});

test("answers that were swapped between two rows of the database are not shown", async () => {
  const [one, other] = [await aCompleteDraft(sql), await aCompleteDraft(sql)];
  const ids = [one.applicationId, other.applicationId];
  expect(await readDraft(one.actor, one.applicationId)).toMatchObject({ id: one.applicationId });
  await sql`update applications a set answers = b.answers from applications b
    where a.id = any(${ids}) and b.id = any(${ids}) and a.id <> b.id`;
  for (const { actor, applicationId } of [one, other])
    await expect(readDraft(actor, applicationId)).rejects.toThrow();
});

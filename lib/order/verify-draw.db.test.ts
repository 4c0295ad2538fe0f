import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aWindow } from "@/db/testing/factories";
import { aTreatmentOrder, dayInJune } from "@/db/testing/treatment-order";
import { revealDraw } from "./commands/reveal-draw";
import { drawRecord } from "./queries/draw-record";

const { sql } = await testDatabase();
const { on, room, crossing, freeze, reviewer, colleague } = await aTreatmentOrder(sql);

/** A crossing day, and a window divided by lot that closes on 5 June. */
const DRAWN = {
  "a crossing day": async () => {
    await crossing();
    return freeze();
  },
  "a window divided by lot": async () => {
    await room(12_000);
    const closesAt = new Date(`${dayInJune(5)}T15:00:00Z`);
    const windowId = await aWindow(sql, { distribution: "window_lottery", closesAt });
    for (const day of [1, 2, 4]) {
      await on(day);
      await aProposedCase(sql, { windowId, reviewer });
    }
    await on(6);
    return freeze(5);
  },
};

describe("the published script", () => {
  const folder = mkdtempSync(join(tmpdir(), "draw-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...records: unknown[]) => {
    const paths = records.map((record) => {
      const path = join(folder, `${randomUUID()}.json`);
      writeFileSync(path, JSON.stringify(record));
      return path;
    });
    const { stdout, status } = spawnSync(process.execPath, ["public/verify-draw.mjs", ...paths], {
      encoding: "utf8",
    });
    return { said: stdout.trim(), status };
  };

  test.each(Object.entries(DRAWN))(
    "finds the record of %s right, and every tampered one wrong",
    async (_name, frozen) => {
      const drawId = await frozen();
      const before = await drawRecord(drawId);
      expect(run(before)).toMatchObject({
        status: 1,
        said: expect.stringContaining("nog niet onthuld"),
      });
      await revealDraw(colleague, { drawId });
      const record = await drawRecord(drawId);
      if (!record?.order) throw new Error("no record");
      expect(run(record)).toEqual({
        status: 0,
        said: "De loting klopt: 3 aanvragen, volgorde opnieuw berekend.",
      });
      expect(run(record, before)).toEqual({
        status: 0,
        said: "De loting klopt: 3 aanvragen, volgorde opnieuw berekend, en sinds het eerdere verslag is er niets veranderd.",
      });
      const [one, two, three] = record.order;
      const [first, ...others] = record.applications;
      const tampered = [
        [{ ...record, order: [two, one, three] }, "De volgorde volgt niet"],
        [{ ...record, order: [one, two] }, "De volgorde volgt niet"],
        [{ ...record, seed: "00".repeat(32) }, "Het startgetal hoort niet"],
        [{ ...record, day: dayInJune(2) }, "De lijst hoort niet"],
        [{ ...record, year: 2027 }, "De lijst hoort niet"],
        [{ ...record, applications: others }, "De lijst hoort niet"],
        [{ ...record, applications: [[first?.[0], 1], ...others] }, "De lijst hoort niet"],
        [{ ...record, applications: [...others, first] }, "niet op volgorde"],
        [{}, "Gebruik"],
        [{ ...record, applications: record.order }, "Gebruik"],
      ] as const;
      for (const [wrong, words] of tampered)
        expect(run(wrong)).toMatchObject({ status: 1, said: expect.stringContaining(words) });
      const swapped = [
        [{ ...before, listHash: "00".repeat(32) }, "De lijst is een andere"],
        [{ ...before, seedCommitment: "00".repeat(32) }, "De hash van het startgetal is een andere"],
        [{}, "Gebruik"],
      ] as const;
      for (const [earlier, words] of swapped)
        expect(run(record, earlier)).toMatchObject({ status: 1, said: expect.stringContaining(words) });
    },
  );
});

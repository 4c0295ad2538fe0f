import { expect, test } from "vitest";
import { loadReference } from "@/db/reference/load";
import { setClock, testDatabase } from "@/db/testing/database";
import { expectInvariants } from "@/db/testing/invariants";
import { grantByDecide } from "./grants";
import { setStage } from "./stage";

const { sql, ownerUrl } = await testDatabase();

test("the applications of the bench can be granted and keep every invariant", async () => {
  await setClock(new Date("2026-11-24T11:00:00Z"));
  await loadReference(ownerUrl, { demo: true });
  const stage = await setStage(ownerUrl, { drafts: 2, proposed: 2 });
  expect(stage.drafts).toHaveLength(2);
  expect(await grantByDecide(stage.deciderId, stage.proposed)).toMatchObject({ granted: 2, refused: 0 });
  expect(await sql`select state, count(*)::int as n from applications group by state order by state`).toEqual(
    [
      { state: "draft", n: 2 },
      { state: "granted", n: 2 },
    ],
  );
  await expectInvariants(sql);
});

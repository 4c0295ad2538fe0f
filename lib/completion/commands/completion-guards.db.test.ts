import { describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aCaseInReview, aCaseToComplete } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aStaffMember } from "@/db/testing/factories";
import type { Employer } from "@/lib/actor";
import { takeUp } from "@/lib/decisions/commands/take-up";

const { sql } = await testDatabase();

describe("the database", () => {
  const asEmployer = ({ actor }: { actor: Employer }, statement: string) =>
    asActor(actor, (tx) => tx.execute(statement)).then(
      () => "done",
      (error) => error.constraint ?? error.code ?? error.message,
    );

  test("lets nobody replace answers without keeping them, choose a rank day, or change filed answers", async () => {
    const it = await aCaseToComplete(sql);
    const complete = `update applications set state = 'in_review', version = version + 1, answers = 'new', answers_version = answers_version + 1 where id = '${it.applicationId}'`;
    expect(await asEmployer(it, complete)).toBe("applications_superseded_kept");
    expect(
      await asEmployer(
        it,
        `update applications set rank_day = '2020-01-01' where id = '${it.applicationId}'`,
      ),
    ).toBe("42501");
    expect(
      await asEmployer(it, `update applications set answers = 'new' where id = '${it.applicationId}'`),
    ).toBe("applications_filed_unchanged");
    const end = `update completion_requests set ended_on = asked_on, "end" = 'completed' where id = '${it.requestId}'`;
    expect(await asEmployer(it, end)).toBe("42501");
    await expect(sql.unsafe(end)).rejects.toMatchObject({ constraint_name: "completion_requests_only_end" });
    const inReview = await aCaseInReview(sql);
    const touched = `update trajectories set requested_cents = 1 where application_id = '${inReview.applicationId}'`;
    expect(await asEmployer(inReview, touched)).toBe("trajectories_filed_unchanged");
  });

  test("refuses to let a term lapse early", async () => {
    const it = await aCaseToComplete(sql);
    const early = asActor(it.reviewer, (tx) =>
      tx.execute(
        `update applications set state = 'in_review', version = version + 1 where id = '${it.applicationId}'`,
      ),
    );
    await expect(early).rejects.toMatchObject({ constraint: "applications_term_lapsed" });
  });
});

test("refuses to take up an application that is being completed", async () => {
  const it = await aCaseToComplete(sql);
  const other = await aStaffMember(sql, ["reviewer"]);
  expect(await takeUp(other, { applicationId: it.applicationId, version: 4 })).toMatchObject({
    refusal: { reason: "not-yours-to-do" },
  });
});

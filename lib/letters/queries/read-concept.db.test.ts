import { expect, test } from "vitest";
import { aCaseInReview, aProposedCase } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aStaffMember, theBudget } from "@/db/testing/factories";
import { requestCompletion } from "@/lib/completion/commands/request-completion";
import { writeRequest } from "@/lib/completion/commands/write-request";
import { CONCEPT_KINDS, type ConceptKind } from "@/lib/concepts/concept";
import { addDays, type Day, dayOf, yearOf } from "@/lib/dates";
import { enterDefaultNotice } from "@/lib/deadlines/commands/enter-default-notice";
import { suspendTerm } from "@/lib/deadlines/commands/suspend-term";
import { tellDelay } from "@/lib/deadlines/commands/tell-delay";
import { writeDefaultNotice } from "@/lib/deadlines/commands/write-default-notice";
import { writeDelay } from "@/lib/deadlines/commands/write-delay";
import { writeSuspension } from "@/lib/deadlines/commands/write-suspension";
import { decide } from "@/lib/decisions/commands/decide";
import { intendLowering } from "@/lib/decisions/commands/intend-lowering";
import { intendRefusal } from "@/lib/decisions/commands/intend-refusal";
import { writeIntention } from "@/lib/decisions/commands/write-intention";
import { writeLowering } from "@/lib/decisions/commands/write-lowering";
import { renderPdf } from "@/lib/gateways/typst/render";
import { pdfText } from "@/lib/gateways/typst/testing/pdf-text";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { type Result, refuse } from "@/lib/result";
import { previewConcept, readConcept } from "./read-concept";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
await theBudget(sql, yearOf(TODAY));

type Case = Awaited<ReturnType<typeof aCaseInReview>>;
type Written = Promise<Result<{ conceptId: string }, unknown>>;
type Seen = { applicationId: string; version: number; conceptId: string; shownOn: Day };
type Way = {
  /** A case in which it may be written; one in review when nothing else is said. */
  ready?: () => Promise<Case>;
  write: (it: Case, dueOn: Day) => Written;
  send: (it: Case, seen: Seen) => Promise<{ ok: boolean }>;
};

async function aGrant(): Promise<Case> {
  const it = await aProposedCase(sql, { tracks: ["general", "women"] });
  await decide(await aStaffMember(sql, ["decider"]), it);
  return { ...it, version: it.version + 1 };
}

const WAYS: Record<ConceptKind, Way> = {
  completion_request: {
    write: ({ reviewer, applicationId, version }) =>
      writeRequest(reviewer, {
        ...{ applicationId, version, dueOn: addDays(TODAY, 14) },
        items: [{ key: "bank.iban", listed: true, words: "Dit nummer hoort niet bij uw organisatie." }],
      }),
    send: ({ reviewer }, seen) => requestCompletion(reviewer, seen),
  },
  intended_refusal: {
    write: ({ reviewer, applicationId, version }) =>
      writeIntention(reviewer, {
        ...{ applicationId, version, untilOn: addDays(TODAY, 14) },
        ...{ grounds: ["false_data"], explanation: "Volgens het register staat de zaak stil." },
      }),
    send: ({ reviewer }, seen) => intendRefusal(reviewer, seen),
  },
  intended_lowering: {
    ready: aGrant,
    write: ({ reviewer, applicationId, version }) =>
      writeLowering(reviewer, {
        ...{ applicationId, version, keep: [1], untilOn: addDays(TODAY, 14) },
        ...{ grounds: ["activities_not_done"], explanation: "De begeleiding is niet begonnen." },
      }),
    send: ({ reviewer }, seen) => intendLowering(reviewer, seen),
  },
  delay_notice: {
    write: ({ reviewer, applicationId }, dueOn) =>
      writeDelay(reviewer, {
        ...{ applicationId, expectedOn: addDays(dueOn, 14) },
        delayReason: "Wij wachten op het register.",
      }),
    send: ({ reviewer }, seen) => tellDelay(reviewer, seen),
  },
  default_notice: {
    write: ({ reviewer, applicationId }, dueOn) =>
      writeDefaultNotice(reviewer, { applicationId, receivedOn: addDays(dueOn, 2) }),
    send: ({ reviewer }, seen) => enterDefaultNotice(reviewer, seen),
  },
  suspension: {
    write: ({ reviewer, applicationId }) =>
      writeSuspension(reviewer, {
        ...{ applicationId, suspensionGround: "applicant", resumesOn: addDays(TODAY, 30) },
        suspensionReason: "Het dossier is bij u weg.",
      }),
    send: ({ reviewer }, seen) => suspendTerm(reviewer, seen),
  },
};

test.each(CONCEPT_KINDS)(
  "the letter that is sent is the letter that was looked over, on that day or not at all: %s",
  async (kind) => {
    const it = await (WAYS[kind].ready ?? (() => aCaseInReview(sql)))();
    const { applicationId, version, reviewer } = it;
    const [row] = await sql<{ due: Day }[]>`
    select due_on::text as due from applications where id = ${applicationId}`;
    const dueOn = row?.due ?? "";
    const today = kind === "default_notice" ? addDays(dueOn, 3) : TODAY;
    const at = (day: Day, hour: number) => setClock(new Date(`${day}T${hour}:00:00Z`));
    await at(today, 11);
    try {
      expect((await WAYS[kind].write(it, dueOn)).ok).toBe(true);
      const preview = await previewConcept(reviewer, applicationId, kind);
      if (!preview) throw new Error("nothing to look over");
      expect(await previewConcept(await aStaffMember(sql, ["decider"]), applicationId, kind)).toBeUndefined();
      expect(
        await sql`select from letters where application_id = ${applicationId} and kind = ${kind}`,
      ).toHaveLength(0);

      const { conceptId, letter } = preview;
      const seen = { applicationId, version, conceptId };
      await at(addDays(today, 1), 10);
      expect(await WAYS[kind].send(it, { ...seen, shownOn: today })).toEqual(
        refuse({ reason: "day-turned" }),
      );
      expect(await readConcept(reviewer, applicationId, kind)).toBeDefined();
      await at(today, 12);
      expect(await WAYS[kind].send(it, { ...seen, shownOn: today })).toMatchObject({ ok: true });
      await at(addDays(today, 1), 10);
      expect(await readConcept(reviewer, applicationId, kind)).toBeUndefined();
      const [message] = await sql<{ about: string }[]>`
      select about from messages where application_id = ${applicationId} and kind = ${kind}`;
      const about = message?.about ?? "";
      const { content } = await publishLetter({ kind, applicationId, about });
      expect(content.toString("latin1")).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
      expect(pdfText(content)).toBe(pdfText(renderPdf("letter.typ", letter)));
      expect(pdfText(content)).toContain(letter.title.slice(0, 20));
    } finally {
      await setClock(null);
    }
  },
);

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/dates";
import { type Cents, euros } from "@/lib/money";
import { type Aid, notTyped, type OwnGrant, periodStart, receivedBefore } from "./ledger";
import { AID_REGULATIONS } from "./regulations";

const GRANT_ON = "2026-11-24";
const day = fc.integer({ min: -1500, max: 0 }).map((days) => addDays(GRANT_ON, days));
const cents = fc.integer({ min: 1, max: 30_000_000 }).map((amount) => amount as Cents);
const aid = fc
  .record({ grantedOn: day, amountCents: cents })
  .map((facts): Aid => ({ ...facts, grantor: "Gemeente", regulation: "general", kvkNumber: null }));
const own = fc
  .record({ grantedOn: day, amountCents: cents })
  .map((facts): OwnGrant => ({ ...facts, reference: "WS" }));
const regulations = fc.constantFrom(...AID_REGULATIONS);
const ledgers = [fc.array(aid, { maxLength: 15 }), fc.array(own, { maxLength: 4 })] as const;

describe("the aid that counts before a grant", () => {
  test("is the sum over three years, whatever the order", () => {
    fc.assert(
      fc.property(...ledgers, (rows, grants) => {
        const sum = receivedBefore(rows, grants, GRANT_ON);
        const within = [...rows, ...notTyped(rows, grants)].filter((row) => row.grantedOn >= "2023-11-24");
        expect(sum).toBe(within.reduce((total, row) => total + row.amountCents, 0));
        expect(receivedBefore(rows.toReversed(), grants.toReversed(), GRANT_ON)).toBe(sum);
      }),
    );
  });

  test("never grows when the grant comes later, and grows by aid added within the period, except for services of general interest (2023/2831 art. 5)", () => {
    fc.assert(
      fc.property(
        ...ledgers,
        fc.integer({ min: 0, max: 800 }),
        cents,
        regulations,
        (rows, grants, later, more, regulation) => {
          const sum = receivedBefore(rows, grants, GRANT_ON);
          expect(receivedBefore(rows, grants, addDays(GRANT_ON, later))).toBeLessThanOrEqual(sum);
          const added: Aid = {
            grantedOn: GRANT_ON,
            amountCents: more,
            grantor: "UWV",
            regulation,
            kvkNumber: null,
          };
          fc.pre(
            !grants.some(({ grantedOn, amountCents }) => grantedOn === GRANT_ON && amountCents === more),
          );
          expect(receivedBefore([...rows, added], grants, GRANT_ON)).toBe(
            regulation === "sgei" ? sum : sum + more,
          );
        },
      ),
    );
  });

  test("counts a grant of this portal once, also when it was typed", () => {
    fc.assert(
      fc.property(...ledgers, (rows, grants) => {
        const typed: Aid[] = grants.map((grant) => ({
          ...grant,
          grantor: "SZW",
          regulation: "general",
          kvkNumber: null,
        }));
        expect(receivedBefore([...rows, ...typed], grants, GRANT_ON)).toBe(
          receivedBefore([...rows, ...typed], [], GRANT_ON),
        );
      }),
    );
  });
});

test("includes the day three years before, and not the day before that", () => {
  const on = (grantedOn: string): Aid => ({
    grantedOn,
    grantor: "UWV",
    amountCents: euros(100),
    regulation: "general",
    kvkNumber: null,
  });
  expect(receivedBefore([on(periodStart(GRANT_ON))], [], GRANT_ON)).toBe(euros(100));
  expect(receivedBefore([on(addDays(periodStart(GRANT_ON), -1))], [], GRANT_ON)).toBe(0);
});

import "server-only";
import { sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor, readAs } from "@/db/client";
import { newId } from "@/db/new-id";
import type { OPENING_USES } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { violatedConstraint } from "@/lib/errors";
import type { CheckRefusal } from "@/lib/person-checks/refusals";
import { seal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";
import type { openingSchema } from "../schema";
import { unsealNumber } from "./sealed-number";

type Person = { applicationId: string; trajectory: number };
export type OpenedNumber = { personKey: string; number: string };
type NotOpened = Extract<CheckRefusal, { reason: "not-your-case" | "number-destroyed" }>;

/**
 * Shows the number of one person to the reviewer who has the case, for the reason that they give. Each time is an
 * event, written before the number is read. Throws NotFound.
 */
export const showNumber = async (
  actor: Staff,
  { openingReason, ...person }: z.output<typeof openingSchema>,
): Promise<Result<OpenedNumber, NotOpened>> =>
  openNumber(actor, person, { use: "show", reason: openingReason });

/** Opens the number to ask an authority, or to show it for a reason. */
export async function openNumber(
  actor: Staff,
  { applicationId, trajectory }: Person,
  { use, reason }: { use: (typeof OPENING_USES)[number]; reason: string | null },
): Promise<Result<OpenedNumber, NotOpened>> {
  try {
    const opening = await asActor(actor, async (tx) => {
      await lockApplication(tx, applicationId);
      const id = await newId(tx);
      const sealed = reason && (await seal(reason, `person_number_openings.reason:${id}`));
      await tx.execute(
        sql`select announce_number_opening(${id}::uuid, ${applicationId}::uuid, ${trajectory}::int, ${use}, ${sealed})`,
      );
      return id;
    });
    const opened = await readAs(actor, async (tx) => {
      const { rows } = await tx.execute<{ personKey: string; number: Buffer | null }>(
        sql`select person_key as "personKey", number from open_person_number(${opening}::uuid)`,
      );
      return rows[0];
    });
    if (!opened?.number) return refuse({ reason: "number-destroyed" });
    const { personKey } = opened;
    return ok({ personKey, number: unsealNumber(opened.number, { applicationId, personKey }) });
  } catch (error) {
    if (violatedConstraint(error) === "person_numbers_handler_only")
      return refuse({ reason: "not-your-case" });
    throw error;
  }
}

import "server-only";
import { timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { applications } from "@/db/schema";
import type { System } from "@/lib/actor";
import { readReference } from "@/lib/applications/reference";
import { readStatusCode } from "../code";
import type { StatusQuestion } from "../schema";
import { statusCode } from "./status-code";

const LOOK_UP: System = { kind: "system", task: "status" };
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * The application with this reference, if there is one, and whether the code is its code: false for an unknown
 * reference, a wrong code and unreadable input, after the same work for each: one query, one hash, one comparison.
 */
export async function findByCode({
  reference,
  statusCode: typed,
}: StatusQuestion): Promise<{ applicationId: string | undefined; isRight: boolean }> {
  const asked = readReference(reference) ?? "";
  const [row] = await readAs(LOOK_UP, (tx) =>
    tx.select({ id: applications.id }).from(applications).where(eq(applications.reference, asked)),
  );
  const expected = Buffer.from(statusCode(row?.id ?? NOBODY));
  const given = Buffer.from((readStatusCode(typed) ?? "").padEnd(expected.length));
  const isEqual = timingSafeEqual(expected, given);
  return { applicationId: row?.id, isRight: isEqual && row !== undefined };
}

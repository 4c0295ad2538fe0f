import * as z from "zod";
import { readReference } from "@/lib/applications/reference";
import type { EventFilter, EventPlace } from "@/lib/audit/queries/search-events";
import { isDay } from "@/lib/day";

const text = z.string().trim().max(100).optional().catch(undefined);
const day = z.string().refine(isDay).optional().catch(undefined);

const words = z.object({
  referentie: text,
  naam: text,
  persoon: z.uuid().optional().catch(undefined),
  soort: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .optional()
    .catch(undefined),
  van: day,
  tot: day,
  na: z
    .string()
    .regex(/^[\d :.+-]+_\d+$/)
    .optional()
    .catch(undefined),
});
export type AuditWords = Partial<z.output<typeof words>>;

/** The search that an address asks for; parameters without meaning are ignored. */
export const readWords = (params: unknown): AuditWords => words.parse(params);

export const filterOf = ({ referentie, persoon, soort, van, tot }: AuditWords): EventFilter => ({
  reference: referentie && (readReference(referentie) ?? referentie),
  personId: persoon,
  type: soort,
  from: van,
  to: tot,
});

export function placeOf({ na }: AuditWords): EventPlace | undefined {
  const [at, id] = na?.split("_") ?? [];
  return at && id ? { at, id: Number(id) } : undefined;
}

/** The address of the log with this search. */
export function auditHref(asked: AuditWords): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `/audit?${new URLSearchParams(given)}` : "/audit";
}

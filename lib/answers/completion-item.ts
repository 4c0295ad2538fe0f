import * as z from "zod";
import { SECTIONS } from "@/lib/answers/answers";
import { isSection, type Part } from "@/lib/answers/draft";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import { DOCUMENT_KINDS } from "@/lib/vocabulary/document-kinds";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** An item about a whole part, not about one question. */
export const WHOLE_PART = "whole";

/** A part of the answers, or the files beside them. */
export type ItemPart = Part | "documents";

/**
 * One item of a request to complete. `listed` is a required item of the scheme that is missing or cannot be right:
 * completing it makes the application complete (Awb 4:5(1)(c)) and moves its rank day. Otherwise it is a question on substance.
 */
export type Item = { part: ItemPart; field: string; listed: boolean; words: string };

/** "company.sbiCode", "trajectory:<key>.hoursPerWeek", "bank.whole": one item of a request, once. */
export const keyOf = ({ part, field }: Pick<Item, "part" | "field">): string => `${part}.${field}`;

export const partSchema = z.union([z.enum(SECTIONS), z.templateLiteral(["trajectory:", z.uuid()])]);

/**
 * The questions of one part that a request can name; for a trajectory also the number of the person. The ledger of
 * state aid is one item, because its rows change.
 */
function fieldsOf(part: Part, scheme: Scheme): string[] {
  if (isSection(part)) {
    const fields = SECTION_FIELDS[part];
    return Object.keys(fields).filter((name) => fields[name] !== "row");
  }
  const [pseudonym = "", ...others] = Object.keys(trajectoryFields(scheme));
  return [pseudonym, "personNumber", ...others];
}

/**
 * Every part of a filing with what a reviewer may ask about it, itemised as the scheme lists it, in page order; of the
 * files each kind that has a name, and anything else.
 */
export function askable(
  scheme: Scheme,
  trajectoryKeys: readonly string[],
): { part: ItemPart; fields: string[] }[] {
  const [company, ...others] = SECTIONS;
  const parts: Part[] = [company, ...trajectoryKeys.map((key): Part => `trajectory:${key}`), ...others];
  const kinds = DOCUMENT_KINDS.filter((kind) => kind !== "other");
  return [
    ...parts.map((part) => ({ part, fields: [...fieldsOf(part, scheme), WHOLE_PART] })),
    { part: "documents", fields: [...kinds, WHOLE_PART] },
  ];
}

/** The item with this key, when it belongs to the filing. */
export function readKey(
  key: string,
  scheme: Scheme,
  trajectoryKeys: readonly string[],
): Pick<Item, "part" | "field"> | undefined {
  const [part, field] = [key.slice(0, key.lastIndexOf(".")), key.slice(key.lastIndexOf(".") + 1)];
  const known = askable(scheme, trajectoryKeys).find((candidate) => candidate.part === part);
  return known?.fields.includes(field) ? { part: known.part, field } : undefined;
}

/** Whether completing what is asked moves the rank day: as soon as one listed item was missing (Awb 4:5, 4:26). */
export const shiftsRank = (items: readonly Pick<Item, "listed">[]): boolean =>
  items.some(({ listed }) => listed);

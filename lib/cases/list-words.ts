import * as z from "zod";
import type { Staff } from "@/lib/actor";
import { STATES } from "@/lib/vocabulary/lifecycle";
import { SCHEMES } from "@/lib/vocabulary/scheme";

/** Groups of states, and each state by itself. */
export const SHOWN = [
  "te-beoordelen",
  "wacht-op-werkgever",
  "te-beslissen",
  "open",
  "besloten",
  "alle",
  ...STATES.filter((state) => state !== "draft"),
] as const;
export type Shown = (typeof SHOWN)[number];

/** All sort keys of a list; nothing else reaches an ORDER BY. */
export const SORTS = ["rangdag", "termijn", "bedrag", "werkgever", "wijziging"] as const;
export type Sort = (typeof SORTS)[number];

export const TERMS = ["te-laat", "deze-week", "volgende-week", "binnen-vier-weken", "later"] as const;
export type Term = (typeof TERMS)[number];

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** The parameters in the address of a list, in the order in which they are written. */
const schema = z.object({
  toon: maybe(z.enum(SHOWN)),
  zoek: maybe(z.string().trim().min(1).max(80)),
  regeling: maybe(z.enum(SCHEMES)),
  tijdvak: maybe(z.string().regex(/^[\w-]{1,60}$/)),
  van: maybe(z.union([z.literal("mij"), z.literal("niemand"), z.uuid()])),
  spoor: maybe(z.enum(["vrouwen", "algemeen"])),
  letop: maybe(z.enum(["ja", "nee"])),
  termijn: maybe(z.enum(TERMS)),
  op: maybe(z.enum(SORTS)),
  af: maybe(z.literal("ja")),
  na: maybe(z.string().max(80)),
  voor: maybe(z.string().max(80)),
});

export type Words = Omit<z.output<typeof schema>, "toon" | "op"> & { toon: Shown; op: Sort };

/**
 * The list that an address asks for; parameters without meaning are ignored. Without filters a reviewer sees the cases
 * to review, a decider the open proposals, an auditor everything; a search covers everything.
 */
export function readWords(params: unknown, { roles }: Staff): Words {
  const asked = schema.parse(params);
  const start: Shown = roles.includes("reviewer")
    ? "te-beoordelen"
    : roles.includes("decider")
      ? "te-beslissen"
      : "alle";
  return { ...asked, toon: asked.toon ?? (asked.zoek ? "alle" : start), op: asked.op ?? "rangdag" };
}

/** The same list from its first page. */
export const fromTheStart = (words: Words): Words => ({ ...words, na: undefined, voor: undefined });

/** The list as a query in a fixed order: "toon=open&van=mij". Defaults are left out. */
export function queryOf(words: Words): string {
  const said = schema.keyof().options.flatMap((name) => {
    const value = words[name];
    return value === undefined || (name === "op" && value === "rangdag")
      ? []
      : [[name, value] as [string, string]];
  });
  return String(new URLSearchParams(said));
}

export const listHref = (words: Words): string => `/cases?${queryOf(words)}`;

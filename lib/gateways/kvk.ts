import "server-only";
import * as z from "zod";
import { formatPostcode } from "@/lib/answers/answer-kinds";
import type { Address, RegisterAnswer, RegisterEntry } from "@/lib/answers/register";
import { type Env, env } from "@/lib/env";

type Settings = Pick<Env, "KVK_API_URL" | "KVK_API_KEY">;

/** Well within the time that a person waits for a page. */
const DEADLINE_MS = 2_000;
const REMEMBERED_MS = 10 * 60_000;
/** While the register is down only some saves wait for it, not every one. */
const FAILED_MS = 30_000;

const addressSchema = z.object({
  type: z.string(),
  indAfgeschermd: z.string().optional(),
  volledigAdres: z.string().optional(),
  straatnaam: z.string().optional(),
  huisnummer: z.number().optional(),
  huisletter: z.string().optional(),
  huisnummerToevoeging: z.string().optional(),
  postcode: z.string().optional(),
  plaats: z.string().optional(),
});
type KvkAddress = z.output<typeof addressSchema>;
/** The fields of the base profile that the form needs (KVK Handelsregister, API Basisprofiel 1.5). */
const profileSchema = z.object({
  kvkNummer: z.string(),
  naam: z.string(),
  materieleRegistratie: z.object({ datumEinde: z.string().nullish() }).nullish(),
  sbiActiviteiten: z
    .array(z.object({ sbiCode: z.string(), sbiOmschrijving: z.string(), indHoofdactiviteit: z.string() }))
    .default([]),
  _embedded: z
    .object({
      hoofdvestiging: z
        .object({
          vestigingsnummer: z.string().optional(),
          adressen: z.array(addressSchema).default([]),
        })
        .optional(),
      eigenaar: z
        .object({
          rsin: z.string().optional(),
          rechtsvorm: z.string(),
          adressen: z.array(addressSchema).default([]),
        })
        .optional(),
    })
    .default({}),
});
/** The branches of the same API: `vestigingen` below a base profile. */
const branchesSchema = z.object({
  kvkNummer: z.string(),
  vestigingen: z
    .array(
      z.object({
        vestigingsnummer: z.string().regex(/^\d{12}$/),
        eersteHandelsnaam: z.string().default(""),
        indHoofdvestiging: z.string().default("Nee"),
        indAdresAfgeschermd: z.string().optional(),
        volledigAdres: z.string().optional(),
      }),
    )
    .default([]),
});
type KvkBranches = z.output<typeof branchesSchema>["vestigingen"];

function entryOf(profile: z.output<typeof profileSchema>, listed: KvkBranches): RegisterEntry {
  const { hoofdvestiging, eigenaar } = profile._embedded;
  const address = visitingAddress([...(hoofdvestiging?.adressen ?? []), ...(eigenaar?.adressen ?? [])]);
  const legalForm = eigenaar?.rechtsvorm ?? "";
  return {
    name: profile.naam,
    legalForm,
    isActive: !profile.materieleRegistratie?.datumEinde,
    rsin: legalForm.toLowerCase() === "eenmanszaak" ? null : (eigenaar?.rsin ?? null),
    address,
    branches: listed
      .toSorted((a, b) => Number(isYes(b.indHoofdvestiging)) - Number(isYes(a.indHoofdvestiging)))
      .map(({ vestigingsnummer, eersteHandelsnaam, indAdresAfgeschermd, volledigAdres }) => ({
        number: vestigingsnummer,
        name: eersteHandelsnaam || profile.naam,
        address:
          vestigingsnummer === hoofdvestiging?.vestigingsnummer
            ? address
            : isYes(indAdresAfgeschermd)
              ? null
              : readAddress(volledigAdres),
      })),
    activities: profile.sbiActiviteiten
      .toSorted((a, b) => Number(isYes(b.indHoofdactiviteit)) - Number(isYes(a.indHoofdactiviteit)))
      .map(({ sbiCode, sbiOmschrijving }) => ({ code: sbiCode, description: sbiOmschrijving })),
  };
}

const isYes = (indication: string | undefined): boolean => indication === "Ja";

function visitingAddress(addresses: readonly KvkAddress[]): Address | null {
  const visited = addresses.find(
    ({ type, indAfgeschermd }) => type === "bezoekadres" && !isYes(indAfgeschermd),
  );
  if (!visited) return null;
  const { straatnaam, huisnummer, huisletter, huisnummerToevoeging, postcode, plaats } = visited;
  if (!straatnaam || huisnummer === undefined || !postcode || !plaats)
    return readAddress(visited.volledigAdres);
  const additions = [huisletter, huisnummerToevoeging].filter(Boolean).join(" ");
  return {
    street: straatnaam,
    houseNumber: [huisnummer, additions].filter(Boolean).join(" "),
    postcode: formatPostcode(postcode),
    city: plaats,
  };
}

/** A Dutch address on one line, as the list of branches gives it: "Hizzaarderlaan 3 A      8823SJ Lollum". */
function readAddress(line = ""): Address | null {
  const parts = /^(.+)\s+(\d+(?:\s?\S{1,6})?)[\s,]+([1-9]\d{3}\s?[A-Z]{2})\s+(.+)$/.exec(line.trim());
  const [, street = "", houseNumber = "", postcode = "", city = ""] = parts ?? [];
  return parts ? { street: street.trim(), houseNumber, postcode: formatPostcode(postcode), city } : null;
}

const remembered = new Map<string, { answer: RegisterAnswer; until: number }>();

/**
 * Asks the trade register for one employer and its branches by KVK number. "unknown" when the register has no such
 * number, "not_asked" without a configured register or a good answer in time. Never throws. Answers are cached for ten
 * minutes, failures for half a minute.
 */
export async function lookUpEmployer(kvkNumber: string, settings: Settings = env()): Promise<RegisterAnswer> {
  const key = `${settings.KVK_API_URL} ${kvkNumber}`;
  const known = remembered.get(key);
  if (known && known.until > performance.now()) return known.answer;
  const { answer, isWhole } = await ask(kvkNumber, settings);
  if (remembered.size >= 1_000) remembered.clear();
  remembered.set(key, { answer, until: performance.now() + (isWhole ? REMEMBERED_MS : FAILED_MS) });
  return answer;
}

type Asked = { answer: RegisterAnswer; isWhole: boolean };
const NOT_ASKED: Asked = { answer: { problem: "not_asked" }, isWhole: false };

async function ask(kvkNumber: string, { KVK_API_URL, KVK_API_KEY }: Settings): Promise<Asked> {
  if (!KVK_API_URL) return NOT_ASKED;
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const get = (path: string) =>
    fetch(`${KVK_API_URL.replace(/\/$/, "")}/api/v1/basisprofielen/${path}`, {
      headers: { accept: "application/json", ...(KVK_API_KEY && { apikey: KVK_API_KEY }) },
      signal,
      redirect: "error",
    });
  try {
    const [response, branches] = await Promise.all([get(kvkNumber), listBranches(kvkNumber, get)]);
    if (response.status === 404) return { answer: { problem: "unknown" }, isWhole: true };
    if (!response.ok) return NOT_ASKED;
    const profile = profileSchema.parse(await response.json());
    if (profile.kvkNummer !== kvkNumber) return NOT_ASKED;
    return { answer: { found: entryOf(profile, branches ?? []) }, isWhole: branches !== undefined };
  } catch {
    return NOT_ASKED;
  }
}

/** Undefined when the list does not arrive: then the form asks for the address instead of the branch. */
async function listBranches(
  kvkNumber: string,
  get: (path: string) => Promise<Response>,
): Promise<KvkBranches | undefined> {
  try {
    const response = await get(`${kvkNumber}/vestigingen`);
    if (response.status === 404) return [];
    const { kvkNummer, vestigingen } = branchesSchema.parse(await response.json());
    return kvkNummer === kvkNumber ? vestigingen : undefined;
  } catch {
    return undefined;
  }
}

import "server-only";
import * as z from "zod";
import type { RegisterAnswer, RegisterEntry } from "@/lib/applications/register";
import { type Env, env } from "@/lib/env";

type Settings = Pick<Env, "KVK_API_URL" | "KVK_API_KEY">;

/** Well within the time that someone waits for a page. */
const DEADLINE_MS = 2_000;
const REMEMBERED_MS = 10 * 60_000;
/** A register that is down keeps each save waiting once in a while, not every time. */
const FAILED_MS = 30_000;

const addressSchema = z.object({
  type: z.string(),
  indAfgeschermd: z.string().optional(),
  volledigAdres: z.string().optional(),
  plaats: z.string().optional(),
});
/** Of the base profile (KVK Handelsregister, API Basisprofiel 1.5) what the form needs. */
const profileSchema = z.object({
  kvkNummer: z.string(),
  naam: z.string(),
  materieleRegistratie: z.object({ datumEinde: z.string().nullish() }).nullish(),
  sbiActiviteiten: z
    .array(z.object({ sbiCode: z.string(), sbiOmschrijving: z.string(), indHoofdactiviteit: z.string() }))
    .default([]),
  _embedded: z
    .object({
      hoofdvestiging: z.object({ adressen: z.array(addressSchema).default([]) }).optional(),
      eigenaar: z.object({ rechtsvorm: z.string(), adressen: z.array(addressSchema).default([]) }).optional(),
    })
    .default({}),
});

function entryOf(profile: z.output<typeof profileSchema>): RegisterEntry {
  const { hoofdvestiging, eigenaar } = profile._embedded;
  const addresses = [...(hoofdvestiging?.adressen ?? []), ...(eigenaar?.adressen ?? [])];
  const visited = addresses.find(
    ({ type, indAfgeschermd }) => type === "bezoekadres" && indAfgeschermd !== "Ja",
  );
  return {
    name: profile.naam,
    legalForm: eigenaar?.rechtsvorm ?? "",
    isActive: !profile.materieleRegistratie?.datumEinde,
    address: visited?.volledigAdres ?? null,
    city: visited?.plaats ?? null,
    activities: profile.sbiActiviteiten
      .toSorted((a, b) => Number(b.indHoofdactiviteit === "Ja") - Number(a.indHoofdactiviteit === "Ja"))
      .map(({ sbiCode, sbiOmschrijving }) => ({ code: sbiCode, description: sbiOmschrijving })),
  };
}

const remembered = new Map<string, { answer: RegisterAnswer; until: number }>();

/**
 * Asks the trade register for one employer by KvK number. "unknown" when the register has no such number,
 * "not_asked" when no register is configured or no good answer comes in time. Never throws. An answer is
 * remembered for ten minutes, a failure for half a minute.
 */
export async function lookUpEmployer(kvkNumber: string, settings: Settings = env()): Promise<RegisterAnswer> {
  const key = `${settings.KVK_API_URL} ${kvkNumber}`;
  const known = remembered.get(key);
  if (known && known.until > performance.now()) return known.answer;
  const answer = await ask(kvkNumber, settings);
  const isFailure = "problem" in answer && answer.problem === "not_asked";
  if (remembered.size >= 1_000) remembered.clear();
  remembered.set(key, { answer, until: performance.now() + (isFailure ? FAILED_MS : REMEMBERED_MS) });
  return answer;
}

async function ask(kvkNumber: string, { KVK_API_URL, KVK_API_KEY }: Settings): Promise<RegisterAnswer> {
  if (!KVK_API_URL) return { problem: "not_asked" };
  try {
    const response = await fetch(`${KVK_API_URL.replace(/\/$/, "")}/api/v1/basisprofielen/${kvkNumber}`, {
      headers: { accept: "application/json", ...(KVK_API_KEY && { apikey: KVK_API_KEY }) },
      signal: AbortSignal.timeout(DEADLINE_MS),
      redirect: "error",
    });
    if (response.status === 404) return { problem: "unknown" };
    if (!response.ok) return { problem: "not_asked" };
    const profile = profileSchema.parse(await response.json());
    return profile.kvkNummer === kvkNumber ? { found: entryOf(profile) } : { problem: "not_asked" };
  } catch {
    return { problem: "not_asked" };
  }
}

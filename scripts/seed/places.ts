import { LEARNING_ROUTES } from "@/lib/answers/questions/startbaan";
import { type Facts, regionOf, sectorOf } from "@/lib/evaluation/facts";
import type { Scheme } from "@/lib/vocabulary/scheme";

type Place = Record<"sbiCode" | "street" | "houseNumber" | "postcode" | "city", string>;

/** Workplace and activity of seeded applications. */
const PLACES: [Place, ...Place[]] = [
  { sbiCode: "56101", street: "Oudegracht", houseNumber: "12", postcode: "3511 AB", city: "Utrecht" },
  { sbiCode: "88103", street: "Stationsplein", houseNumber: "4", postcode: "8011 CW", city: "Zwolle" },
  { sbiCode: "41200", street: "Havenweg", houseNumber: "31", postcode: "4811 GH", city: "Breda" },
  { sbiCode: "10710", street: "Marktstraat", houseNumber: "8", postcode: "7811 EM", city: "Emmen" },
  { sbiCode: "49410", street: "Rijksweg", houseNumber: "120", postcode: "5911 BN", city: "Venlo" },
  { sbiCode: "81210", street: "Spoorlaan", houseNumber: "77", postcode: "5017 JX", city: "Tilburg" },
  { sbiCode: "01241", street: "Dijkstraat", houseNumber: "2", postcode: "8911 KL", city: "Leeuwarden" },
  { sbiCode: "47110", street: "Voorstraat", houseNumber: "15", postcode: "2611 HP", city: "Delft" },
];

const at = <T>(list: readonly [T, ...T[]], turn: number): T => list[turn % list.length] ?? list[0];

export const placeFor = (turn: number) => at(PLACES, turn);
export const routeFor = (turn: number) => at(LEARNING_ROUTES, turn);

/** The coarse facts of an application, as filing would have recorded them. */
export function factsFor(scheme: Scheme, turn: number): Omit<Facts, "number"> {
  const { sbiCode, postcode } = placeFor(turn);
  const route = scheme === "startbaan" ? routeFor(turn) : "unknown";
  return { route, sector: sectorOf(sbiCode), region: regionOf(postcode) };
}

import { ASSURANCES, type Assurance } from "@/lib/actor";

/**
 * The claims of the employers' broker. The defaults are the attribute names of the Dutch trust framework
 * (Afsprakenstelsel eToegang) as OpenID Connect brokers pass them on; `EMPLOYER_OIDC_CLAIMS` renames them.
 */
export const EMPLOYER_CLAIMS = {
  /** Number of the organisation that the person represents. */
  represented: "urn:etoegang:core:LegalSubjectID",
  /** The kind of that number; without this claim it is a KVK number. */
  representedKind: "namequalifier",
  /** Pseudonym of the person. */
  acting: "urn:etoegang:core:ActingSubjectID",
  /** KVK number of the intermediary, when the person acts under a chain mandate. */
  intermediary: "urn:etoegang:1.9:IntermediateEntityID:KvKnr",
  /** The one branch that the mandate is for. */
  branch: "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr",
  assurance: "acr",
  /** Optional: a broker passes a name on only when the service asks for it. */
  name: "name",
} as const;

/** The claims of the ministry's own provider; `STAFF_OIDC_CLAIMS` renames them. */
export const STAFF_CLAIMS = {
  name: "name",
  roles: "roles",
  /** KVK numbers of employers that the official is tied to. */
  employers: "employer_kvk",
  /** Context class and methods of the sign-in (OpenID Connect Core 1.0, 2). */
  context: "acr",
  methods: "amr",
} as const;

export type ClaimMap<Names extends object> = { readonly [fact in keyof Names]: string };
export type EmployerClaimMap = ClaimMap<typeof EMPLOYER_CLAIMS>;
export type StaffClaimMap = ClaimMap<typeof STAFF_CLAIMS>;

/** The value of `representedKind` for a KVK number. */
export const KVK_NUMBER_KIND = "urn:etoegang:1.9:EntityConcernedID:KvKnr";

/** The context class of a sign-in with more than one factor (OpenID Provider Authentication Policy Extension 1.0). */
export const MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

const CLASS = "urn:etoegang:core:assurance-class:";
const EIDAS: Record<string, Assurance> = {
  "http://eidas.europa.eu/LoA/low": "loa2",
  "http://eidas.europa.eu/LoA/substantial": "loa3",
  "http://eidas.europa.eu/LoA/high": "loa4",
};

/** Level of assurance named by this URN of eToegang or eIDAS; undefined for any other value. */
export function assuranceOf(named: string): Assurance | undefined {
  return EIDAS[named] ?? ASSURANCES.find((level) => named === CLASS + level);
}

/** The URN under which a broker knows this level. */
export const urnOf = (level: Assurance): string => CLASS + level;

/**
 * The map with the names of `renamed`: "fact=claim" pairs, separated by commas. Gives the misspelt part instead, if
 * any.
 */
export function renameClaims<Names extends Record<string, string>>(
  defaults: Names,
  renamed = "",
): { map: ClaimMap<Names> } | { unknown: string } {
  const map: Record<string, string> = { ...defaults };
  for (const pair of renamed.split(",").map((part) => part.trim())) {
    if (!pair) continue;
    const [fact = "", claim = ""] = pair.split(/=(.*)/s).map((part) => part.trim());
    if (!(fact in defaults) || !claim) return { unknown: pair };
    map[fact] = claim;
  }
  return { map: map as ClaimMap<Names> };
}

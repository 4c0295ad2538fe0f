import type { AidSector } from "@/lib/state-aid/regulations";

/**
 * Editions of the standard industrial classification (SBI, CBS). "unknown" is a code of five digits that was typed and
 * is not the register's: it may be of either.
 */
export const SBI_VERSIONS = ["2008", "2025", "unknown"] as const;
type SbiVersion = (typeof SBI_VERSIONS)[number];

/** The digits of a code, also when it is written as CBS does: "56.10.1" is "56101". */
export const sbiDigits = (typed: string): string => typed.replace(/[\s.]/g, "");

/** Whose ceiling for state aid a company of this code has: 01.1 to 01.5 grow crops or keep animals, 03 fishes. */
export function aidSectorOf(code: string): AidSector {
  if (/^01[1-5]/.test(code)) return "agriculture";
  return code.startsWith("03") ? "fishery" : "general";
}

/**
 * The edition that a code is of. KVK gave every company a code of SBI 2025 on 5–7 September 2025, and each of those has
 * five digits. Trade in motor vehicles was division 45 in SBI 2008; in SBI 2025, which follows NACE Rev. 2.1
 * (Regulation (EU) 2023/137), there is no division 45.
 */
export function sbiVersionOf(code: string, isInRegister: boolean): SbiVersion {
  if (/^\d{4}$/.test(code) || code.startsWith("45")) return "2008";
  return isInRegister ? "2025" : "unknown";
}

import { sbiDigits, sbiVersionOf } from "@/lib/answers/sbi";
import { pick, type RawSection } from "@/lib/form-state";

/** The state of an employer in the trade register; "not_asked" when there was no answer. */
export const REGISTER_STATES = ["active", "ended", "unknown", "not_asked"] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];
/** How many branches the register knows; with several the employer chooses one. */
export const BRANCH_COUNTS = ["none", "one", "several"] as const;

export const ADDRESS_FIELDS = ["street", "houseNumber", "postcode", "city"] as const;
export type Address = Record<(typeof ADDRESS_FIELDS)[number], string>;
export type Branch = { number: string; name: string; address: Address | null };
/** The answer when the place of work is none of the branches. */
export const OTHER_PLACE = "other";
/** The number of a branch (twelve digits), another place, or empty when there is no choice. */
export const BRANCH_ANSWER = /^(\d{12}|other)?$/;

export type SbiActivity = { code: string; description: string };
/** An employer in the register, without a shielded address and without the owner. */
export type RegisterEntry = {
  name: string;
  legalForm: string;
  isActive: boolean;
  /** Of a legal person or partnership; a sole trader has none. */
  rsin: string | null;
  address: Address | null;
  /** The main one first. */
  branches: Branch[];
  /** The main activity first. */
  activities: SbiActivity[];
};
export type RegisterAnswer = { found: RegisterEntry } | { problem: "unknown" | "not_asked" };

export const registerState = (answer: RegisterAnswer): RegisterState =>
  "problem" in answer ? answer.problem : answer.found.isActive ? "active" : "ended";

export const addressLine = ({ street, houseNumber, postcode, city }: Address): string =>
  `${street} ${houseNumber}, ${postcode} ${city}`;

/** The branches to choose from; empty with one branch or none. */
export function branchChoices(answer: RegisterAnswer): Branch[] {
  const branches = "found" in answer ? answer.found.branches : [];
  return branches.length > 1 ? branches : [];
}

/** Answers that the register fills in; with several branches the address follows the chosen branch. */
export function knownFromRegister(answer: RegisterAnswer): RawSection {
  if ("problem" in answer) return {};
  const { activities, address, branches } = answer.found;
  const known = branches.length > 1 ? null : (branches[0]?.address ?? address);
  return { ...(activities[0] && { sbiCode: activities[0].code }), ...known };
}

/** The answers with the address of the chosen branch, unless an address of no branch was typed. */
export function withBranchAddress(answers: RawSection, branches: readonly Branch[]): RawSection {
  const chosen = branches.find(({ number }) => number === answers.branchNumber)?.address;
  const typed = (field: keyof Address) => String(answers[field] ?? "").trim();
  const isOf = (address: Address | null) => address && ADDRESS_FIELDS.every((f) => typed(f) === address[f]);
  const isEmpty = ADDRESS_FIELDS.every((field) => typed(field) === "");
  const mayFollow = isEmpty || branches.some(({ address }) => isOf(address));
  return chosen && mayFollow ? { ...answers, ...chosen } : answers;
}

/** The SBI edition of the code in these answers, when known. */
function sbiAnswers({ sbiCode = "" }: RawSection, activities: readonly SbiActivity[]): RawSection {
  const code = sbiDigits(String(sbiCode));
  const activity = activities.find((one) => sbiDigits(one.code) === code);
  return {
    ...(code && { sbiVersion: sbiVersionOf(code, activity !== undefined) }),
    ...(activity && { sbiDescription: activity.description }),
  };
}

/**
 * Facts of the register that are kept beside the answers about a company. Without an answer of the register the
 * earlier choice of a branch stays.
 */
export function registerAnswers(answer: RegisterAnswer, answers: RawSection): RawSection {
  const register = registerState(answer);
  if ("problem" in answer) return { register, ...sbiAnswers(answers, []) };
  const { branches, activities, rsin } = answer.found;
  const [first] = branches;
  const only = branches.length === 1 ? first : undefined;
  const chosen = only ?? branches.find(({ number }) => number === answers.branchNumber);
  const isElsewhere = branches.length > 1 && answers.branchNumber === OTHER_PLACE;
  return {
    ...pick(withBranchAddress(answers, branches), ADDRESS_FIELDS),
    register,
    branches: only ? "one" : first ? "several" : "none",
    ...(first && { branchNumber: chosen?.number ?? (isElsewhere ? OTHER_PLACE : "") }),
    ...(chosen && { branchName: chosen.name }),
    ...sbiAnswers(answers, activities),
    ...(rsin && { rsin }),
  };
}

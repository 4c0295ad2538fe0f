/** The rules of the scheme itself; a decision names the scheme under its legal base. */
const RULES = "voorwaarden van de regeling";

/** Why something is not granted, each with its article. Words: catalogue `form`, `grounds.options.<code>`. */
export const GROUNDS = {
  conditions: RULES,
  ceiling: "Awb 4:25(2)",
  activities_unlikely: "Awb 4:35(1)(a)",
  obligations_unlikely: "Awb 4:35(1)(b)",
  poor_accounts: "Awb 4:35(1)(c)",
  false_data: "Awb 4:35(2)(a)",
  insolvency: "Awb 4:35(2)(b)",
  same_person: RULES,
  double_funding: RULES,
} as const;

export type Ground = keyof typeof GROUNDS;
/** The grounds that a reviewer can choose. */
export const GROUND_CODES = Object.keys(GROUNDS) as [Ground, ...Ground[]];

/** Why a grant is lowered or withdrawn before it is settled, each with its article. */
export const LOWERING_GROUNDS = {
  activities_not_done: "Awb 4:48(1)(a)",
  obligations_not_met: "Awb 4:48(1)(b)",
  data_were_false: "Awb 4:48(1)(c)",
  grant_was_wrong: "Awb 4:48(1)(d)",
  budget_not_granted: "Awb 4:48(1)(e)",
} as const;

export type LoweringGround = keyof typeof LOWERING_GROUNDS;
export const LOWERING_CODES = Object.keys(LOWERING_GROUNDS) as [LoweringGround, ...LoweringGround[]];

/**
 * Every ground of a decision, including those for not treating, which follow from how the request to complete ended.
 */
export const STATED_GROUNDS = {
  ...GROUNDS,
  not_completed: "Awb 4:5(1)(c)",
  completed_insufficiently: "Awb 4:5(1)(c)",
  ...LOWERING_GROUNDS,
} as const;

export type StatedGround = keyof typeof STATED_GROUNDS;
/** In the order in which a decision states them. */
export const STATED_GROUND_CODES = Object.keys(STATED_GROUNDS) as StatedGround[];

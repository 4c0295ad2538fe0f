/** Why something is not granted, each with the article that allows it. Words: catalogue `staff`, `grounds.<code>`. */
export const GROUNDS = {
  conditions: "SOWIS",
  ceiling: "Awb 4:25(2)",
  activities_unlikely: "Awb 4:35(1)(a)",
  obligations_unlikely: "Awb 4:35(1)(b)",
  poor_accounts: "Awb 4:35(1)(c)",
  false_data: "Awb 4:35(2)(a)",
  insolvency: "Awb 4:35(2)(b)",
  same_person: "SOWIS",
  double_funding: "SOWIS",
} as const;

export type Ground = keyof typeof GROUNDS;
export const GROUND_CODES = Object.keys(GROUNDS) as [Ground, ...Ground[]];

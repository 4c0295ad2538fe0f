import { type Cents, euros } from "@/lib/money";
import type { Rules } from "@/lib/schemes/rules";

/** The form in which a grant is accounted for. */
export type Accountability = "direct" | "activity_report" | "financial_report";

const FINANCIAL_REPORT_FROM: Cents = euros(125_000);

/**
 * By the size of the grant in cents: settled without a report, on a report of activities, or on a financial report
 * with an auditor's statement. Source: Kaderregeling subsidies OCW, SZW en VWS; the first limit is the rules'.
 */
export function accountabilityOf(rules: Rules, awarded: Cents): Accountability {
  if (awarded >= FINANCIAL_REPORT_FROM) return "financial_report";
  return awarded >= rules.heavierAccountabilityFromCents.value ? "activity_report" : "direct";
}

import type { Refusal } from "@/lib/filing/refusals";
import type { Problem } from "@/lib/form-state";

/** A refusal as the problem of a form: its words are under the catalogue's `problems`. */
export function problemOf(refusal: Refusal): Problem {
  const problem = (code: string, values?: Problem["values"]): Problem => ({
    field: "",
    code,
    ...(values && { values }),
  });
  switch (refusal.reason) {
    case "not-open-yet":
      return problem("window_not_open_yet", { opensAt: refusal.opensAt });
    case "closed":
      return problem("window_closed", { closedAt: refusal.closedAt });
    case "exists-elsewhere":
      return problem("exists_elsewhere");
    case "exists":
      return problem("application_exists");
    case "not-a-draft":
      return problem("already_filed");
    case "changed-elsewhere":
      return problem("changed_elsewhere");
    case "full":
      return problem("no_more_trajectories", { most: refusal.most });
    case "enough-invited":
      return problem("enough_invited", { most: refusal.most });
    case "incomplete":
      return problem("incomplete");
    case "changed-since-check":
      return problem("changed_since_check");
    case "checks":
      return problem("checks_failed", { count: refusal.failed.length });
    case "too-late":
      return problem("too_late_to_withdraw");
  }
}

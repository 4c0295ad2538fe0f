import { can, type State } from "@/lib/vocabulary/lifecycle";

/** Whether a filed application still waits for a decision: as long as that is so, the employer may withdraw it. */
export const isUndecided = (state: State): boolean => can("withdraw", state, ["employer"]);

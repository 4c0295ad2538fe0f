import type { FormState, Problem } from "@/lib/form-state";
import { problemWithoutAnswer, WITHOUT_ANSWER } from "./without-answer";

export type AutosaveState =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  /** The typed answers stay on the page; `answer` is the server's, if there is one. */
  | { kind: "stopped"; problem: Problem; answer?: FormState };

type Save = (data: FormData) => Promise<FormState>;

/** During continuous typing, and after a failure, the form is saved this often. */
const PAUSE_MS = 1_500;
const AGAIN_MS = 10_000;

/** Failures that may pass: the connection returns, or the person signs in again in another tab. */
const PASSING = [...Object.values(WITHOUT_ANSWER), "session_ended"];

export type Autosaver = {
  /** The save that is under way, if any. */
  running: () => Promise<void> | undefined;
  /** The form as it is sent, with the revision of the last save. */
  posted: (data: FormData) => FormData;
  /** Stops automatic saving while the form is sent, until its answer. */
  hold: () => void;
  /** The form was not sent after all: saves automatically again. */
  letGo: () => void;
  answered: (state: FormState) => void;
  stop: () => void;
};

/**
 * Saves a form a moment after each change, one save at a time, with the revision of the last save. A colleague's
 * answers are shown and never overwritten. `tell` gets the outcome, and whether something was typed since.
 */
export function autosaver(
  form: HTMLFormElement,
  save: Save,
  tell: (state: AutosaveState, changedSince: boolean) => void,
): Autosaver {
  const listening = new AbortController();
  const { signal } = listening;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let revision: string | undefined;
  let changed = false;
  let held = false;

  const soon = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  };
  const posted = (data: FormData) => {
    changed = false;
    if (revision !== undefined) data.set("revision", revision);
    return data;
  };

  function run(): void {
    clearTimeout(timer);
    if (!changed || held || running) return;
    tell({ kind: "saving" }, false);
    const data = posted(new FormData(form));
    data.set("autosave", "yes");
    running = save(data)
      .catch((error: unknown) => ({ problems: [problemWithoutAnswer(error)] }))
      .then(heard)
      .finally(() => {
        running = undefined;
      });
  }

  function heard(answer: FormState): void {
    if (signal.aborted) return;
    const [problem] = answer.problems;
    revision = answer.values?.revision?.toString() ?? revision;
    if (!problem) {
      tell(answer.savedAt ? { kind: "saved", at: answer.savedAt } : { kind: "idle" }, changed);
      if (changed) soon(PAUSE_MS);
      return;
    }
    changed = true;
    tell({ kind: "stopped", problem, answer }, true);
    if (PASSING.includes(problem.code)) soon(AGAIN_MS);
    else held = true;
  }

  const onChange = () => {
    changed = true;
    soon(PAUSE_MS);
  };
  form.addEventListener("input", onChange, { signal });
  document.addEventListener("visibilitychange", run, { signal });
  window.addEventListener("online", run, { signal });

  return {
    running: () => running,
    posted,
    hold() {
      clearTimeout(timer);
      held = true;
    },
    letGo() {
      held = false;
      if (changed) soon(PAUSE_MS);
    },
    answered(state) {
      revision = state.values?.revision?.toString() ?? revision;
      held = false;
      if (changed) soon(PAUSE_MS);
    },
    stop() {
      clearTimeout(timer);
      listening.abort();
    },
  };
}

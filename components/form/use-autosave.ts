"use client";
import { useEffect, useRef, useState } from "react";
import { type FormAction, type FormState, NO_PROBLEMS } from "@/lib/form-state";
import { type Autosaver, type AutosaveState, autosaver } from "./autosaver";

/**
 * Joins the autosaver to a form; without `action` there is no automatic saving. `answer` is the server's answer to
 * sending the form, `onSaved` is called when everything on the page is saved.
 */
export function useAutosave(
  form: HTMLFormElement | null,
  action: FormAction | undefined,
  answer: FormState,
  onSaved: () => void,
) {
  const [state, setState] = useState<AutosaveState>({ kind: "idle" });
  const saver = useRef<Autosaver>(undefined);
  const latest = useRef({ action, onSaved });

  useEffect(() => {
    latest.current = { action, onSaved };
  });

  const isOn = action !== undefined;
  useEffect(() => {
    if (!form || !isOn) return;
    const save = (data: FormData) =>
      latest.current.action?.(NO_PROBLEMS, data) ?? Promise.resolve(NO_PROBLEMS);
    const started = autosaver(form, save, (told, changedSince) => {
      setState(told);
      if (told.kind === "saved" && !changedSince) latest.current.onSaved();
    });
    saver.current = started;
    return () => {
      started.stop();
      saver.current = undefined;
    };
  }, [form, isOn]);

  useEffect(() => {
    if (answer === NO_PROBLEMS) return;
    saver.current?.answered(answer);
    setState({ kind: "idle" });
  }, [answer]);

  return { state, saver };
}

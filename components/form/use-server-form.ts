"use client";
import "./no-eval";
import { unstable_rethrow } from "next/navigation";
import { type FormEvent, startTransition, useActionState, useEffect, useMemo, useRef, useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import type * as z from "zod";
import {
  type FormAction,
  type FormState,
  NO_PROBLEMS,
  problemsIn,
  type RawSection,
  rawSection,
} from "@/lib/form-state";
import { hearEarlyTyping } from "./early-typing";
import { fieldOrder, toFieldErrors, toProblems } from "./field-problems";
import { useAutosave } from "./use-autosave";
import { useUnsavedWarning } from "./use-unsaved-warning";
import { problemWithoutAnswer } from "./without-answer";

type Answers = Record<string, unknown>;
export type FormSchema = z.ZodType<unknown, Answers>;

/**
 * Joins a server action to React Hook Form: browser and server validate the same posted FormData with the same schema. A
 * button with `formNoValidate` leaves validation to the server; with `autosaves` the same action saves automatically. A
 * second sending with changes waits for the answer to the first; a second click alone is ignored.
 */
export function useServerForm(
  schema: FormSchema,
  action: FormAction,
  defaults: RawSection = {},
  { autosaves = false }: { autosaves?: boolean } = {},
) {
  const [state, submit, pending] = useActionState(keepingAnswers(action), NO_PROBLEMS);
  const [element, setElement] = useState<HTMLFormElement | null>(null);
  const serverErrors = useMemo(() => toFieldErrors(state.problems), [state.problems]);
  const resolver: Resolver<Answers> = (values) => {
    const { error } = schema.safeParse(element ? rawSection(new FormData(element)) : values);
    return error ? { values: {}, errors: toFieldErrors(problemsIn(error)) } : { values, errors: {} };
  };
  const form = useForm<Answers>({ resolver, errors: serverErrors, shouldFocusError: false });
  const { errors } = form.formState;
  const summaryDue = useRef(true);
  const unsaved = useUnsavedWarning(element, state);
  const autosave = useAutosave(element, autosaves ? action : undefined, state, unsaved.settled);
  const theirs = autosave.state.kind === "stopped" ? autosave.state.answer : undefined;
  const shown = theirs?.theirs ? theirs : state;
  const waiting = useRef(false);
  const typedSince = useRef(false);
  const again = useRef<() => void>(undefined);

  useEffect(() => {
    if (element) hearEarlyTyping(element);
  }, [element]);

  useEffect(() => {
    if (pending || !again.current) return;
    again.current();
    again.current = undefined;
  }, [pending]);

  /** Without its ref: React Hook Form would write into the fields, and reset early choices. */
  function register(name: string) {
    const { ref: _never, ...props } = form.register(name);
    return props;
  }

  function send(form: HTMLFormElement, submitter: HTMLElement | null) {
    const data = new FormData(form, submitter);
    unsaved.settled();
    typedSince.current = false;
    startTransition(() => submit(autosave.saver.current?.posted(data) ?? data));
  }

  function judgeAndSend(element: HTMLFormElement, submitter: HTMLElement | null) {
    waiting.current = false;
    const go = () => send(element, submitter);
    const keep = submitter?.hasAttribute("data-keep") ? go : autosave.saver.current?.letGo;
    if (submitter?.hasAttribute("formnovalidate")) go();
    else void form.handleSubmit(go, keep)();
  }

  function afterSaving(element: HTMLFormElement, submitter: HTMLElement | null) {
    const saving = autosave.saver.current?.running();
    autosave.saver.current?.hold();
    if (!saving) return judgeAndSend(element, submitter);
    waiting.current = true;
    void saving.then(() => judgeAndSend(element, submitter));
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (waiting.current || (pending && !typedSince.current)) return;
    summaryDue.current = true;
    const { currentTarget } = event;
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (pending) again.current = () => afterSaving(currentTarget, submitter);
    else afterSaving(currentTarget, submitter);
  }

  return {
    formProps: {
      ref: setElement,
      action: submit,
      onSubmit,
      onInput: () => {
        summaryDue.current = false;
        typedSince.current = true;
      },
      noValidate: true,
    },
    kit: {
      register,
      trigger: form.trigger,
      values: shown.values ?? defaults,
      theirs: shown.theirs,
      autosave: autosave.state,
      problems: toProblems(errors, fieldOrder(element)),
      pending,
    },
    /** True from an attempt to send, or its answer, until someone types again. */
    summaryDue,
    notice: state.notice,
  };
}

/**
 * Without an answer the form keeps the typed answers. Only in the browser: without JavaScript the form needs the action
 * itself.
 */
function keepingAnswers(action: FormAction): FormAction {
  if (typeof window === "undefined") return action;
  return (previous: FormState, data: FormData) =>
    action(previous, data).catch((error: unknown) => {
      unstable_rethrow(error);
      return { ...previous, problems: [problemWithoutAnswer(error)] };
    });
}

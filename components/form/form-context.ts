"use client";
import { createContext, use } from "react";
import type { UseFormRegisterReturn, UseFormTrigger } from "react-hook-form";
import type { Problem, RawSection } from "@/lib/form-state";
import type { AutosaveState } from "./autosaver";

export type FormKit = {
  register: (name: string) => Omit<UseFormRegisterReturn, "ref">;
  trigger: UseFormTrigger<Record<string, unknown>>;
  /** The answers typed before, as initial values. */
  values: RawSection;
  /** The answers that a colleague saved meanwhile. */
  theirs: RawSection | undefined;
  problems: readonly Problem[];
  autosave: AutosaveState;
  pending: boolean;
};

export const FormContext = createContext<FormKit | undefined>(undefined);

/** The form around this field. Throws when there is none. */
export function useFormKit(): FormKit {
  const kit = use(FormContext);
  if (!kit) throw new Error("a field stands outside a ServerForm");
  return kit;
}

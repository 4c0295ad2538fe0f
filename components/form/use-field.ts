"use client";
import "./no-eval";
import { fieldId } from "./field-id";
import { useFormKit } from "./form-context";
import { useFieldWords, useProblemWords } from "./words";

/** Label, help, value and problem of one field. */
export function useField(name: string) {
  const { register, trigger, values, problems } = useFormKit();
  const words = useFieldWords(name);
  const sentence = useProblemWords();
  const problem = problems.find(({ field }) => field === name);
  const id = fieldId(name);
  const described = [words.help && `${id}-help`, problem && `${id}-error`].filter(Boolean).join(" ");
  const typed = values[name];
  return {
    id,
    words,
    error: problem && sentence(problem),
    register: () => register(name),
    judgeAgain: () => problem && void trigger(name),
    /** As text, or as the list of ticked values. */
    typedText: Array.isArray(typed) ? (typed[0] ?? "") : (typed ?? ""),
    typedList: Array.isArray(typed) ? typed : typed ? [typed] : [],
    aria: {
      "aria-describedby": described || undefined,
      "aria-invalid": problem ? (true as const) : undefined,
    },
  };
}

export type Field = ReturnType<typeof useField>;

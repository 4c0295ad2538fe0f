import { type FieldErrors, get, set } from "react-hook-form";
import type { Problem } from "@/lib/form-state";

type Errors = FieldErrors<Record<string, unknown>>;
/** React Hook Form keeps errors of the form as a whole under this name. */
const FORM = "root.form";

/** Problems in the form of React Hook Form, by the path of their field; the first of a field is kept. */
export function toFieldErrors(problems: readonly Problem[]): Errors {
  const errors: Errors = {};
  for (const { field, code, values } of problems)
    if (!get(errors, field || FORM)) set(errors, field || FORM, { type: "server", message: code, values });
  return errors;
}

/** The reverse: every error at any depth, the form's own first, then in the order of the fields on the page. */
export function toProblems(errors: Errors, fieldOrder: readonly string[]): Problem[] {
  const place = ({ field }: Problem) => {
    if (field === "") return -1;
    const index = fieldOrder.indexOf(field);
    return index < 0 ? fieldOrder.length : index;
  };
  return flatten(errors as Record<string, unknown>, "").sort((a, b) => place(a) - place(b));
}

function flatten(errors: Record<string, unknown>, prefix: string): Problem[] {
  return Object.entries(errors).flatMap(([key, error]): Problem[] => {
    if (typeof error !== "object" || error === null) return [];
    const path = prefix ? `${prefix}.${key}` : key;
    if ("message" in error && typeof error.message === "string") {
      const { values } = error as { values?: Problem["values"] };
      return [{ field: path === FORM ? "" : path, code: error.message, ...(values && { values }) }];
    }
    return "ref" in error || "type" in error ? [] : flatten(error as Record<string, unknown>, path);
  });
}

/** Names of the fields of a form from top to bottom; the three parts of a day count as one field. */
export function fieldOrder(form: HTMLFormElement | null): string[] {
  const names = [...(form?.elements ?? [])].map((element) => element.getAttribute("name") ?? "");
  return [...new Set(names.map((name) => name.replace(/-(day|month|year)$/, "")))];
}

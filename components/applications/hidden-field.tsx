"use client";
import { useFormKit } from "@/components/form/form-context";

/** A hidden value; follows the last answer of the server. */
export function HiddenField({ name }: { name: string }) {
  const { values } = useFormKit();
  const value = values[name];
  return typeof value === "string" && value !== "" ? <input type="hidden" name={name} value={value} /> : null;
}

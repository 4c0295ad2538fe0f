"use client";
import { useFormKit } from "@/components/form/form-context";

/** Something the form knows and nobody types; follows what the server last answered. */
export function HiddenField({ name }: { name: string }) {
  const { values } = useFormKit();
  const value = values[name];
  return typeof value === "string" && value !== "" ? <input type="hidden" name={name} value={value} /> : null;
}

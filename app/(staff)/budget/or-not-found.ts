import { notFound } from "next/navigation";
import * as z from "zod";
import { NotFound } from "@/lib/errors";

/** What a command answers; the page that does not exist when what it works on is absent. */
export async function orNotFound<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

/** The id in an address; what cannot be one leads to the page that does not exist. */
export function idOrNotFound(typed: string): string {
  const parsed = z.uuid().safeParse(typed);
  return parsed.success ? parsed.data : notFound();
}

import { notFound } from "next/navigation";
import * as z from "zod";
import { NotFound } from "@/lib/errors";

/** What a command answers; the page that does not exist when what it works on is absent or someone else's. */
export async function orNotFound<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

const id = z.uuid();

/** The id in an address; what cannot be one leads to the page that does not exist. */
export const idOrNotFound = (typed: unknown): string => {
  const parsed = id.safeParse(typed);
  return parsed.success ? parsed.data : notFound();
};

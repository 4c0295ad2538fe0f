import { notFound } from "next/navigation";
import * as z from "zod";
import { NotFound } from "@/lib/errors";

/** The answer of a command; the not-found page when its subject is absent or hidden. */
export async function orNotFound<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

const id = z.uuid();

/** The id in an address; an invalid one leads to the not-found page. */
export const idOrNotFound = (typed: unknown): string => {
  const parsed = id.safeParse(typed);
  return parsed.success ? parsed.data : notFound();
};

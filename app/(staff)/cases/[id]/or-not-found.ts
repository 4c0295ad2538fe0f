import { notFound } from "next/navigation";
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

import { notFound } from "next/navigation";
import * as z from "zod";

const id = z.uuid();

/** The id in an address; what cannot be one leads to the page that does not exist. */
export const caseId = (typed: unknown): string => {
  const parsed = id.safeParse(typed);
  return parsed.success ? parsed.data : notFound();
};

import "server-only";
import { sql } from "drizzle-orm";
import { events } from "@/db/schema";

/** The stream of what happens to a person without being done by anyone signed in, such as signing in. */
export const streamOf = (personId: string): string => `person:${personId}`;

/** Who did it, or whom it is about when it is of a person's own stream: for signing in nobody is signed in yet. */
export const personOf = sql<string | null>`coalesce(${events.personId},
  case when ${events.stream} like 'person:%' then substr(${events.stream}, 8)::uuid end)`;

import "server-only";
import { sql } from "drizzle-orm";
import { events } from "@/db/schema";

/** The stream of events about a person that no signed-in actor caused, such as signing in. */
export const streamOf = (personId: string): string => `person:${personId}`;

/** The actor, or the person of the stream: at sign-in nobody is signed in yet. */
export const personOf = sql<string | null>`coalesce(${events.personId},
  case when ${events.stream} like 'person:%' then substr(${events.stream}, 8)::uuid end)`;

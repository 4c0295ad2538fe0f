import { sql } from "drizzle-orm";
import {
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import {
  CHECK_RESULTS,
  CHECK_WAYS,
  type CheckResult,
  type CheckWay,
  PERSON_CHECKS,
  type PersonCheck,
} from "@/lib/vocabulary/person-checks";
import { applications } from "./applications";
import { id, instant } from "./columns";
import { people } from "./identity";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const oneOf = (list: readonly string[]) => sql.raw(list.map((value) => `'${value}'`).join(", "));

/**
 * The BSN or V-number of a person, where the rules keep it for checks with the authorities. `number` is sealed, bound
 * to this row; nobody selects it: `open_person_number()` gives it, after an event. Null once it is destroyed.
 */
export const personNumbers = pgTable(
  "person_numbers",
  {
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id").notNull(),
    /** The key of the same number in the answers and the trajectory. */
    personKey: text("person_key").notNull(),
    number: bytea(),
    keptAt: instant("kept_at").notNull().default(sql`portal_now()`),
    /** The first day on which it has to go: written by the database. */
    destroyOn: date("destroy_on").notNull().default(sql`legal_today()`),
    destroyedAt: instant("destroyed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.personKey] }),
    index("person_numbers_due").on(t.destroyOn).where(sql`${t.destroyedAt} is null`),
    check("person_numbers_destroyed_whole", sql`(${t.number} is null) = (${t.destroyedAt} is not null)`),
  ],
);

export const OPENING_USES = ["show", "ask"] as const;

/** Each time that a number was opened: to show it to the reviewer, who says why, or to ask an authority. */
export const personNumberOpenings = pgTable(
  "person_number_openings",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    trajectory: integer().notNull(),
    use: text({ enum: OPENING_USES }).notNull(),
    /** Sealed. */
    reason: text(),
    openedBy: uuid("opened_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    openedAt: instant("opened_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    index("person_number_openings_application").on(t.applicationId),
    check("person_number_openings_use", sql`${t.use} in (${oneOf(OPENING_USES)})`),
    check("person_number_openings_reason", sql`${t.use} = 'ask' or coalesce(${t.reason}, '') <> ''`),
  ],
);

/** What an authority said about the person of one trajectory; the newest of each kind counts. */
export const personChecks = pgTable(
  "person_checks",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    trajectory: integer().notNull(),
    /** A check of another person than the present one of the trajectory does not count. */
    personKey: text("person_key").notNull(),
    kind: text().$type<PersonCheck>().notNull(),
    result: text().$type<CheckResult>().notNull(),
    way: text().$type<CheckWay>().notNull(),
    /** Sealed; how the reviewer knows, when the portal did not ask. */
    explanation: text(),
    checkedBy: uuid("checked_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    checkedAt: instant("checked_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    index("person_checks_application").on(t.applicationId, t.trajectory),
    check("person_checks_kind", sql`${t.kind} in (${oneOf(PERSON_CHECKS)})`),
    check("person_checks_result", sql`${t.result} in (${oneOf(CHECK_RESULTS)})`),
    check("person_checks_way", sql`${t.way} in (${oneOf(CHECK_WAYS)})`),
    check("person_checks_explained", sql`(${t.way} = 'by_hand') = (${t.explanation} is not null)`),
  ],
);

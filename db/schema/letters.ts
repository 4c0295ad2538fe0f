import { sql } from "drizzle-orm";
import { check, customType, date, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { CONCEPT_KINDS, type ConceptContent, type ConceptKind } from "@/lib/concepts/concept";
import type { LetterKind } from "@/lib/vocabulary/letter-kinds";
import { applications } from "./applications";
import { id, instant } from "./columns";
import { people } from "./identity";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Append-only: the exact bytes of every letter that was published, with their hash. */
export const letters = pgTable(
  "letters",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id").notNull(),
    kind: text().$type<LetterKind>().notNull(),
    /** The number within its kind: the version of the application that it is about. */
    about: text().notNull(),
    content: bytea().notNull(),
    sha256: bytea().notNull().unique(),
    publishedAt: instant("published_at").notNull().default(sql`portal_now()`),
    publishedOn: date("published_on").notNull(),
    /** Last day to object, as in the letter; absent for letters that are not open to objection. */
    objectUntil: date("object_until"),
  },
  (t) => [
    unique("letters_once").on(t.applicationId, t.kind, t.about),
    index("letters_application").on(t.applicationId, t.publishedAt),
    index("letters_objection").on(t.objectUntil, t.id).where(sql`${t.objectUntil} is not null`),
    check("letters_hash", sql`${t.sha256} = sha256(${t.content})`),
    check("letters_object_later", sql`${t.objectUntil} > ${t.publishedOn}`),
  ],
);

/** The concept of a letter: readable by reviewers only, deleted once it is sent. Rewriting gives it another id. */
export const letterConcepts = pgTable(
  "letter_concepts",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    kind: text().$type<ConceptKind>().notNull(),
    content: jsonb().$type<ConceptContent[ConceptKind]>().notNull(),
    writtenBy: uuid("written_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    writtenAt: instant("written_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    unique("letter_concepts_one_of_a_kind").on(t.applicationId, t.kind),
    check(
      "letter_concepts_kind_known",
      sql.raw(`kind in (${CONCEPT_KINDS.map((kind) => `'${kind}'`).join(", ")})`),
    ),
  ],
);

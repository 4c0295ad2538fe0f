import { sql } from "drizzle-orm";
import {
  check,
  customType,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { LARGEST_BYTES, MEDIA_TYPES } from "@/lib/documents/document";
import { DOCUMENT_KINDS, type DocumentKind, SCANS } from "@/lib/vocabulary/document-kinds";
import { applications } from "./applications";
import { id, instant } from "./columns";
import { people } from "./identity";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

const oneOf = (list: readonly string[]) => sql.raw(list.map((value) => `'${value}'`).join(", "));
export const mediaType = pgEnum("media_type", MEDIA_TYPES);
export const scan = pgEnum("scan", SCANS);

/** A file of an application: removable until it is filed, or until the completion is sent. */
export const documents = pgTable(
  "documents",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "restrict" }),
    organisationId: uuid("organisation_id").notNull(),
    /** Version of the application that it was added to. */
    applicationVersion: integer("application_version").notNull().default(1),
    kind: text().$type<DocumentKind>().notNull(),
    /** Sealed, because a name may hold personal data. */
    name: text().notNull(),
    mediaType: mediaType("media_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    /** Keyed hash of its content: the same file twice is one document. */
    contentKey: text("content_key").notNull(),
    scan: scan().notNull(),
    scannedAt: instant("scanned_at"),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    uploadedAt: instant("uploaded_at").notNull().default(sql`portal_now()`),
  },
  (t) => [
    unique("documents_once").on(t.applicationId, t.kind, t.contentKey),
    index("documents_uploader").on(t.uploadedBy),
    index("documents_waiting").on(t.uploadedAt).where(sql`${t.scan} = 'waiting'`),
    check("documents_kind", sql`${t.kind} in (${oneOf(DOCUMENT_KINDS)})`),
    check("documents_size", sql`${t.sizeBytes} between 1 and ${sql.raw(String(LARGEST_BYTES))}`),
  ],
);

/** The content of a document, in sealed pieces of at most a megabyte. */
export const documentChunks = pgTable(
  "document_chunks",
  {
    documentId: uuid("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    sealed: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.number] })],
);

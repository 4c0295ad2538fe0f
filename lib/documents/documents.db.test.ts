import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import { aPdf, aPng, eicar } from "@/db/testing/files";
import type { Actor } from "@/lib/actor";
import { recordReading } from "@/lib/audit/commands/record-reading";
import { addDocument, type NewDocument } from "@/lib/documents/commands/add-document";
import { removeDocument } from "@/lib/documents/commands/remove-document";
import { scanWaiting } from "@/lib/documents/commands/scan-waiting";
import { MEGABYTE, MOST_DOCUMENTS } from "@/lib/documents/document";
import { listDocuments } from "@/lib/documents/queries/list-documents";
import { openDocument, readPiece } from "@/lib/documents/queries/open-document";
import { NotFound } from "@/lib/errors";
import { submitApplication } from "@/lib/filing/commands/submit-application";
import type { Verdict } from "@/lib/gateways/virus-scanner";

const { sql } = await testDatabase();
const saying = (verdict: Verdict) => async () => verdict;

const statement = (applicationId: string, bytes = aPdf()): NewDocument => ({
  applicationId,
  kind: "bank_statement",
  name: "Afschrift Ahmed.pdf",
  bytes,
});
const eventsOf = async (applicationId: string) =>
  (
    await sql`select type from events where application_id = ${applicationId} and type like 'document.%' order by number`
  ).map(({ type }) => type);
const rowsOf = async (id: string) =>
  (
    await sql`select (select count(*)::int from documents where application_id = ${id}) as documents,
    (select count(*)::int from document_chunks c join documents d on d.id = c.document_id where d.application_id = ${id}) as pieces`
  )[0];

async function read(actor: Actor, applicationId: string, documentId: string) {
  const document = await openDocument(actor, { applicationId, documentId });
  if (!document) return undefined;
  const pieces = Array.from({ length: document.pieces }, (_, number) => readPiece(actor, documentId, number));
  return Buffer.concat(await Promise.all(pieces));
}

async function added(
  actor: Parameters<typeof addDocument>[0],
  input: NewDocument,
  verdict: Verdict = "clean",
) {
  const result = await addDocument(actor, input, saying(verdict));
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value;
}

/** Sets the state to completion, without the guards. */
const askCompletion = (id: string) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set state = 'completion_requested', version = version + 1 where id = ${id}`;
  });

describe("a document of a draft", () => {
  test("is stored sealed, in pieces, and comes back unchanged", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql, { hasStatement: false });
    const bytes = aPdf("x", 2.5 * MEGABYTE);
    const { documentId } = await added(actor, statement(applicationId, bytes));
    expect(await rowsOf(applicationId)).toEqual({ documents: 1, pieces: 3 });
    expect(await read(actor, applicationId, documentId)).toEqual(Buffer.from(bytes));
    const [stored] =
      await sql`select d.name, c.sealed from documents d join document_chunks c on c.document_id = d.id
      where d.id = ${documentId} and c.number = 0`;
    expect(stored?.name).not.toContain("Ahmed");
    expect(stored?.sealed.includes("%PDF")).toBe(false);
    expect(await listDocuments(actor, applicationId)).toMatchObject([
      { kind: "bank_statement", name: "Afschrift Ahmed.pdf", sizeBytes: bytes.length, scan: "clean" },
    ]);
  });

  test("is one document when it is added twice, also at once", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql, { hasStatement: false });
    const once = await Promise.all([1, 2, 3].map(() => added(actor, statement(applicationId))));
    expect(new Set(once.map(({ documentId }) => documentId)).size).toBe(1);
    expect(await rowsOf(applicationId)).toEqual({ documents: 1, pieces: 1 });
  });

  test("is deleted without a trace, and deleting twice changes nothing", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql, { hasStatement: false });
    const { documentId } = await added(actor, statement(applicationId));
    const removed = { ok: true, value: { removed: true } };
    expect(await removeDocument(actor, { applicationId, documentId })).toEqual(removed);
    expect(await removeDocument(actor, { applicationId, documentId })).toEqual(removed);
    expect(await rowsOf(applicationId)).toEqual({ documents: 0, pieces: 0 });
    expect(await eventsOf(applicationId)).toEqual([]);
  });

  test("makes an earlier check of the answers out of date", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql);
    const { documentId } = await added(actor, { ...statement(applicationId), kind: "other" });
    const stale = await submitApplication(actor, { applicationId, answersVersion });
    expect(stale).toEqual({ ok: false, refusal: { reason: "changed-since-check" } });
    await removeDocument(actor, { applicationId, documentId });
    expect(await submitApplication(actor, { applicationId, answersVersion: answersVersion + 1 })).toEqual(
      stale,
    );
    expect(
      await submitApplication(actor, { applicationId, answersVersion: answersVersion + 2 }),
    ).toMatchObject({
      ok: true,
    });
  });

  test("is refused with an unsuitable content, and nothing is stored", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql, { hasStatement: false });
    const refusalOf = async (input: Partial<NewDocument>, verdict: Verdict = "clean") => {
      const result = await addDocument(actor, { ...statement(applicationId), ...input }, saying(verdict));
      return result.ok ? undefined : result.refusal.reason;
    };
    expect(await refusalOf({ bytes: eicar() })).toBe("document-virus");
    expect(await refusalOf({}, "infected")).toBe("document-virus");
    expect(await refusalOf({ bytes: Buffer.from("<svg/>") })).toBe("document-svg");
    expect(await refusalOf({ name: "../plan.pdf" })).toBe("document-name-folder");
    expect(await rowsOf(applicationId)).toEqual({ documents: 0, pieces: 0 });
  });

  test("is refused past the limits", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql, { hasStatement: false });
    for (let place = 0; place < MOST_DOCUMENTS; place++)
      await added(actor, statement(applicationId, aPdf(`nummer ${place}`)));
    const result = await addDocument(actor, statement(applicationId, aPng()), saying("clean"));
    expect(result).toEqual({ ok: false, refusal: { reason: "document-too-many", most: MOST_DOCUMENTS } });
  });
});

describe("after filing", () => {
  test("a document stays, and no other is accepted", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql, { hasStatement: false });
    const { documentId } = await added(actor, statement(applicationId));
    await submitApplication(actor, { applicationId, answersVersion: answersVersion + 1 });
    const closed = { ok: false, refusal: { reason: "document-closed", state: "submitted" } };
    expect(await removeDocument(actor, { applicationId, documentId })).toEqual(closed);
    expect(await addDocument(actor, statement(applicationId, aPng()), saying("clean"))).toEqual(closed);
    for (const statement of [
      sql`delete from documents where id = ${documentId}`,
      sql`insert into documents (application_id, organisation_id, kind, name, media_type, size_bytes, content_key, scan, uploaded_by)
        select application_id, organisation_id, kind, name, media_type, size_bytes, 'other', scan, uploaded_by from documents where id = ${documentId}`,
    ])
      await expect(statement).rejects.toMatchObject({ constraint_name: "documents_filed_unchanged" });
    await expect(sql`update documents set name = 'x' where id = ${documentId}`).rejects.toMatchObject({
      constraint_name: "documents_only_scanned",
    });
    for (const statement of [
      sql`delete from document_chunks where document_id = ${documentId}`,
      sql`update document_chunks set number = 9 where document_id = ${documentId}`,
      sql`insert into document_chunks (document_id, number, sealed) values (${documentId}, 9, '')`,
    ])
      await expect(statement).rejects.toMatchObject({ constraint_name: "document_chunks_unchanged" });
  });

  test("the event of filing names the documents", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql, { hasStatement: false });
    const { documentId } = await added(actor, statement(applicationId));
    await submitApplication(actor, { applicationId, answersVersion: answersVersion + 1 });
    const [event] =
      await sql`select payload from events where application_id = ${applicationId} and type = 'application.submit'`;
    expect(event?.payload.documents).toMatchObject([{ id: documentId, kind: "bank_statement" }]);
  });

  test("documents are added and removed while completion is open, each with an event; the filed ones stay", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql, { hasStatement: false });
    const filed = await added(actor, statement(applicationId));
    await submitApplication(actor, { applicationId, answersVersion: answersVersion + 1 });
    await askCompletion(applicationId);
    const extra = await added(actor, statement(applicationId, aPng()));
    expect(await eventsOf(applicationId)).toEqual(["document.add"]);
    expect(await removeDocument(actor, { applicationId, documentId: filed.documentId })).toMatchObject({
      refusal: { reason: "document-closed" },
    });
    expect(await removeDocument(actor, { applicationId, documentId: extra.documentId })).toMatchObject({
      ok: true,
    });
    expect(await eventsOf(applicationId)).toEqual(["document.add", "document.remove"]);
    expect(await rowsOf(applicationId)).toEqual({ documents: 1, pieces: 1 });
  });

  test("a download by an official is an event that the employer does not see", async () => {
    const { applicationId } = await aFiledApplication(sql);
    const reviewer = await aStaffMember(sql, ["reviewer"]);
    await recordReading(reviewer, applicationId, { documentId: randomUUID() });
    await recordReading(reviewer, applicationId, { letterId: randomUUID() });
    const read = await sql`select type, organisation_id, person_id from events
      where application_id = ${applicationId} and type like '%.read' order by number`;
    const seen = { organisation_id: null, person_id: reviewer.personId };
    expect(read).toEqual([
      { type: "document.read", ...seen },
      { type: "letter.read", ...seen },
    ]);
  });
});

describe("in quarantine", () => {
  test("a file cannot be opened until the scanner has checked it", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql, { hasStatement: false });
    const { documentId, scan } = await added(actor, statement(applicationId), "unreachable");
    expect(scan).toBe("waiting");
    expect(await read(actor, applicationId, documentId)).toBeUndefined();
    expect(await scanWaiting(saying("unreachable"))).toBe(0);
    expect(await read(actor, applicationId, documentId)).toBeUndefined();
    const seen: Buffer[] = [];
    await scanWaiting(async (bytes) => {
      seen.push(Buffer.from(bytes));
      return "clean";
    });
    expect(seen).toEqual([Buffer.from(aPdf())]);
    expect(await read(actor, applicationId, documentId)).toEqual(Buffer.from(aPdf()));
    expect(await scanWaiting(saying("clean"))).toBe(0);
  });

  test("an infected file loses its content, with one event, also after filing", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql, { hasStatement: false });
    const { documentId } = await added(actor, statement(applicationId), "unreachable");
    await submitApplication(actor, { applicationId, answersVersion: answersVersion + 1 });
    await Promise.all([scanWaiting(saying("infected")), scanWaiting(saying("infected"))]);
    expect(await rowsOf(applicationId)).toEqual({ documents: 1, pieces: 0 });
    expect(await listDocuments(actor, applicationId)).toMatchObject([{ id: documentId, scan: "infected" }]);
    expect(await eventsOf(applicationId)).toEqual(["document.infected"]);
  });

  test("a file that another worker removes meanwhile delays nothing", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql, { hasStatement: false });
    for (const words of ["one", "two"])
      await added(actor, statement(applicationId, aPdf(words)), "unreachable");
    await scanWaiting(async () => {
      await scanWaiting(saying("infected"));
      return "infected";
    });
    expect(await rowsOf(applicationId)).toEqual({ documents: 2, pieces: 0 });
    expect(await eventsOf(applicationId)).toEqual(["document.infected", "document.infected"]);
  });
});

describe("of another employer", () => {
  test("nothing is added, removed, listed or opened", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql, { hasStatement: false });
    const { documentId } = await added(actor, statement(applicationId));
    const stranger = await anEmployer(sql);
    await expect(addDocument(stranger, statement(applicationId), saying("clean"))).rejects.toThrow(NotFound);
    await expect(removeDocument(stranger, { applicationId, documentId })).rejects.toThrow(NotFound);
    expect(await listDocuments(stranger, applicationId)).toEqual([]);
    expect(await read(stranger, applicationId, documentId)).toBeUndefined();
    await expect(readPiece(stranger, documentId, 0)).rejects.toThrow();
    const own = await aCompleteDraft(sql, { hasStatement: false, actor: stranger });
    expect(await read(stranger, own.applicationId, documentId)).toBeUndefined();
    expect(await removeDocument(stranger, { applicationId: own.applicationId, documentId })).toMatchObject({
      ok: true,
    });
    expect(await rowsOf(applicationId)).toEqual({ documents: 1, pieces: 1 });
  });

  test("officials see filed documents and none of a draft; budget holders see neither", async () => {
    const { actor, applicationId, answersVersion } = await aCompleteDraft(sql, { hasStatement: false });
    const { documentId } = await added(actor, statement(applicationId));
    const reviewer = await aStaffMember(sql, ["reviewer"]);
    expect(await listDocuments(reviewer, applicationId)).toEqual([]);
    await submitApplication(actor, { applicationId, answersVersion: answersVersion + 1 });
    for (const role of ["reviewer", "decider", "auditor"] as const)
      expect(await read(await aStaffMember(sql, [role]), applicationId, documentId)).toBeDefined();
    expect(await read(await aStaffMember(sql, ["budget_holder"]), applicationId, documentId)).toBeUndefined();
  });

  test("content that was moved between documents cannot be opened", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql, { hasStatement: false });
    const one = await added(actor, statement(applicationId));
    const other = await added(actor, statement(applicationId, aPdf("ander")));
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update document_chunks set sealed = (select sealed from document_chunks where document_id = ${one.documentId})
        where document_id = ${other.documentId}`;
    });
    await expect(readPiece(actor, other.documentId, 0)).rejects.toThrow();
  });
});

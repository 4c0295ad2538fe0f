import postgres from "postgres";
import { placeOfChunk } from "@/lib/documents/document";
import { unseal } from "@/lib/privacy/seal";
import { unsealBytes } from "@/lib/privacy/seal-bytes";
import { Trouble } from "../start/trouble";

/** Sealed text starts with a header that names its key. */
const SEALED = { applications: "answers", documents: "name" };

/**
 * Opens one value for every data key that seals answers, names of documents, or their content. Throws Trouble when
 * DATA_KEYS lacks one of them, or has another key under its name.
 */
export async function verifyKeys(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  let opened = 0;
  try {
    await sql.begin("read only", async (tx) => {
      await tx`select set_config('app.kind', 'system', true)`;
      for (const [table, column] of Object.entries(SEALED)) {
        const rows = await tx<{ sealed: string }[]>`
          select distinct on (split_part(${tx(column)}, '.', 1)) ${tx(column)} as sealed
          from ${tx(table)} where ${tx(column)} is not null`;
        for (const { sealed } of rows) await mustOpen(table, () => unseal(sealed));
        opened += rows.length;
      }
      const pieces = await tx<{ id: string; number: number; sealed: Buffer }[]>`
        select distinct on (substring(sealed for 1 + get_byte(sealed, 0))) document_id as id, number, sealed
        from document_chunks`;
      for (const { id, number, sealed } of pieces)
        await mustOpen("document_chunks", () => unsealBytes(sealed, placeOfChunk(id, number)));
      opened += pieces.length;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
  console.log(opened > 0 ? "The data keys open what they sealed." : "Nothing is sealed yet: no key to try.");
}

async function mustOpen(table: string, open: () => unknown): Promise<void> {
  try {
    await open();
  } catch (cause) {
    throw new Trouble(
      `What is sealed in ${table} does not open (${(cause as Error).message}): set DATA_KEYS to the keys of the portal that was backed up.`,
      { cause },
    );
  }
}

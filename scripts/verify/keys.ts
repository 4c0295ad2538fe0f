import postgres from "postgres";
import { unseal } from "@/lib/privacy/seal";
import { unsealBytes } from "@/lib/privacy/seal-bytes";
import { placeOfRow, SEALED_COLUMNS, type SealedColumn } from "@/lib/privacy/sealed-columns";
import { Trouble } from "../start/trouble";

/**
 * Opens one value of every sealed column for every data key that it was sealed with. Throws Trouble when DATA_KEYS lacks
 * one of them, or has another key under its name.
 */
export async function verifyKeys(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  let opened = 0;
  try {
    await sql.begin("read only", async (tx) => {
      await tx`select set_config('app.kind', 'system', true)`;
      for (const name of Object.keys(SEALED_COLUMNS) as SealedColumn[]) {
        for (const row of await onePerKey(tx, name)) {
          const { value, ...key } = row;
          const place = placeOfRow(name, Object.values(key));
          await mustOpen(name, () =>
            typeof value === "string" ? unseal(value, place) : unsealBytes(value, place),
          );
          opened += 1;
        }
      }
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
  console.log(opened > 0 ? "The data keys open what they sealed." : "Nothing is sealed yet: no key to try.");
}

type SealedRow = { value: string | Buffer } & Record<string, string>;

/** Text names its key before the first point; bytes begin with the length of its name and the name. */
async function onePerKey(tx: postgres.TransactionSql, name: SealedColumn): Promise<SealedRow[]> {
  const [table = "", column = ""] = name.split(".");
  const { row } = SEALED_COLUMNS[name];
  const [type] = await tx<{ name: string }[]>`
    select data_type as name from information_schema.columns where table_name = ${table} and column_name = ${column}`;
  const key =
    type?.name === "bytea"
      ? tx`substring(${tx(column)} for 1 + get_byte(${tx(column)}, 0))`
      : tx`split_part(${tx(column)}, '.', 1)::bytea`;
  return tx<SealedRow[]>`
    select distinct on (${key}) ${tx([...row])}, ${tx(column)} as value from ${tx(table)} where ${tx(column)} is not null`;
}

async function mustOpen(name: string, open: () => unknown): Promise<void> {
  try {
    await open();
  } catch (cause) {
    throw new Trouble(
      `What is sealed in ${name} does not open (${(cause as Error).message}): set DATA_KEYS to the keys of the portal that was backed up.`,
      { cause },
    );
  }
}

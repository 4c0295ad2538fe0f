import type { ReactNode } from "react";

export type Column<Key extends string> = { key: Key; label: string; numeric?: boolean };
type Props<Key extends string> = {
  caption: string;
  columns: readonly Column<Key>[];
  /** The first column heads its row. `id` is the key of a row and is never shown. */
  rows: readonly (Record<Key, ReactNode> & { id?: string })[];
  /** On a narrow screen each row is a block, every value under its own label: for words rather than figures. */
  stacks?: boolean;
};

/** What scrolls must be reachable with the keyboard. */
const REACHABLE = { tabIndex: 0 };

/** A table that scrolls sideways, also by keyboard, when the screen is too narrow for it. */
export function Table<Key extends string>({ caption, columns, rows, stacks }: Props<Key>) {
  return (
    <section
      className={stacks ? "table-frame table-frame--stacks" : "table-frame"}
      aria-label={caption}
      {...REACHABLE}
    >
      <table className="utrecht-table">
        <caption className="utrecht-table__caption">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" className={numeric ? "numeric" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows.entries()].map(([place, row]) => (
            <tr key={row.id ?? place}>
              {columns.map(({ key, label, numeric }, column) =>
                column === 0 ? (
                  <th key={key} scope="row">
                    {row[key]}
                  </th>
                ) : (
                  <td key={key} className={numeric ? "numeric" : undefined}>
                    {stacks && (
                      <span className="table-label" aria-hidden="true">
                        {label}
                      </span>
                    )}
                    {row[key]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

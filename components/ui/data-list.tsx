import type { ReactNode } from "react";
import { Link } from "./link";

export type DataListItem = { term: string; value: ReactNode; changeHref?: string; changeLabel?: string };

/** Answers to look over. `changeLabel` is read out in full ("Wijzig: naam"), so that links differ by ear. */
export function DataList({ items }: { items: DataListItem[] }) {
  return (
    <dl className="data-list">
      {items.map(({ term, value, changeHref, changeLabel }) => (
        <div key={term} className="data-list__row">
          <dt>{term}</dt>
          <dd>{value}</dd>
          {changeHref && (
            <dd className="data-list__change">
              <Link href={changeHref}>{changeLabel}</Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

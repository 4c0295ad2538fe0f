import type { ReactNode } from "react";
import { Link } from "./link";

export type DataListItem = { term: string; value: ReactNode; changeHref?: string; changeLabel?: string };

/**
 * Answers with a link to change each. `changeLabel` is read out in full ("Wijzig: naam"), so that links are distinct.
 */
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

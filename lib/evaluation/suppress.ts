/** A count below this is hidden, because it could identify people. */
export const SMALLEST_SHOWN = 10;

/** A table of counts with its totals as last row and last column; what is hidden is null. */
export type Shown = (number | null)[][];

type Place = readonly [row: number, column: number];

/**
 * Hides every count from 1 to 9, totals too, and then more until no hidden cell follows from the totals: a cell follows
 * exactly when it is on no cycle of hidden cells, from row to column and back. The three cells of the cheapest cycle
 * are hidden too. With a shown total, the hidden cells of a row or column add up to at least ten.
 */
export function suppressed(counts: readonly (readonly number[])[]): Shown {
  const table = withTotals(counts);
  const hidden: boolean[][] = table.map((cells) => cells.map((count) => count > 0 && count < SMALLEST_SHOWN));
  for (let more = weakness(table, hidden); more.length > 0; more = weakness(table, hidden))
    for (const [row, column] of more) (hidden[row] ?? [])[column] = true;
  return table.map((cells, row) => cells.map((count, column) => (hidden[row]?.[column] ? null : count)));
}

function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const width = counts[0]?.length ?? 0;
  const rows = counts.map((cells) => [...cells, sum(cells)]);
  const totals = Array.from({ length: width + 1 }, (_, column) =>
    sum(rows.map((cells) => cells[column] ?? 0)),
  );
  return [...rows, totals];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

type Table = readonly (readonly number[])[];
type Hidden = readonly (readonly boolean[])[];

/** The next cells to hide; none when no hidden cell can be computed. */
function weakness(table: Table, hidden: Hidden): Place[] {
  const places = table.flatMap((cells, row) => cells.map((_, column): Place => [row, column]));
  const isHidden = ([row, column]: Place) => hidden[row]?.[column] === true;
  const cost = ([row, column]: Place) => {
    const isTotal = row === table.length - 1 || column === (table[row]?.length ?? 0) - 1;
    return isHidden([row, column]) ? 0 : (table[row]?.[column] || ZERO) + (isTotal ? TOTAL : 0);
  };
  const under = places.filter(isHidden);
  const bridge = under.find((place) => isBridge(under, place));
  if (bridge) return cheapestCircle(places, bridge, cost).filter((place) => !isHidden(place));
  for (const line of linesOf(table)) {
    const [inside, total] = [line.slice(0, -1), line.at(-1)];
    const small = inside.filter(isHidden);
    if (small.length === 0 || (total && isHidden(total))) continue;
    if (sum(small.map(([row, column]) => table[row]?.[column] ?? 0)) >= SMALLEST_SHOWN) continue;
    const shown = line.filter((place) => !isHidden(place)).sort((a, b) => cost(a) - cost(b));
    return shown.slice(0, 1);
  }
  return [];
}

/** A total is hidden only as a last resort, and a zero only before a total. */
const TOTAL = 1e15;
const ZERO = 1e12;

const linesOf = (table: Table): Place[][] => [
  ...table.map((cells, row) => cells.map((_, column): Place => [row, column])),
  ...(table[0] ?? []).map((_, column) => table.map((_cells, row): Place => [row, column])),
];

/** Whether a hidden cell is the only link between its row and its column: then it can be computed. */
function isBridge(under: readonly Place[], bridge: Place): boolean {
  const rows = new Set([bridge[0]]);
  const columns = new Set<number>();
  for (let before = -1; before !== rows.size + columns.size; ) {
    before = rows.size + columns.size;
    for (const place of under) {
      if (place === bridge) continue;
      if (rows.has(place[0])) columns.add(place[1]);
      if (columns.has(place[1])) rows.add(place[0]);
    }
  }
  return !columns.has(bridge[1]);
}

/** The three cells that form a rectangle with this one and cost least to hide. */
function cheapestCircle(
  places: readonly Place[],
  [row, column]: Place,
  cost: (place: Place) => number,
): Place[] {
  let best: Place[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const opposite of places) {
    if (opposite[0] === row || opposite[1] === column) continue;
    const circle: Place[] = [[row, opposite[1]], [opposite[0], column], opposite];
    const price = sum(circle.map(cost));
    if (price < least) [best, least] = [circle, price];
  }
  return best;
}

/** The columns that seeding fills, per table, in the order in which the tables need each other. */
export const COLUMNS = {
  organisations: ["id", "kvk_number", "legal_name"],
  people: ["id", "kind", "issuer", "subject", "name"],
  applications: [
    "id",
    "organisation_id",
    "window_id",
    "scheme",
    "line_id",
    "year",
    "rules_version",
    "state",
    "version",
    "answers",
    "answers_version",
    "saved_at",
    "reference",
    "case_number",
    "submitted_at",
    "rank_day",
    "requested_cents",
    "awarded_cents",
    "iban_key",
    "assignee_id",
    "started_by",
    "started_at",
  ],
  undertakings: ["application_id", "organisation_id", "key", "is_own"],
  trajectories: [
    "application_id",
    "number",
    "organisation_id",
    "scheme",
    "track",
    "person_key",
    "requested_cents",
  ],
  evaluation_facts: ["application_id", "number", "route", "sector", "region"],
  events: [
    "stream",
    "number",
    "type",
    "at",
    "actor_kind",
    "person_id",
    "organisation_id",
    "application_id",
    "application_version",
    "payload",
    "previous_hash",
    "hash",
  ],
  event_heads: ["stream", "number", "hash"],
  proposals: [
    "id",
    "application_id",
    "application_version",
    "outcome",
    "lines",
    "amount_cents",
    "grounds",
    "explanation",
    "attention",
    "failed",
    "proposed_by",
    "proposed_at",
  ],
  decisions: [
    "id",
    "application_id",
    "organisation_id",
    "application_version",
    "proposal_id",
    "outcome",
    "lines",
    "amount_cents",
    "grounds",
    "explanation",
    "proposed_by",
    "decided_by",
    "decided_at",
    "decided_on",
  ],
  ledger_entries: [
    "line_id",
    "year",
    "kind",
    "amount_cents",
    "application_id",
    "decision_id",
    "trajectory",
    "at",
    "by_person_id",
  ],
} as const;

export type TableName = keyof typeof COLUMNS;
export const TABLE_NAMES = Object.keys(COLUMNS) as TableName[];

/** Lines in COPY's text format, per table. */
export type Batch = Record<TableName, string[]>;
export const emptyBatch = (): Batch =>
  Object.fromEntries(TABLE_NAMES.map((name) => [name, [] as string[]])) as Batch;

type Value = string | number | null;
const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const field = (value: Value): string => {
  if (value === null) return "\\N";
  const text = String(value);
  return NEEDS_ESCAPE.test(text)
    ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? "")
    : text;
};

/** Adds one row; throws RangeError when a column is missing. */
export function add<T extends TableName>(
  batch: Batch,
  table: T,
  row: Record<(typeof COLUMNS)[T][number], Value>,
): void {
  const values: Record<string, Value> = row;
  batch[table].push(
    `${COLUMNS[table]
      .map((column) => {
        const value = values[column];
        if (value === undefined) throw new RangeError(`${table}.${column} is missing`);
        return field(value);
      })
      .join("\t")}\n`,
  );
}

import { DrizzleQueryError } from "drizzle-orm/errors";
import { type NodePgClient, NodePgSession, NodePgTransaction } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { Busy, OutcomeUnknown, StatementRefused, Unavailable } from "@/lib/errors";
import { Deadline } from "./deadline";
import { CONNECT_MS, cancel, isLost, type Line, Lines } from "./lines";
import { type Kind, Places } from "./places";

export type Tx = NodePgTransaction<Record<string, never>, Record<string, never>>;

/** Sends a statement on a line; tests insert themselves here. */
export type Pass = <R>(line: Line, statement: string, send: () => Promise<R>) => Promise<R>;

type Order = {
  kind: Kind;
  /** Milliseconds from the moment that there is a place. */
  workMs: number;
  /** Sent with `begin`; its row is the first answer. */
  first: { name: string; text: string; values: unknown[] };
};

/** Deadlines of the parts of a transaction, in milliseconds. */
export type Patience = {
  /** Until there is a place. */
  placeMs: number;
  /** Until the first answer on a line. */
  answerMs: number;
  /** From the place to the answer to the commit; a caller may set more. */
  workMs: number;
  /** Until a lock is released. */
  lockMs: number;
};
const PATIENCE: Patience = { placeMs: 2_500, answerMs: 2_000, workMs: 7_000, lockMs: 4_000 };
const ROLLBACK_MS = 1_000;
const LOCK_NOT_AVAILABLE = "55P03";
const QUERY_CANCELED = "57014";

/** The database as one process uses it: places to work, and lines to work on. */
export class Database {
  private readonly places: Places;
  private readonly lines: Lines;

  readonly patience: Patience;
  private readonly pass: Pass;

  /** `size`: connections for people's work; one more is for health. */
  constructor(url: string, size: number, { pass, patience }: { pass?: Pass; patience?: Patience } = {}) {
    this.pass = pass ?? ((_line, _statement, send) => send());
    this.patience = patience ?? PATIENCE;
    this.places = new Places(size);
    this.lines = new Lines(url, this.places.most, this.patience.lockMs);
  }

  /**
   * Runs `work` in one transaction on its own line and commits when it resolves. Throws Unavailable without a place or
   * an answer in time: then nothing is written, also not later. Throws OutcomeUnknown when the commit was not answered,
   * Busy when a lock was not released.
   */
  async transaction<T, Row>(order: Order, work: (tx: Tx, row: Row) => Promise<T>): Promise<T> {
    const leave = await this.places.take(order.kind, this.patience.placeMs);
    try {
      return await this.onOneLine(order, work);
    } finally {
      leave();
    }
  }

  private async onOneLine<T, Row>(order: Order, work: (tx: Tx, row: Row) => Promise<T>): Promise<T> {
    const deadline = new Deadline(order.workMs);
    const { line, row } = await this.begin<Row>(order, deadline);
    const scope = new Scope(line, this.pass);
    try {
      const value = await deadline.race(work(scope.tx, row));
      deadline.check();
      await deadline.race(scope.commit());
      this.lines.giveBack(line);
      return value;
    } catch (error) {
      throw await this.undo(order, scope, deadline, error);
    } finally {
      deadline.clear();
    }
  }

  end(): Promise<void> {
    return this.lines.end();
  }

  /**
   * A line on which the transaction has begun. One that does not answer is dropped, and if there is time, another is
   * tried.
   */
  private async begin<Row>(
    order: Order,
    deadline: Deadline,
    isSecond = false,
  ): Promise<{ line: Line; row: Row }> {
    const line = await this.lines.take();
    const patience = new Deadline(this.patience.answerMs);
    try {
      const begun = line.query(order.kind === "writing" ? "begin" : "begin read only");
      const [, { rows }] = await patience.race(Promise.all([begun, line.query(order.first)]));
      this.lines.heard(line);
      return { line, row: rows[0] as Row };
    } catch (error) {
      this.lines.drop(line);
      if (error !== patience.past && !isLost(line, error)) throw error;
      this.lines.suspectAll();
      if (!isSecond && deadline.leftMs > CONNECT_MS + this.patience.answerMs)
        return await this.begin(order, deadline, true);
      this.lines.failed(error);
      throw new Unavailable({ cause: error });
    } finally {
      patience.clear();
    }
  }

  /** Rolls back a failed transaction; gives the error for its caller. */
  private async undo({ kind }: Order, scope: Scope, deadline: Deadline, error: unknown): Promise<unknown> {
    const isPast = error === deadline.past;
    if (isPast) cancel(scope.line);
    if (isPast || isLost(scope.line, error)) {
      scope.close();
      this.lines.drop(scope.line);
      const isUnknown = scope.isCommitting && kind === "writing";
      const cause = withoutValues(error);
      return isUnknown ? new OutcomeUnknown({ cause }) : new Unavailable({ cause });
    }
    if (await scope.rollBack()) this.lines.giveBack(scope.line);
    else this.lines.drop(scope.line);
    return inWords(error);
  }
}

const dialect = new PgDialect();

/** The transaction as its work sees it. Once it has ended, later statements are refused. */
class Scope {
  readonly tx: Tx;
  isCommitting = false;
  private isClosed = false;

  constructor(
    readonly line: Line,
    private readonly pass: Pass,
  ) {
    const session = new NodePgSession(this as unknown as NodePgClient, dialect, undefined);
    this.tx = new NodePgTransaction(dialect, session, undefined);
  }

  /** The part of a client that Drizzle sends with. */
  async query(statement: pg.QueryConfig, values: unknown[]): Promise<pg.QueryResult> {
    if (this.isClosed) throw new Error("a statement came after the end of its transaction");
    const named = { ...statement, name: nameOf(statement.text), values };
    return await this.pass(this.line, statement.text, () => this.line.query(named));
  }

  close(): void {
    this.isClosed = true;
  }

  async commit(): Promise<void> {
    this.close();
    const { command } = await this.pass(this.line, "commit", () => {
      this.isCommitting = true;
      return this.line.query("commit");
    });
    if (command !== "COMMIT") throw new Error("a statement of the transaction had failed");
  }

  /** Whether the error came from the server. */
  async rollBack(): Promise<boolean> {
    this.close();
    const patience = new Deadline(ROLLBACK_MS);
    try {
      await patience.race(this.pass(this.line, "rollback", () => this.line.query("rollback")));
      return true;
    } catch {
      return false;
    } finally {
      patience.clear();
    }
  }
}

const MOST_NAMES = 1_000;
const names = new Map<string, string>();

/** The same name for the same statement, so that the server parses and plans it once; none past a maximum. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** An error of the database, translated for the caller; any other error unchanged. */
function inWords(error: unknown): unknown {
  const told = withoutValues(error);
  if (!(told instanceof StatementRefused)) return told;
  if (told.code === LOCK_NOT_AVAILABLE) return new Busy({ cause: told });
  return told.code === QUERY_CANCELED ? new Unavailable({ cause: told }) : told;
}

/** Messages about rights (42) and constraints (23) name tables and rules; any other may quote what was sent. */
const NAMES_NO_VALUE = /^(23|42)/;

/**
 * An error of a statement as it may leave the transaction. The driver and Drizzle keep the parameters in it, and the
 * server quotes them: those stay behind. The place from which the statement was sent stays.
 */
function withoutValues(error: unknown): unknown {
  const refusal = error instanceof DrizzleQueryError ? error.cause : error;
  if (!(refusal instanceof pg.DatabaseError)) return refusal;
  const { code = "", constraint, message } = refusal;
  const words = NAMES_NO_VALUE.test(code) ? message : "a statement was refused";
  const told = new StatementRefused({ code, constraint }, words);
  const frames = (error as Error).stack?.split("\n").filter((line) => /^ {4}at /.test(line)) ?? [];
  told.stack = [`${told.name}: ${words}`, ...frames].join("\n");
  return told;
}

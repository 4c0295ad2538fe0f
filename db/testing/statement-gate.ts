import { AsyncLocalStorage } from "node:async_hooks";
import { endDatabase, replaceDatabase } from "@/db/client";
import { Database, type Pass } from "@/db/transaction";
import { env } from "@/lib/env";
import { UNHURRIED } from "./database";

/**
 * One session under control: each statement waits at the gate until it is let through; of statements that are sent
 * together each waits until the one before has been answered.
 */
export class StatementGate {
  /** Server process of its transaction; 0 before its first. */
  pid = 0;
  private readonly waiting: { statement: string; open: () => void }[] = [];
  private isUnanswered = false;
  private isOpen = false;
  private heard = () => {};

  /** The next statement; undefined while the session works, waits for a lock or has ended. */
  get next(): string | undefined {
    return this.isUnanswered ? undefined : this.waiting[0]?.statement;
  }

  /** Resolves when the next statement is at the gate. */
  arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.heard = resolve;
    });
  }

  letOneThrough(): void {
    this.isUnanswered = true;
    this.waiting.shift()?.open();
  }

  /** The statement that was let through has ended, with or without an error. */
  answered(): void {
    this.isUnanswered = false;
    if (this.next !== undefined) this.heard();
  }

  /** Opens the gate for good. */
  openForGood(): void {
    this.isOpen = true;
    while (this.waiting.length > 0) this.letOneThrough();
  }

  async arrive(statement: string): Promise<void> {
    if (this.isOpen) return;
    await new Promise<void>((open) => {
      this.waiting.push({ statement, open });
      if (this.next !== undefined) this.heard();
    });
  }
}

/** The gate of the running session; work without a session has none. */
export const statementGates = new AsyncLocalStorage<StatementGate>();

/** Replaces the database of `asActor` by one with statement gates, until `endDatabase()`. */
export async function installStatementGates(): Promise<void> {
  await endDatabase();
  replaceDatabase(new Database(env().DATABASE_APP_URL, 8, { pass: throughGate, patience: UNHURRIED }));
}

/** The statement that sets the actor reads and locks nothing: it is sent with `begin` and is no step of its own. */
const throughGate: Pass = async (line, statement, send) => {
  const gate = statementGates.getStore();
  if (!gate) return await send();
  gate.pid = line.processID;
  await gate.arrive(statement);
  try {
    return await send();
  } finally {
    gate.answered();
  }
};

import { AsyncLocalStorage } from "node:async_hooks";
import { endDatabase, replaceDatabase } from "@/db/client";
import { Database, type Pass } from "@/db/transaction";
import { env } from "@/lib/env";
import { UNHURRIED } from "./database";

/**
 * One session under control: each statement that it would send waits here until it is let through, and those that it
 * sends together until the one before has been answered, as the database takes them.
 */
export class StatementGate {
  /** Server process of the transaction it is in; 0 before its first. */
  pid = 0;
  private readonly waiting: { statement: string; open: () => void }[] = [];
  private isUnanswered = false;
  private isOpen = false;
  private heard = () => {};

  /** What would be sent next; undefined while the session works, waits for a lock or has ended. */
  get next(): string | undefined {
    return this.isUnanswered ? undefined : this.waiting[0]?.statement;
  }

  /** Resolves when the next statement stands here. */
  arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.heard = resolve;
    });
  }

  letOneThrough(): void {
    this.isUnanswered = true;
    this.waiting.shift()?.open();
  }

  /** The statement that was let through has ended, well or not. */
  answered(): void {
    this.isUnanswered = false;
    if (this.next !== undefined) this.heard();
  }

  /** From now on everything goes straight on: for a session that nobody decides about any more. */
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

/** The gate of whoever is running; work without one goes straight on. */
export const statementGates = new AsyncLocalStorage<StatementGate>();

/** Puts a database with statement gates where `asActor` finds its own, until `endDatabase()`. */
export async function installStatementGates(): Promise<void> {
  await endDatabase();
  replaceDatabase(new Database(env().DATABASE_APP_URL, 8, { pass: throughGate, patience: UNHURRIED }));
}

/** What introduces the actor reads nothing and locks nothing: it is sent with `begin` and is no step of its own. */
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

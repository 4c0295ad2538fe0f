import { AsyncLocalStorage } from "node:async_hooks";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { endDatabase } from "@/db/client";
import { prepared } from "@/db/prepared";
import * as schema from "@/db/schema";
import { env } from "@/lib/env";

/**
 * One session under control: each statement that it would send waits here until it is let through, and those that it
 * sends together until the one before has been answered, as the database takes them.
 */
export class Gate {
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
export const gates = new AsyncLocalStorage<Gate>();

type Transaction = postgres.TransactionSql;

/** Says who a transaction is for: it reads nothing and locks nothing, so that it is no step of its own. */
const isIntroduction = (statement: string) => statement.includes("set_config('app.kind'");

/** Puts a client with gates where `asActor` finds its database, until `endDatabase()`. */
export async function installGates(): Promise<void> {
  await endDatabase();
  const client = postgres(env().DATABASE_APP_URL, { max: 8, onnotice: () => {} });
  const shared = globalThis as unknown as { portalDatabase?: unknown };
  shared.portalDatabase = {
    db: drizzle(prepared(withGates(client)), { schema }),
    end: () => client.end({ timeout: 5 }),
  };
}

function withGates(client: postgres.Sql): postgres.Sql {
  const begin = (work: (scoped: Transaction) => unknown) => {
    const gate = gates.getStore();
    if (!gate) return client.begin(work);
    return client.begin(async (scoped) => {
      const [backend] = await scoped<{ pid: number }[]>`select pg_backend_pid() as pid`;
      gate.pid = backend?.pid ?? 0;
      gate.answered();
      return endingAtGate(gate, () => work(gated(scoped, gate)));
    });
  };
  return new Proxy(client, {
    get: (target, key, receiver) => (key === "begin" ? begin : Reflect.get(target, key, receiver)),
  });
}

async function endingAtGate(gate: Gate, work: () => unknown): Promise<unknown> {
  let ending = "rollback";
  try {
    const result = await work();
    ending = "commit";
    return result;
  } finally {
    await gate.arrive(ending);
  }
}

function gated(scoped: Transaction, gate: Gate): Transaction {
  const unsafe = (query: string, ...rest: []) => {
    const pending = scoped.unsafe(query, ...rest);
    return isIntroduction(query) ? pending : held(pending, gate, query);
  };
  const savepoint = (work: (inner: Transaction) => unknown) =>
    scoped.savepoint((inner) => work(gated(inner, gate)));
  return new Proxy(scoped, {
    get(target, key, receiver) {
      if (key === "unsafe") return unsafe;
      if (key === "savepoint") return savepoint;
      return Reflect.get(target, key, receiver);
    },
  });
}

/** The driver sends a query when it is awaited; this one waits for the gate first. */
function held(query: object, gate: Gate, statement: string): object {
  return new Proxy(query, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (key === "then")
        return (...then: []) =>
          gate
            .arrive(statement)
            .then(() => target)
            .finally(() => gate.answered())
            .then(...then);
      if (key === "values") return () => held(value.call(target), gate, statement);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

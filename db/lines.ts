import pg from "pg";
import { Unavailable } from "@/lib/errors";
import { Breaker } from "./breaker";

export const CONNECT_MS = 2_500;
const END_MS = 5_000;

/** One connection, with the key that cancels its statement. */
export type Line = pg.PoolClient & { readonly processID: number; readonly secretKey: number };

/** The connections of one process: opened when needed, used by one transaction at a time. */
export class Lines {
  private readonly pool: pg.Pool;
  private readonly breaker = new Breaker();
  private readonly heardAt = new Map<Line, number>();
  private suspectBefore = Number.NEGATIVE_INFINITY;

  constructor(url: string, most: number, lockMs: number) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: most,
      pipeline: true,
      application_name: "portal",
      connectionTimeoutMillis: CONNECT_MS,
      idleTimeoutMillis: 60_000,
      maxLifetimeSeconds: 1_800,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      lock_timeout: lockMs,
      idle_in_transaction_session_timeout: 15_000,
      options: "-c TimeZone=UTC -c client_connection_check_interval=2s",
    });
    // A running statement reports the end of its line; an idle line is replaced.
    this.pool.on("error", () => {});
    this.pool.on("connect", (client) => {
      client.on("error", () => lost.add(client));
      this.heard(client as Line);
    });
    this.pool.on("remove", (client) => this.heardAt.delete(client as Line));
  }

  /** An idle line, or a new one. Throws Unavailable when the database is down. */
  async take(): Promise<Line> {
    if (!this.breaker.allows(performance.now())) throw new Unavailable();
    for (;;) {
      const line = await this.connect();
      if ((this.heardAt.get(line) ?? 0) >= this.suspectBefore) return line;
      this.drop(line);
    }
  }

  private async connect(): Promise<Line> {
    try {
      return (await this.pool.connect()) as Line;
    } catch (cause) {
      this.failed(cause);
      throw new Unavailable({ cause });
    }
  }

  /** Records that the server answered on this line. */
  heard(line: Line): void {
    this.heardAt.set(line, performance.now());
    this.breaker.worked();
  }

  /** Records that the server did not answer on a line: lines that were last heard before it are not used again. */
  suspectAll(): void {
    this.suspectBefore = performance.now();
  }

  /** Records that the database could not be reached. */
  failed(cause: unknown): void {
    this.breaker.failed(performance.now(), Math.random());
    console.error(`database: out of reach (${reasonOf(cause)})`);
  }

  giveBack(line: Line): void {
    this.heard(line);
    line.release();
  }

  /** Ends a line at once: a pipelined client would wait for its answers first. */
  drop(line: Line): void {
    line.connection.stream.destroy();
    line.release(true);
  }

  async end(): Promise<void> {
    const timer = setTimeout(() => {
      for (const line of this.heardAt.keys()) line.connection.stream.destroy();
    }, END_MS);
    await this.pool.end();
    clearTimeout(timer);
  }
}

/** Lines that reported their end; a driver's client reports it also between two statements. */
const lost = new WeakSet<pg.ClientBase>();

/** Whether the line is unusable: its socket is closed, or the server announced its end. */
export function isLost(line: Line, error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { severity } = e as { severity?: unknown };
    if (severity === "FATAL" || severity === "PANIC") return true;
  }
  return lost.has(line) || line.connection.stream.destroyed;
}

type Wire = pg.Connection & {
  connect(port: number, host: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
};

/** Asks the server to cancel the statement on this line, by the line's own key, so that it hits no other session. */
export function cancel({ host, port, ssl, processID, secretKey }: Line): void {
  const wire = new pg.Connection({ ssl }) as Wire;
  const ask = () => {
    wire.cancel(processID, secretKey);
    wire.end();
  };
  const timer = setTimeout(() => wire.stream.destroy(), CONNECT_MS);
  wire.on("error", () => {});
  wire.once("end", () => clearTimeout(timer));
  wire.once("connect", () => (ssl ? wire.requestSsl() : ask()));
  wire.once("sslconnect", ask);
  wire.connect(port, host);
}

/** A code for the log; messages of the driver may hold personal data. */
function reasonOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : "no answer";
}

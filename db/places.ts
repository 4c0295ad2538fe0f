import { Unavailable } from "@/lib/errors";

/** The purpose of a transaction. When one kind waits for a locked table, the others still have places. */
export type Kind = "reading" | "writing" | "health";

type Waiting = { kind: Kind; enter: () => void };

/**
 * The number of concurrent transactions of a process: `total`, of which reading cannot use one quarter and writing
 * another, plus one for health.
 */
export class Places {
  private readonly taken: Record<Kind, number> = { reading: 0, writing: 0, health: 0 };
  private waiting: Waiting[] = [];

  constructor(private readonly total: number) {}

  /** Connections in use when every place is taken. */
  get most(): number {
    return this.total + 1;
  }

  /** Takes a place; gives the function that leaves it. Throws Unavailable when none was left in time. */
  async take(kind: Kind, patienceMs: number): Promise<() => void> {
    if (!this.hasRoom(kind) || this.waiting.some((other) => other.kind === kind))
      await this.turn(kind, patienceMs);
    else this.taken[kind] += 1;
    return () => this.leave(kind);
  }

  private hasRoom(kind: Kind): boolean {
    const { reading, writing, health } = this.taken;
    if (kind === "health") return health < 1;
    const reserved = this.total < 2 ? 0 : Math.ceil(this.total / 4);
    return reading + writing < this.total && this.taken[kind] < this.total - reserved;
  }

  private turn(kind: Kind, patienceMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== waiting);
        reject(new Unavailable());
      }, patienceMs);
      const enter = () => {
        clearTimeout(timer);
        this.taken[kind] += 1;
        resolve();
      };
      const waiting = { kind, enter };
      this.waiting.push(waiting);
    });
  }

  private leave(kind: Kind): void {
    this.taken[kind] -= 1;
    const next = this.waiting.find((waiting) => this.hasRoom(waiting.kind));
    if (!next) return;
    this.waiting = this.waiting.filter((waiting) => waiting !== next);
    next.enter();
  }
}

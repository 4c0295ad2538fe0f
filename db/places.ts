import { Unavailable } from "@/lib/errors";

/** What a transaction is for. One kind that waits for a locked table leaves places to the others. */
export type Kind = "reading" | "writing" | "health";

type Waiting = { kind: Kind; enter: () => void };

/**
 * How many transactions of a process work at once: `total`, of which a quarter is out of reach for reading and another
 * for writing, and one for health on top.
 */
export class Places {
  private readonly taken: Record<Kind, number> = { reading: 0, writing: 0, health: 0 };
  private waiting: Waiting[] = [];

  constructor(private readonly total: number) {}

  /** Connections that are in use when every place is taken. */
  get most(): number {
    return this.total + 1;
  }

  /** Takes a place and gives the function that leaves it. Throws Unavailable when none came free in time. */
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

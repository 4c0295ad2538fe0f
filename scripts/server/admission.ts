/** Ranks of requests when not all can be served; the lowest is first. */
export const RANKS = { sending: 0, working: 1, asking: 2, looking: 3 } as const;
export type Rank = (typeof RANKS)[keyof typeof RANKS];

type Settings = {
  /** Requests that are served at the same time. */
  atOnce: number;
  /** How many more may wait. */
  waiting: number;
  patienceMs: number;
};

type Waiter = { rank: Rank; admit: (leave: Leave | undefined) => void };
/** Gives the place to the next request; counts once. */
export type Leave = () => void;

/** In order: a sender with a session, a reader with a session, a visitor who sends something, a visitor who reads. */
export function rankOf({ isSending, hasSession }: { isSending: boolean; hasSession: boolean }): Rank {
  if (hasSession) return isSending ? RANKS.sending : RANKS.working;
  return isSending ? RANKS.asking : RANKS.looking;
}

/** A bounded number of places and a bounded queue; a request that finds both full is refused at once. */
export function admission({ atOnce, waiting, patienceMs }: Settings) {
  let taken = 0;
  const queue: Waiter[] = [];

  const leaveOnce = (): Leave => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = firstIn(queue);
      if (next) next.admit(leaveOnce());
      else taken--;
    };
  };

  return {
    /** A place, or undefined: the queue is full, the wait was too long, or `gone` says that the client has left. */
    enter(rank: Rank, gone: AbortSignal): Promise<Leave | undefined> {
      if (gone.aborted) return Promise.resolve(undefined);
      if (taken < atOnce) {
        taken++;
        return Promise.resolve(leaveOnce());
      }
      if (queue.length >= waiting && !makeRoom(queue, rank)) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const giveUp = () => waiter.admit(undefined);
        const waiter: Waiter = {
          rank,
          admit: (leave) => {
            clearTimeout(timer);
            gone.removeEventListener("abort", giveUp);
            remove(queue, waiter);
            resolve(leave);
          },
        };
        const timer = setTimeout(giveUp, patienceMs);
        gone.addEventListener("abort", giveUp, { once: true });
        queue.push(waiter);
      });
    },
    /** The number of served and of waiting requests, now. */
    counts: () => ({ served: taken, waiting: queue.length }),
  };
}

/** The longest waiting request of the best rank. */
function firstIn(queue: readonly Waiter[]): Waiter | undefined {
  return queue.reduce<Waiter | undefined>(
    (first, waiter) => (first === undefined || waiter.rank < first.rank ? waiter : first),
    undefined,
  );
}

/** Removes the last request of the worst rank, if that is worse than this one. */
function makeRoom(queue: readonly Waiter[], rank: Rank): boolean {
  const last = queue.reduce<Waiter | undefined>(
    (found, waiter) => (found === undefined || waiter.rank >= found.rank ? waiter : found),
    undefined,
  );
  if (last === undefined || last.rank <= rank) return false;
  last.admit(undefined);
  return true;
}

function remove(queue: Waiter[], waiter: Waiter): void {
  const at = queue.indexOf(waiter);
  if (at >= 0) queue.splice(at, 1);
}

/** Who goes first when not everybody can be served: the lowest rank. */
export const RANKS = { sending: 0, working: 1, asking: 2, looking: 3 } as const;
export type Rank = (typeof RANKS)[keyof typeof RANKS];

type Settings = {
  /** How many requests are served at the same time. */
  atOnce: number;
  /** How many more may wait. */
  waiting: number;
  patienceMs: number;
};

type Waiter = { rank: Rank; admit: (leave: Leave | undefined) => void };
/** Gives the place to the next; counts once. */
export type Leave = () => void;

/**
 * Someone with a session who sends something goes first, then someone with a session, then a visitor who sends
 * something, then a visitor who looks.
 */
export function rankOf({ isSending, hasSession }: { isSending: boolean; hasSession: boolean }): Rank {
  if (hasSession) return isSending ? RANKS.sending : RANKS.working;
  return isSending ? RANKS.asking : RANKS.looking;
}

/** A bounded number of places and a bounded queue: whoever finds neither is told so at once. */
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
    /** A place, or undefined: no room, too long a wait, or `gone`, which says that nobody waits for it any more. */
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
    /** How many are served and how many wait, now. */
    counts: () => ({ served: taken, waiting: queue.length }),
  };
}

/** The one who waits longest among those who go first. */
function firstIn(queue: readonly Waiter[]): Waiter | undefined {
  return queue.reduce<Waiter | undefined>(
    (first, waiter) => (first === undefined || waiter.rank < first.rank ? waiter : first),
    undefined,
  );
}

/** Sends away the one who came last among those who go last, if they go after this rank. */
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

/**
 * Files are in memory while they are checked, so their number per process is limited, and each person has one at a
 * time.
 */
const AT_ONCE = 8;
const busy = new Set<string>();

/** Runs the work when a place is free; undefined when this person already has one, or all are taken. */
export async function inTurn<T>(personId: string, work: () => Promise<T>): Promise<T | undefined> {
  if (busy.has(personId) || busy.size >= AT_ONCE) return undefined;
  busy.add(personId);
  try {
    return await work();
  } finally {
    busy.delete(personId);
  }
}

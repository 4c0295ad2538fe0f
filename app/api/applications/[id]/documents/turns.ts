/** Files are held in memory while they are looked at: so many at once in one process, and one for one person. */
const AT_ONCE = 8;
const busy = new Set<string>();

/** Does the work when it is this person's turn; undefined when he is at it already, or too many others are. */
export async function inTurn<T>(personId: string, work: () => Promise<T>): Promise<T | undefined> {
  if (busy.has(personId) || busy.size >= AT_ONCE) return undefined;
  busy.add(personId);
  try {
    return await work();
  } finally {
    busy.delete(personId);
  }
}

const HEARTBEAT_MS = 3_000;

/** Runs one long step and reports it: its name at once, a dot while it lasts, its seconds at the end. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  process.stdout.write(`${name} …`);
  const heartbeat = setInterval(() => process.stdout.write("."), HEARTBEAT_MS);
  try {
    const result = await work();
    process.stdout.write(` ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(" failed\n");
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

import { createServer } from "node:net";
import { Trouble } from "./trouble";

/** Throws Trouble, which names the variable to set, when something else listens on the port. */
export async function assertFree(port: number, variable: string, host: string): Promise<void> {
  if (!Number.isInteger(port)) throw new Trouble(`${variable} must be a port number.`);
  const taken = await listen(port, host).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (taken === "EADDRINUSE") {
    throw new Trouble(
      `Port ${port} is in use by another program; stop that, or choose another with ${variable}=${port + 10}.`,
    );
  }
  if (taken)
    throw new Trouble(`Port ${port} cannot be used here (${taken}); choose another with ${variable}.`);
}

/** A port on 127.0.0.1 that nothing uses at this moment. */
export function anyFreePort(): Promise<number> {
  return listen(0, "127.0.0.1");
}

function listen(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(port, host, () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => resolve(found));
    });
  });
}

import { once } from "node:events";
import { SMTPServer } from "smtp-server";

export type Received = { to: string; content: string };

/**
 * An SMTP server for tests that keeps what it accepts. It rejects the addresses in `refuses`; while `hold` is set, it
 * reads a message for that address but does not accept it.
 */
export class PostOffice {
  readonly received: Received[] = [];
  refuses = new Set<string>();
  hold: string | undefined;
  #server: SMTPServer | undefined;
  #port = 0;
  #held: (() => void) | undefined;
  readonly holding = new Promise<void>((resolve) => {
    this.#held = resolve;
  });

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onRcptTo: ({ address }, _session, done) =>
        done(this.refuses.has(address) ? Object.assign(new Error("unknown"), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          if (this.hold === to) return this.#held?.();
          this.received.push({ to, content: Buffer.concat(chunks).toString("utf8") });
          done();
        });
      },
    });
    server.on("error", () => {});
    server.listen(this.#port, "127.0.0.1");
    await once(server.server, "listening");
    this.#port = (server.server.address() as { port: number }).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server?.close(() => resolve()));
  }

  for(reference: string): Received[] {
    return this.received.filter(({ content }) => content.includes(reference));
  }
}

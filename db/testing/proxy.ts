import { connect, createServer, type Server, type Socket } from "node:net";

type Mode = "pass" | "refuse" | "close" | "freeze";

/**
 * A proxy between the portal and PostgreSQL that simulates faults of a network. It listens on its own port on
 * 127.0.0.1: `at(url)` is the address of a database through it.
 */
export class TcpProxy {
  /** The number of connections that were opened. */
  asked = 0;
  private mode: Mode = "pass";
  private readonly pairs = new Set<Pair>();
  private port = 0;

  private constructor(
    private readonly target: URL,
    private server: Server,
  ) {}

  static async start(url: string): Promise<TcpProxy> {
    const proxy: TcpProxy = new TcpProxy(
      new URL(url),
      createServer((socket) => proxy.accept(socket)),
    );
    await proxy.listen();
    return proxy;
  }

  at(url: string): string {
    const copy = new URL(url);
    copy.hostname = "127.0.0.1";
    copy.port = String(this.port);
    return copy.href;
  }

  /** Passes everything again, frozen data first. */
  async pass(): Promise<void> {
    if (this.mode === "refuse") await this.listen();
    if (this.mode === "freeze") for (const pair of this.pairs) pair.thaw();
    this.mode = "pass";
  }

  /** Ends open connections, and stops listening. */
  async refuse(): Promise<void> {
    this.mode = "refuse";
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
  }

  /** Ends open connections; new ones are accepted and closed. */
  close(): void {
    this.mode = "close";
    this.cut();
  }

  /** Freezes open connections silently; new connections work. */
  silence(): void {
    for (const pair of this.pairs) pair.freeze();
  }

  /** Freezes open and new connections silently, until it passes again. */
  freeze(): void {
    this.mode = "freeze";
    for (const pair of this.pairs) pair.freeze();
  }

  /** Passes requests to the server but not its answers, on open connections, silently. */
  swallowAnswers(): void {
    for (const pair of this.pairs) pair.swallowAnswers();
  }

  async end(): Promise<void> {
    if (this.mode !== "refuse") await this.refuse();
  }

  private accept(client: Socket): void {
    this.asked += 1;
    if (this.mode === "close") {
      client.on("error", () => {}).destroy();
      return;
    }
    const pair = new Pair(client, connect(Number(this.target.port), this.target.hostname));
    if (this.mode === "freeze") pair.freeze();
    this.pairs.add(pair);
    client.once("close", () => this.pairs.delete(pair));
  }

  private cut(): void {
    for (const pair of this.pairs) pair.cut();
  }

  private listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(this.port, "127.0.0.1", () => {
        this.port = (this.server.address() as { port: number }).port;
        resolve();
      });
    });
  }
}

class Pair {
  private isSwallowing = false;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
  ) {
    for (const socket of [client, server]) socket.on("error", () => {});
    client.on("data", (data) => server.write(data));
    server.on("data", (data) => {
      if (!this.isSwallowing) client.write(data);
    });
    client.once("close", () => server.destroy());
    server.once("close", () => client.destroy());
  }

  freeze(): void {
    this.client.pause();
    this.server.pause();
  }

  thaw(): void {
    this.client.resume();
    this.server.resume();
  }

  swallowAnswers(): void {
    this.isSwallowing = true;
  }

  cut(): void {
    this.client.destroy();
    this.server.destroy();
  }
}

import { connect, createServer, type Server, type Socket } from "node:net";

type Mode = "pass" | "refuse" | "close" | "freeze";

/**
 * Stands between the portal and PostgreSQL and does what networks do. It listens on a port of its own on 127.0.0.1:
 * `at(url)` is the address of a database by way of it.
 */
export class TcpProxy {
  /** How many connections were asked for. */
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

  /** Everything goes through again, what was frozen first. */
  async pass(): Promise<void> {
    if (this.mode === "refuse") await this.listen();
    if (this.mode === "freeze") for (const pair of this.pairs) pair.thaw();
    this.mode = "pass";
  }

  /** What is open ends, and nobody listens any more. */
  async refuse(): Promise<void> {
    this.mode = "refuse";
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
  }

  /** What is open ends, and who connects is let in and shut out. */
  close(): void {
    this.mode = "close";
    this.cut();
  }

  /** Nothing goes through any more on what is open, without a word; new connections work. */
  silence(): void {
    for (const pair of this.pairs) pair.freeze();
  }

  /** Nothing goes through at all, without a word, on what is open and on what is new, until it may pass again. */
  freeze(): void {
    this.mode = "freeze";
    for (const pair of this.pairs) pair.freeze();
  }

  /** What is asked reaches the server, and its answers go nowhere: on what is open, without a word. */
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

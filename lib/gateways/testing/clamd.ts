import { createServer, type Server, type Socket } from "node:net";

export type Clamd = { url: string; received: Buffer[]; close: () => Promise<void> };
type Behaviour = "scans" | "says-nothing" | "hangs-up" | "finds-it-too-large";

/**
 * A test server for clamd's INSTREAM over TCP: it splits the stream by its lengths, searches for the word VIRUS, and
 * answers as clamd does. `received` holds every complete file.
 */
export async function startClamd(behaviour: Behaviour = "scans"): Promise<Clamd> {
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    if (behaviour === "hangs-up") return void socket.destroy();
    if (behaviour === "says-nothing") return void socket.resume();
    const read: Buffer[] = [];
    socket.on("data", (data: Buffer) => {
      read.push(data);
      if (behaviour === "finds-it-too-large") return void socket.end("INSTREAM size limit exceeded. ERROR\0");
      const file = data.at(-1) === 0 ? wholeStream(Buffer.concat(read)) : undefined;
      if (!file) return;
      received.push(file);
      socket.end(file.includes("VIRUS") ? "stream: Test-Signature FOUND\0" : "stream: OK\0");
    });
  });
  return { url: await listening(server), received, close: () => closed(server, sockets) };
}

/** The file in a complete command; undefined until it is complete. */
function wholeStream(read: Buffer): Buffer | undefined {
  const command = "zINSTREAM\0";
  if (read.toString("latin1", 0, command.length) !== command) return undefined;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= read.length; ) {
    const length = read.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > read.length) return undefined;
    pieces.push(read.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const listening = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`tcp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    }),
  );

function closed(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

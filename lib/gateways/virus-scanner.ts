import "server-only";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { type Env, env } from "@/lib/env";
import { logFailure } from "@/lib/log";

/** "off": no scanner is configured. "unreachable": one is, but it gave no verdict in time. */
export type Verdict = "clean" | "infected" | "off" | "unreachable";

const DEADLINE_MS = 8_000;
const PIECE = 64 * 1024;
const LONGEST_ANSWER = 4096;

/**
 * Asks clamd for its verdict on these bytes (clamd(8), INSTREAM: pieces preceded by their length, ended by a zero
 * length). One connection, one file, one deadline. Never throws.
 */
export async function scanForViruses(
  bytes: Uint8Array,
  { CLAMD_URL }: Pick<Env, "CLAMD_URL"> = env(),
  deadlineMs = DEADLINE_MS,
): Promise<Verdict> {
  if (!CLAMD_URL) return "off";
  const { hostname, port } = new URL(CLAMD_URL);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) });
  const late = setTimeout(() => socket.destroy(new Error("no verdict in time")), deadlineMs);
  try {
    const [answer] = await Promise.all([answerOf(socket), send(socket, bytes)]);
    return verdictOf(answer);
  } catch (error) {
    logFailure("virus scanner", error);
    return "unreachable";
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  await write(socket, "zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    await write(socket, lengthOf(piece));
    await write(socket, piece);
  }
  await write(socket, lengthOf(new Uint8Array()));
}

function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

/** Waits while the scanner is slower; stops when it has answered early. */
async function write(socket: Socket, data: string | Uint8Array): Promise<void> {
  if (socket.writable && !socket.write(data))
    await Promise.race([once(socket, "drain"), once(socket, "close")]);
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = "";
  for await (const data of socket) {
    answer += String(data);
    if (answer.includes("\0") || answer.length > LONGEST_ANSWER) break;
  }
  return answer.replace(/\0[\s\S]*$/, "").trim();
}

/** "stream: OK", "stream: Eicar-Signature FOUND", or an ERROR, which is no verdict. */
function verdictOf(answer: string): Verdict {
  if (answer === "stream: OK") return "clean";
  if (/^stream: .+ FOUND$/.test(answer)) return "infected";
  throw new Error(answer ? `answered "${answer}"` : "gave no answer");
}

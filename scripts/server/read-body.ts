import type { IncomingMessage } from "node:http";
import { ok, type Result, refuse } from "@/lib/result";

export type BodyProblem = "too-large" | "too-slow" | "cut-off" | "no-room";

/** Room for the bodies of all requests of this process, in bytes. */
export type Room = { left: number };

type Options = { bytes: number; patienceMs: number; room: Room };

/** Whether a request has a body. */
export const hasBody = ({ headers }: Pick<IncomingMessage, "headers">): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/**
 * Reads a whole body. Refused at once when its announced size is above `bytes`, else at the first byte too many; also
 * when it takes longer than `patienceMs`, ends early, or finds no room. The caller gives the room back.
 */
export function readBody(
  request: IncomingMessage,
  { bytes, patienceMs, room }: Options,
): Promise<Result<Buffer, { reason: BodyProblem }>> {
  if (Number(request.headers["content-length"] ?? 0) > bytes)
    return Promise.resolve(refuse({ reason: "too-large" as const }));
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let read = 0;
    const timer = setTimeout(() => settle(refuse({ reason: "too-slow" })), patienceMs);
    const settle = (result: Result<Buffer, { reason: BodyProblem }>) => {
      clearTimeout(timer);
      request.off("data", take).off("end", finish).off("error", fail).off("close", fail);
      request.on("error", () => {});
      if (!result.ok) room.left += read;
      resolve(result);
    };
    const take = (piece: Buffer) => {
      read += piece.length;
      room.left -= piece.length;
      if (read > bytes) return settle(refuse({ reason: "too-large" }));
      if (room.left < 0) return settle(refuse({ reason: "no-room" }));
      pieces.push(piece);
    };
    const finish = () => settle(ok(Buffer.concat(pieces)));
    const fail = () => settle(refuse({ reason: "cut-off" }));
    request.on("data", take).on("end", finish).on("error", fail).on("close", fail);
  });
}

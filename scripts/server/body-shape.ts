import type { Limit } from "./limits";

export type ShapeProblem = "too-many-fields" | "too-deep" | "malformed";

const FORM = "application/x-www-form-urlencoded";
const AMPERSAND = "&".charCodeAt(0);
const [QUOTE = 0, BACKSLASH = 0, OPEN_LIST = 0, OPEN_OBJECT = 0, CLOSE_LIST = 0, CLOSE_OBJECT = 0] =
  Buffer.from('"\\[{]}');

/** The problem with the shape of a body, found without parsing it; undefined when it may be parsed. */
export function shapeProblem(
  body: Buffer,
  contentType: string,
  { fields, depth }: Pick<Limit, "fields" | "depth">,
): ShapeProblem | undefined {
  const type = contentType.split(";")[0]?.trim().toLowerCase();
  if (type === FORM) return countOf(body, AMPERSAND) >= fields ? "too-many-fields" : undefined;
  if (type === "multipart/form-data") return partsProblem(body, contentType, { fields, depth });
  return isDeeper(body, depth) ? "too-deep" : undefined;
}

/** A multipart form (RFC 7578): React stores JSON in parts that are named by a number or begin with $ACTION_. */
function partsProblem(
  body: Buffer,
  contentType: string,
  { fields, depth }: Pick<Limit, "fields" | "depth">,
): ShapeProblem | undefined {
  const boundary = boundaryOf(contentType);
  if (!boundary) return "malformed";
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  for (let count = 0; at >= 0; count++) {
    const from = at + mark.length;
    if (body.toString("latin1", from, from + 2) === "--") return undefined;
    if (count >= fields) return "too-many-fields";
    at = body.indexOf(mark, from);
    if (at >= 0 && isReactJson(body, from) && isDeeper(body.subarray(from, at), depth)) return "too-deep";
  }
  return "malformed";
}

const isReactJson = (body: Buffer, from: number): boolean =>
  /name="(\d+|\$ACTION_[^"]*)"/.test(body.toString("latin1", from, from + 200));

/** The boundary of a multipart form; undefined when the content type names no valid one. */
export function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] =
    /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})(?![^\s;]))/i.exec(contentType) ?? [];
  return quoted ?? plain;
}

function countOf(body: Buffer, byte: number): number {
  let count = 0;
  for (let at = body.indexOf(byte); at >= 0; at = body.indexOf(byte, at + 1)) count++;
  return count;
}

function isDeeper(json: Buffer, depth: number): boolean {
  let open = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (isText && byte === BACKSLASH) at++;
    else if (byte === QUOTE) isText = !isText;
    else if (isText) continue;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) open++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) open--;
    if (open > depth) return true;
  }
  return false;
}

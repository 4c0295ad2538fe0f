export type Limit = {
  /** The largest body, in bytes. */
  bytes: number;
  /** The most fields a form may have. */
  fields: number;
  /** How deep JSON may nest. */
  depth: number;
  /** Goes on to the app while it arrives; every other body is read whole and counted first. */
  streams?: true;
};

const KB = 1024;
const MB = 1024 * KB;

/** Forms of people who have not signed in. */
const SHORT: Limit = { bytes: 64 * KB, fields: 200, depth: 16 };
/** The longest form, with its texts at their longest. */
const FORM: Limit = { bytes: 512 * KB, fields: 2_000, depth: 32 };

/** The route itself reads no more than ten MB, and says so of a file that is somewhat larger in its own words. */
const FILE: Limit = { bytes: 16 * MB, fields: 10, depth: 0, streams: true };

const ROUTES: readonly [path: RegExp, limit: Limit][] = [
  [/^\/api\/applications\/[^/]+\/documents$/, FILE],
  [/^\/letter-check$/, { bytes: MB, fields: 20, depth: 16 }],
  [/^\/(api\/(auth|language)|status|schemes|sign-in|signed-out|draws|open-data)(\/|$)/, SHORT],
  [/^\/$/, SHORT],
];

/** What a request to this path may carry. */
export const limitFor = (path: string): Limit => ROUTES.find(([route]) => route.test(path))?.[1] ?? FORM;

/** A body that takes longer to arrive is given up. A file has five minutes: Node's own limit of a request. */
export const BODY_PATIENCE_MS = 30_000;
export const REQUEST_PATIENCE_MS = 300_000;
export const HEADERS_PATIENCE_MS = 10_000;

/** What all bodies that wait together may take of the memory of one process. */
export const ALL_BODIES_BYTES = 64 * MB;

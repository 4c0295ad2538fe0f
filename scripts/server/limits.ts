export type Limit = {
  /** The largest body, in bytes. */
  bytes: number;
  /** The most fields a form may have. */
  fields: number;
  /** How deep JSON may nest. */
  depth: number;
  /** Passed to the app as it arrives; every other body is read whole and checked first. */
  streams?: true;
};

const KB = 1024;
const MB = 1024 * KB;

/** Forms of visitors. */
const SHORT: Limit = { bytes: 64 * KB, fields: 200, depth: 16 };
/** The longest form, with its texts at their longest. */
const FORM: Limit = { bytes: 512 * KB, fields: 2_000, depth: 32 };

/** The route itself accepts ten MB, and has a message for a somewhat larger file. */
const FILE: Limit = { bytes: 16 * MB, fields: 10, depth: 0, streams: true };

const ROUTES: readonly [path: RegExp, limit: Limit][] = [
  [/^\/api\/applications\/[^/]+\/documents$/, FILE],
  [/^\/letter-check$/, { bytes: MB, fields: 20, depth: 16 }],
  [/^\/(api\/(auth|language)|status|schemes|sign-in|signed-out|draws|open-data)(\/|$)/, SHORT],
  [/^\/$/, SHORT],
];

/** The limits of a request to this path. */
export const limitFor = (path: string): Limit => ROUTES.find(([route]) => route.test(path))?.[1] ?? FORM;

/** Time limit for a body. A file has five minutes, Node's own limit of a request. */
export const BODY_PATIENCE_MS = 30_000;
export const REQUEST_PATIENCE_MS = 300_000;
export const HEADERS_PATIENCE_MS = 10_000;

/** Most memory of one process for all bodies together. */
export const ALL_BODIES_BYTES = 64 * MB;

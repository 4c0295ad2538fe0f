import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export type Page = { html: string; headers: Record<string, string> };
/** `isFinal` when the page no longer exists; otherwise an older one may be served. */
export type Missed<F> = { failure: F; isFinal: boolean };
export type KeptPage = Page & { etag: string; body: Buffer; gzipped: Buffer; madeAt: number };

/** A new page, an older one because no new one can be made, or the failure without either. */
export type Served<F> =
  | { kind: "now"; page: KeptPage }
  | { kind: "before"; page: KeptPage }
  | { kind: "failed"; failure: F };

type Settings = {
  /** How long a page counts as new. */
  freshMs: number;
  /** How long a request waits for a new page when there is an older one. */
  patienceMs: number;
  /** The pause after a failure. */
  pauseMs: number;
  /** Most pages kept; the least recently used are removed first. */
  most: number;
  now: () => number;
};

const compress = promisify(gzip);

/** Keeps pages in memory, each under a key; concurrent requests for a page wait for one rendering. */
export function keptPages<F>({ freshMs, patienceMs, pauseMs, most, now }: Settings) {
  const kept = new Map<string, KeptPage>();
  const making = new Map<string, Promise<Served<F>>>();
  const failedAt = new Map<string, number>();

  async function make(key: string, attempt: () => Promise<Page | Missed<F>>): Promise<Served<F>> {
    const madeAt = now();
    const made = await attempt();
    if ("failure" in made) {
      if (made.isFinal) kept.delete(key);
      const before = kept.get(key);
      if (before) failedAt.set(key, now());
      return before ? { kind: "before", page: before } : { kind: "failed", failure: made.failure };
    }
    const page = await finished(made, madeAt);
    failedAt.delete(key);
    kept.delete(key);
    kept.set(key, page);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
      failedAt.delete(oldest);
    }
    return { kind: "now", page };
  }

  return async function serve(key: string, attempt: () => Promise<Page | Missed<F>>): Promise<Served<F>> {
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      if (now() - known.madeAt < freshMs) return { kind: "now", page: known };
      if (now() - (failedAt.get(key) ?? Number.NEGATIVE_INFINITY) < pauseMs)
        return { kind: "before", page: known };
    }
    let made = making.get(key);
    if (!made) {
      made = make(key, attempt).finally(() => making.delete(key));
      making.set(key, made);
    }
    return known ? within(patienceMs, made, { kind: "before", page: known }) : made;
  };
}

async function finished(page: Page, madeAt: number): Promise<KeptPage> {
  const body = Buffer.from(page.html);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { ...page, etag, body, gzipped: await compress(body), madeAt };
}

async function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

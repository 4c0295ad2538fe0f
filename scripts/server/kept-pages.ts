import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export type Page = { html: string; headers: Record<string, string> };
/** `isFinal` when there is no such page any more; otherwise the page from before may do. */
export type Missed<F> = { failure: F; isFinal: boolean };
export type KeptPage = Page & { etag: string; body: Buffer; gzipped: Buffer; madeAt: number };

/** A page as it is now, one from before because no newer can be made, or what stood in the way of both. */
export type Served<F> =
  | { kind: "now"; page: KeptPage }
  | { kind: "before"; page: KeptPage }
  | { kind: "failed"; failure: F };

type Settings = {
  /** For so long a page counts as new. */
  freshMs: number;
  /** Whoever asks waits this long for a newer page when there is one from before. */
  patienceMs: number;
  /** After a failure no newer page is tried for so long. */
  pauseMs: number;
  /** How many are kept; the ones that were asked for longest ago go first. */
  most: number;
  now: () => number;
};

const compress = promisify(gzip);

/** Keeps pages in memory, each under a key; those who ask for the same page at the same time wait for one making. */
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

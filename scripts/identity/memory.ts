import type { Adapter, AdapterPayload } from "oidc-provider";

type Kept = { payload: AdapterPayload; until: number };

/**
 * The provider's state between two requests, in memory: it serves one developer and loses everything when it stops. A
 * sign-in that was under way must start again; the portal's own sessions are elsewhere.
 */
export class Memory implements Adapter {
  static readonly #kinds = new Map<string, Map<string, Kept>>();
  readonly #kept: Map<string, Kept>;

  constructor(kind: string) {
    this.#kept = Memory.#kinds.get(kind) ?? new Map();
    Memory.#kinds.set(kind, this.#kept);
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    for (const [old, { until }] of this.#kept) if (until <= Date.now()) this.#kept.delete(old);
    this.#kept.set(id, {
      payload,
      until: expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY,
    });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.#kept.get(id);
    return kept && kept.until > Date.now() ? kept.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#first(({ payload }) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#first(({ payload }) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept) kept.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#kept.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(id);
  }

  #first(matches: (kept: Kept) => boolean): AdapterPayload | undefined {
    const kept = [...this.#kept.values()].find((one) => one.until > Date.now() && matches(one));
    return kept?.payload;
  }
}

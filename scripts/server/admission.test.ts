import fc from "fast-check";
import { expect, test } from "vitest";
import { admission, type Leave, RANKS, rankOf } from "./admission";

const NEVER = new AbortController().signal;
const gate = (settings: Partial<Parameters<typeof admission>[0]> = {}) =>
  admission({ atOnce: 1, waiting: 2, patienceMs: 60_000, ...settings });

test.each([
  [{ isSending: true, hasSession: true }, RANKS.sending],
  [{ isSending: false, hasSession: true }, RANKS.working],
  [{ isSending: true, hasSession: false }, RANKS.asking],
  [{ isSending: false, hasSession: false }, RANKS.looking],
])("%o has rank %d", (who, rank) => expect(rankOf(who)).toBe(rank));

test("a free place goes to the request that has waited longest in the best rank", async () => {
  const { enter } = gate({ waiting: 10 });
  const first = await enter(RANKS.looking, NEVER);
  const order: string[] = [];
  const come = (name: string, rank: (typeof RANKS)[keyof typeof RANKS]) =>
    enter(rank, NEVER).then((leave) => {
      order.push(name);
      leave?.();
    });
  const all = [
    come("a visitor", RANKS.looking),
    come("a sender", RANKS.sending),
    come("another visitor", RANKS.looking),
    come("another sender", RANKS.sending),
  ];
  first?.();
  await Promise.all(all);
  expect(order).toEqual(["a sender", "another sender", "a visitor", "another visitor"]);
});

test("a full queue refuses at once, and a sender replaces the visitor who came last", async () => {
  const { enter } = gate();
  const first = await enter(RANKS.looking, NEVER);
  const waiting = [enter(RANKS.looking, NEVER), enter(RANKS.looking, NEVER)];
  expect(await enter(RANKS.looking, NEVER)).toBeUndefined();
  const sender = enter(RANKS.sending, NEVER);
  expect(await waiting[1]).toBeUndefined();
  first?.();
  (await sender)?.();
  expect(await waiting[0]).toBeDefined();
});

test("a full queue of senders refuses a sender", async () => {
  const { enter } = gate({ waiting: 1 });
  await enter(RANKS.sending, NEVER);
  void enter(RANKS.sending, NEVER);
  expect(await enter(RANKS.sending, NEVER)).toBeUndefined();
});

test("a wait ends after its time limit", async () => {
  const { enter, counts } = gate({ patienceMs: 1 });
  await enter(RANKS.sending, NEVER);
  expect(await enter(RANKS.sending, NEVER)).toBeUndefined();
  expect(counts()).toEqual({ served: 1, waiting: 0 });
});

test("a request whose client is gone waits no longer and takes no place", async () => {
  const { enter, counts } = gate();
  const leave = await enter(RANKS.sending, NEVER);
  const visitor = new AbortController();
  const waiting = enter(RANKS.sending, visitor.signal);
  visitor.abort();
  expect(await waiting).toBeUndefined();
  leave?.();
  expect(counts()).toEqual({ served: 0, waiting: 0 });
  expect(await enter(RANKS.sending, visitor.signal)).toBeUndefined();
});

test("a place is given back once, however often it is left", async () => {
  const { enter, counts } = gate({ atOnce: 2 });
  const [one, two] = [await enter(RANKS.sending, NEVER), await enter(RANKS.sending, NEVER)];
  one?.();
  one?.();
  expect(counts().served).toBe(1);
  two?.();
  expect(counts().served).toBe(0);
});

test("no more requests are served than there are places, and at the end none is", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.array(fc.constantFrom(...Object.values(RANKS), "leave" as const), { maxLength: 40 }),
      async (atOnce, waiting, acts) => {
        const { enter, counts } = gate({ atOnce, waiting });
        const inside: Leave[] = [];
        const asked: Promise<unknown>[] = [];
        for (const act of acts) {
          if (act === "leave") inside.shift()?.();
          else asked.push(enter(act, NEVER).then((leave) => leave && inside.push(leave)));
          await Promise.resolve();
          expect(counts().served).toBeLessThanOrEqual(atOnce);
          expect(counts().waiting).toBeLessThanOrEqual(waiting);
        }
        const settled = Promise.all(asked);
        const isSettled = settled.then(() => true);
        while (!(await Promise.race([isSettled, Promise.resolve(false)])) || inside.length > 0) {
          inside.shift()?.();
          await Promise.resolve();
        }
        expect(counts()).toEqual({ served: 0, waiting: 0 });
      },
    ),
  );
});

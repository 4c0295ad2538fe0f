import { describe, expect, test } from "vitest";
import { Unavailable } from "@/lib/errors";
import { type Kind, Places } from "./places";

/** The number of transactions of a kind that get a place at once. */
async function crowd(places: Places, kind: Kind): Promise<(() => void)[]> {
  const leaves: (() => void)[] = [];
  for (;;) {
    const leave = await places.take(kind, 0).catch(() => undefined);
    if (!leave) return leaves;
    leaves.push(leave);
  }
}

describe("of places in a process", () => {
  test.each([
    [1, 1, 0],
    [2, 1, 1],
    [4, 3, 1],
    [10, 7, 3],
    [64, 48, 16],
  ])("%i, reading takes %i at most and leaves %i to writing", async (total, reading, writing) => {
    const places = new Places(total);
    expect(await crowd(places, "reading")).toHaveLength(reading);
    expect(await crowd(places, "writing")).toHaveLength(writing);
    expect(await crowd(places, "health")).toHaveLength(1);
  });
});

test("a waiting transaction gets a place when one is left, first come first served within a kind", async () => {
  const places = new Places(2);
  const leave = await places.take("writing", 0);
  const order: string[] = [];
  const waiting = ["first", "second"].map(async (name) => {
    const done = await places.take("writing", 60_000);
    order.push(name);
    done();
  });
  leave();
  await Promise.all(waiting);
  expect(order).toEqual(["first", "second"]);
});

test("a transaction that waits too long gets Unavailable, and takes no place afterwards", async () => {
  const places = new Places(1);
  const leave = await places.take("writing", 0);
  await expect(places.take("writing", 1)).rejects.toBeInstanceOf(Unavailable);
  leave();
  expect(await crowd(places, "writing")).toHaveLength(1);
});

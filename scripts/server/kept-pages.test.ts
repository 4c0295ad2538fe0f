import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { keptPages, type Page } from "./kept-pages";

const SETTINGS = { freshMs: 2_000, patienceMs: 60_000, pauseMs: 2_000, most: 2 };
const page = (html: string): Page => ({ html, headers: {} });
const AWAY = { failure: "away", isFinal: false };
const GONE = { failure: "gone", isFinal: true };

function kept(settings: Partial<typeof SETTINGS> = {}) {
  let time = 0;
  let made = 0;
  const serve = keptPages<string>({ ...SETTINGS, ...settings, now: () => time });
  return {
    pass: (ms: number) => {
      time += ms;
    },
    made: () => made,
    serve: (key: string, result: Page | typeof AWAY | Promise<Page>) =>
      serve(key, async () => {
        made++;
        return result;
      }),
  };
}

test("a page is made once while it is new", async () => {
  const { serve, pass, made } = kept();
  await serve("a", page("one"));
  pass(1_999);
  expect(await serve("a", page("two"))).toMatchObject({ kind: "now", page: { html: "one" } });
  pass(1);
  expect(await serve("a", page("two"))).toMatchObject({ kind: "now", page: { html: "two" } });
  expect(made()).toBe(2);
});

test("concurrent requests wait for one rendering", async () => {
  const { serve, made } = kept();
  const answers = await Promise.all([
    serve("a", page("one")),
    serve("a", page("two")),
    serve("b", page("b")),
  ]);
  expect(answers).toMatchObject([
    { page: { html: "one" } },
    { page: { html: "one" } },
    { page: { html: "b" } },
  ]);
  expect(made()).toBe(2);
});

test("the last page is served while no newer one can be made, which is not retried all the time", async () => {
  const { serve, pass, made } = kept();
  await serve("a", page("one"));
  pass(3_000);
  expect(await serve("a", AWAY)).toMatchObject({ kind: "before", page: { html: "one", madeAt: 0 } });
  pass(1_999);
  expect(await serve("a", page("two"))).toMatchObject({ kind: "before" });
  expect(made()).toBe(2);
  pass(1);
  expect(await serve("a", page("two"))).toMatchObject({ kind: "now", page: { html: "two" } });
});

test("a request does not wait long for a newer page when there is an older one", async () => {
  const { serve, pass } = kept({ patienceMs: 1 });
  await serve("a", page("one"));
  pass(3_000);
  const never = new Promise<Page>(() => {});
  expect(await serve("a", never)).toMatchObject({ kind: "before", page: { html: "one" } });
});

test("without an older page the failure is the answer, and is not kept", async () => {
  const { serve } = kept();
  expect(await serve("a", AWAY)).toEqual({ kind: "failed", failure: "away" });
  expect(await serve("a", page("one"))).toMatchObject({ kind: "now" });
});

test("an older page is not served when the page is gone", async () => {
  const { serve, pass } = kept();
  await serve("a", page("one"));
  pass(3_000);
  expect(await serve("a", GONE)).toEqual({ kind: "failed", failure: "gone" });
});

test("the least recently used page is removed first", async () => {
  const { serve, made } = kept();
  await serve("a", page("a"));
  await serve("b", page("b"));
  await serve("a", page("a"));
  await serve("c", page("c"));
  await serve("a", page("a"));
  expect(made()).toBe(3);
  await serve("b", page("b"));
  expect(made()).toBe(4);
});

test("an attempt that throws is not kept", async () => {
  const { serve } = kept();
  await expect(serve("a", Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await serve("a", page("one"))).toMatchObject({ kind: "now" });
});

test("each content has its own ETag, and a compressed form", async () => {
  const { serve } = kept();
  const [one, two] = [await serve("a", page("one")), await serve("b", page("two"))];
  if (one.kind === "failed" || two.kind === "failed") throw new Error("both pages can be made");
  expect(one.page.etag).not.toBe(two.page.etag);
  expect(gunzipSync(one.page.gzipped).toString()).toBe("one");
});

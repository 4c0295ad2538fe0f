import { expect, test } from "vitest";
import { linksWithoutScripts, withoutScripts } from "./without-scripts";

test("scripts, their preloads and nonces are removed; text, styles and forms stay", () => {
  const html = [
    '<head><title>Budget</title><link rel="stylesheet" href="/a.css" nonce="n"/>',
    '<link rel="preload" as="script" fetchPriority="low" nonce="n" href="/a.js"/>',
    '<link rel="modulepreload" href="/b.js"/><link rel="preload" href="/a.woff2" as="font"/>',
    '<script src="/a.js" async="" nonce="n"></script></head><body>',
    "<form><input name=a></form><p>a &lt;script&gt; in words</p>",
    '<script nonce="n">self.__next_f.push([1,"a <b> c"])</script></body>',
  ].join("");
  expect(withoutScripts(html, "Fout:")).toBe(
    [
      '<head><title>Budget</title><link rel="stylesheet" href="/a.css"/>',
      '<link rel="preload" href="/a.woff2" as="font"/></head><body>',
      "<form><input name=a></form><p>a &lt;script&gt; in words</p></body>",
    ].join(""),
  );
});

test("a form with errors says so in the title, and its error summary takes focus", () => {
  const html = '<title>Status</title><div class="error-summary" role="alert" tabindex="-1">';
  expect(withoutScripts(html, "Fout:")).toBe(
    '<title>Fout: Status</title><div autofocus="" class="error-summary" role="alert" tabindex="-1">',
  );
});

test("the Link header keeps only what a page without scripts uses, without a nonce", () => {
  const header =
    '</a.woff2>; rel=preload; as="font"; crossorigin=""; nonce="n", </a.js>; rel=preload; as="script"; nonce="n"';
  expect(linksWithoutScripts(header)).toBe('</a.woff2>; rel=preload; as="font"; crossorigin=""');
  expect(linksWithoutScripts('</a.js>; rel="modulepreload"')).toBeUndefined();
  expect(linksWithoutScripts(undefined)).toBeUndefined();
});

import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { frames } from "./frame";
import { beforeNotice, ownPage, type Saying, STATUS } from "./own-page";

const SAYINGS = Object.keys(STATUS) as Saying[];

for (const locale of LOCALES)
  test.each(SAYINGS)(`%s has a title and text in ${locale}, and no empty placeholder`, (saying) => {
    const { title, main } = ownPage(saying, locale, { bytes: 65_536, reference: "123" });
    expect(title.length).toBeGreaterThan(5);
    expect(main).toContain("<h1");
    expect(main).not.toMatch(/[{}]|undefined|<script/);
  });

test("the maximum size is shown", () => {
  expect(ownPage("too-large", "nl", { bytes: 65_536 }).main).toContain("64 kB");
});

describe("typed answers", () => {
  const typed = { fields: [["text", "a \"b\" <c> & 'd'\r\ne"]] as const, hadFiles: false };

  test("are in the page, to be sent again", () => {
    const { main } = ownPage("busy", "nl", { address: "/status?a=1&b=2", typed });
    expect(main).toContain('action="/status?a=1&#38;b=2"');
    expect(main).toContain('name="text" value="a &#34;b&#34; &#60;c&#62; &#38; &#39;d&#39;&#13;&#10;e"');
    expect(main).toContain("Wat u invulde, staat nog op deze pagina.");
  });

  test("lack a file, and the page says so", () => {
    const { main } = ownPage("busy", "nl", { address: "/", typed: { ...typed, hadFiles: true } });
    expect(main).toContain("Alleen een bestand moet u opnieuw kiezen");
  });

  test("are not promised when they are absent", () => {
    expect(ownPage("busy", "nl", { address: "/" }).main).not.toContain("Wat u invulde");
  });
});

test("with an unknown outcome come with a link to the application instead of sending again", () => {
  const { main } = ownPage("unknown", "en-NL", { address: "/a", look: "/applications/1" });
  expect(main).toContain('href="/applications/1"');
  expect(main).not.toContain("<form");
});

test("an older page shows its time, in Dutch legal time", () => {
  expect(beforeNotice("nl", Date.UTC(2026, 10, 30, 16, 5))).toContain("30 november 2026 om 17.05 uur");
});

describe("the frame of the site", () => {
  const HTML =
    '<html lang="nl"><title>Oud – Subsidie</title><header>Kop</header><main id="content"><p>oud</p></main><footer>';

  test("surrounds the server's own text", () => {
    const { learn, around } = frames();
    learn("nl", HTML);
    expect(around("nl", { title: "Druk & vol", main: "<p>$& nieuw</p>" })).toBe(
      '<html lang="nl"><title>Druk &#38; vol – Subsidie</title><header>Kop</header><main id="content"><p>$& nieuw</p></main><footer>',
    );
  });

  test("is plain until it is known, and separate for each language", () => {
    const { learn, around, isComplete } = frames();
    learn("nl", HTML);
    expect(isComplete()).toBe(false);
    expect(around("en-NL", { title: "Busy", main: "<p>words</p>" })).toMatch(
      /^<!doctype html><html lang="en-NL">.*words/,
    );
    learn("en-NL", HTML);
    expect(isComplete()).toBe(true);
  });
});

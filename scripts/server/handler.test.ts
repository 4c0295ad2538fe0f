import type { RequestListener } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { Busy, OutcomeUnknown, Unavailable } from "@/lib/errors";
import { around, closeServers, type Got } from "./testing/around";

afterEach(closeServers);

const SHELL = '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>1</script></body></html>';
const page = (main: string) =>
  `<!DOCTYPE html><html lang="nl"><head><title>Titel</title><link rel="preload" as="script" href="/a.js"/></head><body><main id="content">${main}</main><script src="/a.js"></script></body></html>`;

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const says =
  (status: number, html: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", ...headers });
    response.end(html);
  };

/** Reports an error of the app as `instrumentation.ts` does. */
function tellOf(error: Error, isAfterAction = false): void {
  (
    globalThis as { portalRequestFailed?: (error: unknown, isAfterAction: boolean) => void }
  ).portalRequestFailed?.(error, isAfterAction);
}

const fails =
  (error: Error, isAfterAction = false): RequestListener =>
  (_request, response) => {
    tellOf(error, isAfterAction);
    response.writeHead(500, { "Content-Type": "text/html" });
    response.end(SHELL);
  };

function expectGuarded({ headers }: Got): void {
  expect(headers).toMatchObject({
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
}

describe("before the body is read", () => {
  const never: RequestListener = () => expect.unreachable("the app is not asked");

  test("a malformed address is refused with a page", async () => {
    const { ask } = await around(never);
    const got = await ask("/schemes/%E0%A4%A");
    expect(got.status).toBe(400);
    expect(got.text).toContain("Dit verzoek klopt niet");
    expectGuarded(got);
  });

  test.each([
    ["a sign-in of nine million bytes", "/api/auth/sign-in/employer", "a".repeat(9_000_000)],
    ["a form of more than half a million bytes", "/applications/1/bank", "a".repeat(600_000)],
    ["a status form of 16,000 fields", "/status", "a&".repeat(16_000)],
    ["a form of 3,000 fields", "/applications/1/bank", "a&".repeat(3_000)],
  ])("%s is refused with a page", async (_what, path, body) => {
    const { ask } = await around(never);
    const got = await ask(path, { method: "POST", headers: FORM, body });
    expect(got.status).toBe(413);
    expect(got.text).toMatch(/Wat u stuurde, is te groot|Dit formulier heeft te veel velden/);
    expectGuarded(got);
  });

  test("a truncated multipart form is refused", async () => {
    const { ask } = await around(never);
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const got = await ask("/status", { method: "POST", headers, body: "--x\r\n" });
    expect(got.status).toBe(400);
    expectGuarded(got);
  });

  test("a form from elsewhere is refused", async () => {
    const { ask } = await around(never);
    const got = await ask("/status", {
      method: "POST",
      headers: { ...FORM, origin: "https://other.test" },
      body: "a",
    });
    expect(got.status).toBe(403);
    expectGuarded(got);
  });

  test("a file without a length, or that is too large, is refused", async () => {
    const { ask } = await around(never);
    const path = "/api/applications/1/documents";
    const chunked = await ask(path, {
      method: "POST",
      headers: { "transfer-encoding": "chunked" },
      body: "a",
    });
    expect(chunked.status).toBe(411);
    const headers = { "content-length": "17000000" };
    expect((await ask(path, { method: "POST", headers, body: Buffer.alloc(17_000_000) })).status).toBe(413);
  });

  test("unfinished posts delay nobody, and the largest are refused at once", async () => {
    const { ask, port } = await around(says(200, page("ok")));
    const refused = Array.from({ length: 25 }, () => {
      const socket = connect(port, "127.0.0.1");
      socket.write(
        "POST /status HTTP/1.1\r\nHost: a\r\nOrigin: http://portal.test\r\nContent-Length: 9000000\r\n\r\na=",
      );
      return new Promise<string>((resolve) => {
        socket.once("data", (bytes) => {
          resolve(bytes.toString());
          socket.destroy();
        });
      });
    });
    for (const answer of await Promise.all(refused)) expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    const waiting = Array.from({ length: 25 }, () => {
      const socket = connect(port, "127.0.0.1");
      socket.write(
        "POST /status HTTP/1.1\r\nHost: a\r\nOrigin: http://portal.test\r\nContent-Length: 9000\r\n\r\na=",
      );
      return socket;
    });
    expect((await ask("/applications")).status).toBe(200);
    for (const socket of waiting) socket.destroy();
  });

  test("a program gets a problem document instead of a page", async () => {
    const failing = await around(fails(new Unavailable()));
    for (const [path, accept] of [
      ["/api/applications/1/documents", "application/json"],
      ["/open-data/budget.json", "*/*"],
    ] as const) {
      const got = await failing.ask(path, { headers: { accept } });
      expect(got.headers["content-type"]).toBe("application/problem+json");
      expect(JSON.parse(got.text)).toMatchObject({
        status: 503,
        title: "De website werkt nu even niet goed",
      });
      expectGuarded(got);
    }
    const browser = await failing.ask("/open-data/budget.json", { headers: { accept: "text/html,*/*" } });
    expect(browser.text).toContain("<h1");
  });
});

describe("the request to the app", () => {
  test("has the original body, the site's own host and the requested path", async () => {
    const { ask } = await around((request, response) => {
      let body = "";
      request.on("data", (piece) => {
        body += piece;
      });
      request.on("end", () => response.end(JSON.stringify({ body, ...request.headers })));
    });
    const headers = { ...FORM, "x-forwarded-host": "other.test", "x-portal-path": "/other" };
    const got = JSON.parse((await ask("/a/b?c=1&_rsc=x", { method: "POST", headers, body: "d=é" })).text);
    expect(got).toMatchObject({
      body: "d=é",
      "x-forwarded-host": "portal.test",
      "x-portal-path": "/a/b?c=1",
    });
    expect(got["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
  });

  test("has a policy with its own nonce for each page with scripts", async () => {
    const { ask } = await around(says(200, page("ok")));
    const policies = [await ask("/applications"), await ask("/applications")].map(
      ({ headers }) => headers["content-security-policy"],
    );
    expect(new Set(policies).size).toBe(2);
    expect((await ask("/applications")).text).toContain("<script");
  });
});

describe("a page without words", () => {
  test("that is not found becomes one with words", async () => {
    const { ask } = await around(says(404, SHELL));
    const got = await ask("/applications/1");
    expect(got.status).toBe(404);
    expect(got.text).toContain("Deze pagina bestaat niet");
    expect(got.text).not.toContain("<script");
    expect(got.headers["content-security-policy"]).toContain("script-src 'none'");
    expectGuarded(got);
  });

  test("that is not found is the site's own for a signed-in person", async () => {
    const { ask } = await around((request, response) =>
      says(404, request.url === "/niet-gevonden" ? page(`niet gevonden ${request.headers.cookie}`) : SHELL)(
        request,
        response,
      ),
    );
    const got = await ask("/applications/1", { headers: { cookie: "portal-session=abc" } });
    expect(got.text).toContain("niet gevonden portal-session=abc");
    expect(got.text).not.toContain("<script");
  });

  test.each([
    ["an error", new Error("secret words"), 500, "Er ging iets mis bij ons"],
    ["a database that is away", new Unavailable(), 503, "De website werkt nu even niet goed"],
    ["a lock that did not come free", new Busy(), 503, "Het is nu heel druk"],
  ])("of %s gets text", async (_what, error, status, words) => {
    const { ask } = await around(fails(error));
    const got = await ask("/applications");
    expect(got.status).toBe(status);
    expect(got.text).toContain(words);
    expect(got.text).not.toContain("secret");
    expect(got.headers["retry-after"] !== undefined).toBe(status === 503);
    expectGuarded(got);
  });

  test.each([
    "Failed to parse body as FormData.",
    'Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".',
  ])("of a route that got no form is the client's error: %s", async (message) => {
    const { ask } = await around(async () => {
      const error = new TypeError(message);
      (
        globalThis as { portalRequestFailed?: (error: unknown, isAfterAction: boolean) => void }
      ).portalRequestFailed?.(error, false);
      throw error;
    });
    const got = await ask("/applications", { method: "POST", headers: FORM, body: "a=1" });
    expect(got.status).toBe(400);
    expect(got.text).toContain("Dit verzoek klopt niet");
  });

  test("an answer without a body gets text too", async () => {
    const { ask } = await around((_request, response) => {
      response.statusCode = 405;
      response.end();
    });
    const got = await ask("/applications/1/anything");
    expect(got.status).toBe(405);
    expect(got.text).toContain("<h1");
  });

  test("an app that throws gives an error page", async () => {
    const { ask } = await around(async () => {
      tellOf(new Unavailable());
      throw new Error("secret");
    });
    const got = await ask("/applications");
    expect(got.status).toBe(503);
    expect(got.text).not.toContain("secret");
  });

  test("is in the chosen language", async () => {
    const { ask } = await around(fails(new Unavailable()));
    const got = await ask("/applications", { headers: { cookie: "portal-language=en-NL" } });
    expect(got.text).toContain("The website does not work well now");
  });

  test("gives back typed answers when they certainly had no effect", async () => {
    const { ask } = await around(fails(new Unavailable()));
    const got = await ask("/applications/1/bank", {
      method: "POST",
      headers: FORM,
      body: "iban=NL00&name=a+%3Cb%3E",
    });
    expect(got.text).toContain('name="iban" value="NL00"');
    expect(got.text).toContain('name="name" value="a &#60;b&#62;"');
    expect(got.text).toContain("Wat u invulde, staat nog op deze pagina");
  });

  test.each([
    ["a commit was not answered", fails(new OutcomeUnknown())],
    ["the page after an act could not be made", fails(new Unavailable(), true)],
  ])("links to the application when %s", async (_what, app) => {
    const { ask } = await around(app);
    const got = await ask("/applications/1/check", { method: "POST", headers: FORM, body: "a=1" });
    expect(got.status).toBe(503);
    expect(got.text).toContain("Wij weten nog niet of het is gelukt");
    expect(got.text).toContain('href="/applications/1"');
    expect(got.text).not.toContain("Verstuur opnieuw");
  });

  test("is left unchanged for the app's own code in the browser, with the right status", async () => {
    const { ask } = await around((_request, response) => {
      tellOf(new Unavailable());
      response.writeHead(500, { "Content-Type": "text/x-component" });
      response.end("1:E");
    });
    const got = await ask("/applications", { headers: { rsc: "1" } });
    expect({ status: got.status, text: got.text }).toEqual({ status: 503, text: "1:E" });
    expect(got.headers["retry-after"]).toBe("60");
  });
});

describe("more requests than fit", () => {
  /** An app that answers when it is released. */
  function held() {
    const letGo: (() => void)[] = [];
    const app: RequestListener = (_request, response) => {
      letGo.push(() => response.end("done"));
    };
    return { app, letGo };
  }

  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setImmediate(resolve));
  };

  test("are refused at once with a page, with the typed answers", async () => {
    const { app, letGo } = held();
    const { ask } = await around(app, { places: 1 });
    const inside = Array.from({ length: 9 }, () => ask("/applications"));
    await until(() => letGo.length === 1);
    const sent = { method: "POST", headers: FORM, body: "text=abc" };
    const first = ask("/status", sent);
    const got = await Promise.race([...inside, first]);
    expect(got.status).toBe(503);
    expect(Number(got.headers["retry-after"])).toBeGreaterThan(0);
    expect(got.text).toContain("Het is nu heel druk");
    expectGuarded(got);
    for (let done = 0; done < 9; done++) {
      await until(() => letGo.length > 0);
      letGo.shift()?.();
    }
    const all = await Promise.all([...inside, first]);
    expect(all.filter(({ status }) => status === 503)).toHaveLength(1);
  });

  test("do not stop static files, /livez and security.txt", async () => {
    const { app, letGo } = held();
    const { ask } = await around(
      (request, response) =>
        request.url?.startsWith("/_next/static/") ? response.end("style") : app(request, response),
      { places: 1 },
    );
    const inside = ask("/applications");
    await until(() => letGo.length === 1);
    expect((await ask("/livez")).text).toBe("alive");
    const reporting = await ask("/.well-known/security.txt");
    expect(reporting.text).toContain("Contact: mailto:veilig@portal.test\n");
    expect(reporting.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expectGuarded(reporting);
    expect((await ask("/_next/static/a.css")).text).toBe("style");
    letGo.shift()?.();
    expect((await inside).text).toBe("done");
  });
});

describe("a page to read", () => {
  test("has no scripts and allows none", async () => {
    const { ask } = await around(says(200, page("woorden"), { Link: '</a.js>; rel=preload; as="script"' }));
    for (const cookie of ["", "portal-session=abc"]) {
      const got = await ask("/budget", { headers: { cookie } });
      expect(got.text).toContain("woorden");
      expect(got.text).not.toMatch(/<script|as="script"/);
      expect(got.headers["content-security-policy"]).toContain("script-src 'none'");
      expect(got.headers.link).toBeUndefined();
      expectGuarded(got);
    }
  });

  test("answers HEAD as GET, also where it is made for one person", async () => {
    const { ask } = await around((request, response) =>
      says(200, request.method === "GET" ? page("woorden") : "")(request, response),
    );
    const headers = { cookie: "portal-session=abc" };
    const [head, got] = [
      await ask("/budget", { method: "HEAD", headers }),
      await ask("/budget", { headers }),
    ];
    expect(head.headers["content-length"]).toBe(String(Buffer.byteLength(got.text)));
  });

  test("is made once for all visitors, compressed where accepted, and with an ETag", async () => {
    let made = 0;
    const { ask } = await around((request, response) => {
      made++;
      says(200, page("woorden ".repeat(500)), { Vary: "rsc" })(request, response);
    });
    const [plain, zipped] = [
      await ask("/budget?utm=1"),
      await ask("/budget", { headers: { "accept-encoding": "br, gzip" } }),
    ];
    expect(made).toBe(1);
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(zipped.text).toBe(plain.text);
    expect(plain.headers.vary).toBe("rsc, Cookie, Accept-Encoding");
    const tag = plain.headers.etag as string;
    const again = await ask("/budget", { headers: { "if-none-match": `W/${tag}` } });
    expect(again).toMatchObject({ status: 304, text: "" });
    expectGuarded(again);
    const head = await ask("/budget", { method: "HEAD" });
    expect(head.headers["content-length"]).toBe(plain.headers["content-length"]);
    expect(head.text).toBe("");
    expect(made).toBe(1);
  });

  test("is kept per language", async () => {
    const { ask } = await around((request, response) =>
      says(200, page(`taal ${request.headers.cookie}`))(request, response),
    );
    expect((await ask("/budget")).text).toContain("taal portal-language=nl");
    const english = await ask("/budget", { headers: { cookie: "portal-language=en-NL" } });
    expect(english.text).toContain("taal portal-language=en-NL");
  });

  test("shows nothing of one visitor to another", async () => {
    const { ask } = await around((request, response) =>
      says(200, page(JSON.stringify([request.url, request.rawHeaders, request.headers])))(request, response),
    );
    const secret = "geheim";
    const first = await ask(`/budget?secret=${secret}`, {
      headers: {
        "user-agent": secret,
        "x-forwarded-for": secret,
        cookie: `other=${secret}`,
        referer: secret,
      },
    });
    expect(first.text).not.toContain(secret);
    for (const name of ["session", "status", "check"]) {
      const got = await ask("/budget", { headers: { cookie: `portal-${name}=${secret}` } });
      expect(got.text, `who carries portal-${name} gets a page of their own`).toContain(secret);
    }
    expect((await ask("/budget")).text).toBe(first.text);
  });

  test("that sets a cookie is not kept", async () => {
    let made = 0;
    const { ask } = await around((request, response) =>
      says(200, page("woorden"), { "Set-Cookie": `a=${++made}` })(request, response),
    );
    const [one, two] = [await ask("/budget"), await ask("/budget")];
    expect(one.headers["set-cookie"]).toEqual(["a=1"]);
    expect(two.headers["set-cookie"]).toEqual(["a=2"]);
  });

  test("that does not exist or redirects is answered as the app does", async () => {
    const { ask } = await around((request, response) => {
      if (request.url === "/budget") {
        response.writeHead(307, { Location: "/elsewhere" });
        return response.end();
      }
      return says(404, SHELL)(request, response);
    });
    expect(await ask("/budget")).toMatchObject({ status: 307, headers: { location: "/elsewhere" } });
    expect(await ask("/schemes/unknown")).toMatchObject({ status: 404 });
  });

  test("says so when its form had errors", async () => {
    const wrong = page('<div class="error-summary" role="alert" tabindex="-1">fout</div>');
    const { ask } = await around(says(200, wrong));
    const got = await ask("/status", { method: "POST", headers: FORM, body: "a=1" });
    expect(got.text).toContain("<title>Fout: Titel</title>");
    expect(got.text).toContain('<div autofocus="" class="error-summary"');
  });
});

test("a process that is shutting down says so, and closes its connections", async () => {
  const { ask } = await around(says(200, page("ok")), { isEnding: true });
  expect(await ask("/readyz")).toMatchObject({ status: 503, headers: { connection: "close" } });
  expect((await ask("/livez")).status).toBe(200);
  expect((await ask("/applications")).status).toBe(200);
});

test("the site's own frame surrounds the server's own texts", async () => {
  const { ask, learn } = await around((request, response) =>
    request.url === "/niet-gevonden"
      ? says(404, `<html><title>x</title><header>Kop</header><main id="content">oud</main></html>`)(
          request,
          response,
        )
      : fails(new Unavailable())(request, response),
  );
  await learn();
  const got = await ask("/applications");
  expect(got.text).toMatch(/<header>Kop<\/header><main id="content"><div class="stack"><h1/);
});

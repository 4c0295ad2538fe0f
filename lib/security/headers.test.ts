import { describe, expect, test } from "vitest";
import { guardHeaders, isDownload, pagePolicy } from "./headers";

const site = {
  appUrl: "https://subsidie.example",
  issuers: ["https://login.example/realms/a", "https://login.example/realms/b"],
  development: false,
};

describe("the policy of a page", () => {
  test("scripts need the nonce, and nothing inline is allowed", () => {
    const policy = pagePolicy({ nonce: "abc" }, site);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toContain("unsafe");
  });

  test("a page without scripts allows none", () => {
    expect(pagePolicy("none", site)).toContain("script-src 'none';");
  });

  test("forms may lead to the identity providers, each named once", () => {
    expect(pagePolicy("none", site)).toContain(
      "form-action 'self' https://subsidie.example https://login.example;",
    );
  });
});

describe("the headers of every answer", () => {
  test("encryption is required only where the site has it", () => {
    const local = { ...site, appUrl: "http://127.0.0.1:3000" };
    expect(guardHeaders("/", "none", site)["Strict-Transport-Security"]).toMatch(/^max-age=\d{8}/);
    expect(guardHeaders("/", "none", local)["Strict-Transport-Security"]).toBeUndefined();
  });

  test("no answer may be framed, also in a browser without policies", () => {
    expect(guardHeaders("/", "none", site)["X-Frame-Options"]).toBe("DENY");
  });

  test("a download may do nothing, not even send a form or change the target of its links", () => {
    const policy = guardHeaders("/a/letter.pdf", { nonce: "abc" }, site)["Content-Security-Policy"];
    for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "sandbox"])
      expect(policy).toContain(part);
  });
});

test.each([
  ["/applications/1/receipt.pdf", true],
  ["/cases/1/documents/2/download", true],
  ["/applications/1/documents", false],
])("%s is a download: %s", (path, is) => expect(isDownload(path)).toBe(is));

import { expect, test } from "vitest";
import { contentSecurityPolicy, isDownload, securityHeaders } from "./headers";

const site = {
  appUrl: "https://subsidie.example",
  issuers: ["https://login.example/realms/a", "https://login.example/realms/b"],
  development: false,
};

test("scripts need the nonce, and nothing inline is allowed", () => {
  const policy = contentSecurityPolicy("abc", site);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain("unsafe");
});

test("forms may lead to the identity providers, each named once", () => {
  expect(contentSecurityPolicy("abc", site)).toContain(
    "form-action 'self' https://subsidie.example https://login.example;",
  );
});

test("encryption is demanded only where it is there", () => {
  expect(securityHeaders(site)["Strict-Transport-Security"]).toMatch(/^max-age=\d{8}/);
  expect(securityHeaders({ appUrl: "http://127.0.0.1:3000" })["Strict-Transport-Security"]).toBeUndefined();
});

test.each([
  ["/applications/1/receipt.pdf", true],
  ["/cases/1/documents/2/download", true],
  ["/applications/1/documents", false],
])("%s gives a file to keep: %s", (path, is) => expect(isDownload(path)).toBe(is));

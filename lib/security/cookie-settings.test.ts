import { expect, test } from "vitest";
import { cookieSettings } from "./cookie-settings";

test("over https cookies are bound to this host and are only sent encrypted", () => {
  const { nameOf, options } = cookieSettings("https://subsidie.example");
  expect(nameOf("session")).toBe("__Host-portal-session");
  expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
});

test("on a developer's machine they work without https, and still not for scripts", () => {
  const { nameOf, options } = cookieSettings("http://127.0.0.1:3000");
  expect(nameOf("session")).toBe("portal-session");
  expect(options).toMatchObject({ httpOnly: true, secure: false });
});

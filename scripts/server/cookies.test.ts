import { expect, test } from "vitest";
import { languageCookie, visitorOf } from "./cookies";

const SITE = "https://subsidie.example";

test("a visitor without cookies reads Dutch", () => {
  expect(visitorOf(undefined, SITE)).toEqual({ locale: "nl", hasSession: false, isAnonymous: true });
});

test("a visitor with only a language gets the shared pages", () => {
  const cookie = languageCookie("en-NL", SITE);
  expect(visitorOf(`${cookie}; other=1`, SITE)).toEqual({
    locale: "en-NL",
    hasSession: false,
    isAnonymous: true,
  });
});

test.each(["session", "status", "check-startbaan", "anything"])(
  "a browser with portal-%s does not get the shared pages",
  (name) => {
    const { isAnonymous, hasSession } = visitorOf(`a=b; __Host-portal-${name}=abc`, SITE);
    expect({ isAnonymous, hasSession }).toEqual({ isAnonymous: false, hasSession: name === "session" });
  },
);

test("a session cookie without a token is no session, and does not get the shared pages", () => {
  expect(visitorOf("__Host-portal-session=", SITE)).toMatchObject({ hasSession: false, isAnonymous: false });
});

test("an unknown language is Dutch", () => {
  expect(visitorOf("__Host-portal-language=xx", SITE).locale).toBe("nl");
});

import { expect, test } from "vitest";
import { languageCookie, visitorOf } from "./cookies";

const SITE = "https://subsidie.example";

test("a visitor without cookies reads Dutch", () => {
  expect(visitorOf(undefined, SITE)).toEqual({ locale: "nl", hasSession: false, isAnonymous: true });
});

test("a language is all that a visitor may carry and still be like all others", () => {
  const cookie = languageCookie("en-NL", SITE);
  expect(visitorOf(`${cookie}; other=1`, SITE)).toEqual({
    locale: "en-NL",
    hasSession: false,
    isAnonymous: true,
  });
});

test.each(["session", "status", "check-startbaan", "anything"])(
  "whoever carries portal-%s is somebody",
  (name) => {
    const { isAnonymous, hasSession } = visitorOf(`a=b; __Host-portal-${name}=abc`, SITE);
    expect({ isAnonymous, hasSession }).toEqual({ isAnonymous: false, hasSession: name === "session" });
  },
);

test("a session without a token is no session, and its carrier is still somebody", () => {
  expect(visitorOf("__Host-portal-session=", SITE)).toMatchObject({ hasSession: false, isAnonymous: false });
});

test("a language that does not exist is Dutch", () => {
  expect(visitorOf("__Host-portal-language=xx", SITE).locale).toBe("nl");
});

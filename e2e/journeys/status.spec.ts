import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { fillIn, plainForm, post } from "../plain-form";
import { aDraft, aFiling } from "../prepared";

const BUTTON = "Bekijk waar de aanvraag staat";
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

/** Reference and code on the receipt. */
async function onReceipt(page: Page, id: string) {
  await page.goto(`/applications/${id}/receipt`);
  const reference = await page.getByText(/^WS-\d{4}-\d{6}-\w$/).textContent();
  const code = await page.getByText(/^(\w{4}-){4}\w{4}$/).textContent();
  return { reference: reference ?? "", code: code ?? "" };
}

test("[J-12] the receipt opens the status of an application", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, visitor: page }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer);
  const { reference, code } = await onReceipt(employer.page, id);

  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Waar staat mijn aanvraag?" }).click();
  await page.getByLabel("Kenmerk").fill(reference.toLowerCase());
  await page.getByLabel("Statuscode").fill(code.replaceAll("-", " "));
  await page.getByRole("button", { name: BUTTON }).click();
  await expect(heading(page, "Hier staat de aanvraag")).toBeVisible();
  await expect(page).toHaveURL("/status/result");
  await expect(page.getByText(reference)).toBeVisible();
  await expect(page.getByText("De aanvraag is ontvangen en wacht op behandeling.")).toBeVisible();
  await expect(page.getByText(/Uiterlijk \d+ \w+ 20\d\d/).first()).toBeVisible();
  expect(await page.content()).not.toContain(employer.organisationName);
  await page.reload();
  await expect(heading(page, "Hier staat de aanvraag")).toBeVisible();
  await page.getByRole("button", { name: "Afsluiten" }).click();
  await expect(heading(page, "Waar staat mijn aanvraag?")).toBeVisible();
  await page.goto("/status/result");
  await expect(page).toHaveURL("/status");
});

test("[J-12] all wrong input gets one answer, which keeps the reference and shows no code", {
  tag: "@no-js",
}, async ({ anEmployer, visitor: page }) => {
  const employer = await anEmployer();
  const { reference, code } = await onReceipt(employer.page, (await aFiling(employer)).id);
  await page.goto("/status");
  await page.getByLabel("Kenmerk").fill(reference);
  await page.getByLabel("Statuscode").fill(code.replace(/.$/, (last) => (last === "0" ? "1" : "0")));
  await page.getByRole("button", { name: BUTTON }).click();
  await expect(page.getByRole("alert", { name: "Er klopt nog iets niet" })).toBeVisible();
  await expect(page.getByText("Dit kenmerk en deze code horen niet bij elkaar.")).toBeVisible();
  await expect(page).toHaveURL("/status");
  await expect(page.getByLabel("Kenmerk")).toHaveValue(reference);
});

test("[J-12] wrong codes are answered alike to the byte, and after too many with minutes to wait", async ({
  anEmployer,
  visitor: page,
}) => {
  const [one, other] = [await anEmployer(), await anEmployer()];
  const filed = await onReceipt(one.page, (await aFiling(one)).id);
  const foreign = await onReceipt(other.page, (await aFiling(other)).id);
  const draft = await aDraft(await anEmployer());
  const form = await plainForm(page, "/status", BUTTON);
  const answerTo = async (reference: string, statusCode: string, from = anAddress()) => {
    fillIn(form, { reference, statusCode });
    const answer = await post(page, "/status", form, { origin: ORIGIN, "x-forwarded-for": from });
    expect(answer.headers().location).toBeUndefined();
    return wording(await answer.text(), reference);
  };
  const expected = await answerTo(filed.reference, foreign.code);
  expect(expected).toContain("horen niet bij elkaar");
  for (const [reference, code] of [
    [foreign.reference, filed.code],
    ["WS-2026-999999-A", filed.code],
    [filed.reference, "0000-0000-0000-0000-0000"],
    [draft.id.slice(0, 16), filed.code],
  ] as const)
    expect(await answerTo(reference, code), reference).toBe(expected);

  const stranger = anAddress();
  const guess = () => answerTo(filed.reference, foreign.code, stranger);
  const last = await Promise.all(Array.from({ length: 12 }, guess));
  expect(last.some((html) => html.includes("Er is te vaak geprobeerd. Wacht"))).toBe(true);
  expect(await answerTo(filed.reference, foreign.code)).toBe(expected);
});

const ORIGIN = new URL(process.env.APP_URL ?? "http://127.0.0.1:3000").origin;
const anAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

/** The HTML of a page, without nonces and without the typed values. */
const wording = (html: string, typed: string): string =>
  html.replaceAll(/nonce(="|\\?":\\?")[\w+/=]+/g, "nonce").replaceAll(typed, "TYPED");

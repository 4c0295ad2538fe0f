import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { aDraft } from "./prepared";

async function choose(page: Page, kind: "employer" | "staff", person: string): Promise<void> {
  const button = kind === "employer" ? "Inloggen met eHerkenning" : "Inloggen als medewerker";
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("button", { name: person }).click();
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });
const whoIsIn = (page: Page) => page.getByRole("region", { name: "Uw gegevens" });

test("[J-03] an intermediary signs in, chooses an employer, and signs out", {
  tag: ["@phone", "@no-js"],
}, async ({ visitor: page }) => {
  await page.goto("/applications");
  await expect(heading(page, "Inloggen")).toBeVisible();
  await choose(page, "employer", "Bram Kuiper");
  await page.getByRole("button", { name: "Test EMZ Dagobert" }).click();
  await expect(page).toHaveURL("/applications");
  await expect(whoIsIn(page)).toContainText("U handelt namens Test EMZ Dagobert (met machtiging)");
  const before = await page.context().cookies();
  await whoIsIn(page).getByRole("link", { name: "Wissel van organisatie" }).click();
  await expect(page.getByText("ketenmachtiging aan de intermediair met KVK-nummer 90001354")).toBeVisible();
  await picture(page, "organisation");
  await page.getByRole("button", { name: "Opnieuw inloggen voor een andere organisatie" }).click();
  await page.getByRole("button", { name: "Bram Kuiper" }).click();
  await picture(page, "provider");
  await page.getByRole("button", { name: "Test Stichting Bolderbast" }).click();
  await expect(page).toHaveURL("/applications");
  await expect(whoIsIn(page)).toContainText("Test Stichting Bolderbast");
  const after = await page.context().cookies();
  await page.context().addCookies(before);
  await page.goto("/applications");
  await expect(heading(page, "Inloggen")).toBeVisible();
  await page.context().addCookies(after);
  await page.goto("/applications");
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(heading(page, "U bent uitgelogd")).toBeVisible();
  await page.goto("/applications");
  await expect(heading(page, "Inloggen")).toBeVisible();
});

test("a token of an ended session opens no page", async ({ visitor: page }) => {
  await page.goto("/sign-in");
  await choose(page, "employer", "Sanne de Wit");
  await expect(page).toHaveURL("/applications");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(heading(page, "U bent uitgelogd")).toBeVisible();
  await page.context().addCookies(cookies);
  await page.goto("/applications");
  await expect(heading(page, "Inloggen")).toBeVisible();
});

test("[J-04] after their session has ended an employer signs in again, and returns to the same page", async ({
  anEmployer,
  sql,
}) => {
  const { page, personId } = await anEmployer();
  await sql`update sessions set authenticated_at = now() - interval '1 hour', last_seen_at = now() - interval '31 minutes'
    where person_id = ${personId}`;
  await page.goto("/applications/new");
  await expect(page.getByText("Alles wat u had opgeslagen, is bewaard.")).toBeVisible();
  await choose(page, "employer", "Joost van Dam");
  await expect(page).toHaveURL("/applications/new");
});

test("a person whose level is too low reads so before anything is filled in", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer }) => {
  const { page } = await anEmployer({ assurance: "loa2" });
  await page.goto("/applications");
  await expect(heading(page, "Mijn aanvragen")).toBeVisible();
  const needed = page.getByRole("heading", { name: "Om aan te vragen heeft u eHerkenning EH3 nodig" });
  await expect(needed).toBeVisible();
  await picture(page, "level");
  await page.goto("/applications/new");
  await expect(needed).toBeVisible();
  await page.goto("/messages");
  await expect(heading(page, "Voor deze pagina is een hoger niveau nodig")).toBeVisible();
  await picture(page, "level-page");
  const enough = await anEmployer({ assurance: "loa3" });
  await enough.page.goto("/applications");
  await expect(heading(enough.page, "Mijn aanvragen")).toBeVisible();
  await expect(enough.page.getByText("Om aan te vragen heeft u")).toHaveCount(0);
});

test("staff arrive at the page of their own duty", async ({ visitor: page }) => {
  await page.goto("/sign-in");
  await choose(page, "staff", "Ruben Jansen");
  await expect(page).toHaveURL("/cases");
  await expect(whoIsIn(page)).toContainText("Ruben Jansen");
});

test("two duties that exclude each other are refused, with the reason", { tag: "@no-js" }, async ({
  visitor: page,
}) => {
  await page.goto("/sign-in");
  await choose(page, "staff", "Willem de Graaf");
  await expect(page.getByText("u heeft twee taken die niet samengaan")).toBeVisible();
  await expect(whoIsIn(page)).toBeHidden();
});

test("staff without a second factor are refused, and read what to do", { tag: "@no-js" }, async ({
  visitor: page,
}) => {
  await page.goto("/sign-in");
  await choose(page, "staff", "Sjoerd Postma");
  await expect(page.getByRole("heading", { name: "de tweede stap ontbreekt" })).toBeVisible();
  await picture(page, "second-factor");
  await expect(whoIsIn(page)).toBeHidden();
});

test("a person who signs in with eIDAS and has no KVK number reads what to do", {
  tag: ["@phone", "@no-js"],
}, async ({ visitor: page }) => {
  await page.goto("/sign-in");
  await choose(page, "employer", "Greta Vogel");
  await expect(heading(page, "Wij zien geen KVK-nummer")).toBeVisible();
  await picture(page, "no-kvk");
  await expect(whoIsIn(page)).toBeHidden();
  await page.getByRole("link", { name: "Opnieuw inloggen" }).click();
  await expect(heading(page, "Inloggen")).toBeVisible();
});

test("a person restricted to a branch reads which, and sees nothing of others", { tag: "@phone" }, async ({
  anEmployer,
}) => {
  const whole = await anEmployer();
  const { id } = await aDraft(whole);
  const { page } = await anEmployer({ of: whole, branch: "000037178598" });
  await page.goto("/applications");
  await expect(whoIsIn(page)).toContainText("Alleen voor vestiging 000037178598");
  await expect(page.getByText("U heeft nog geen aanvragen.")).toBeVisible();
  expect((await page.request.get(`/applications/${id}`)).status()).toBe(404);
  await page.goto("/organisation");
  await picture(page, "branch");
});

test("a person who cancels is back on the page to sign in", async ({ visitor: page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Inloggen met eHerkenning" }).click();
  await page.getByRole("button", { name: "Stoppen en terug naar het portaal" }).click();
  await expect(page.getByText("U bent gestopt met inloggen")).toBeVisible();
});

test("another site cannot sign anybody out", async ({ visitor: page }) => {
  await page.goto("/sign-in");
  await choose(page, "staff", "Hanneke Vos");
  await expect(page).toHaveURL("/cases");
  const elsewhere = { headers: { origin: "https://elsewhere.example" } };
  expect((await page.request.post("/api/auth/sign-out", elsewhere)).status()).toBe(403);
  await page.reload();
  await expect(whoIsIn(page)).toContainText("Hanneke Vos");
});

test("a next parameter never leads to another site", async ({ visitor: page }) => {
  await page.goto("/sign-in?next=//elsewhere.example/applications");
  await choose(page, "employer", "Marijke Bos");
  await expect(page).toHaveURL("/applications");
});

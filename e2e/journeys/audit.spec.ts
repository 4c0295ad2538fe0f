import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { aFiling } from "../prepared";

test("[J-43] an auditor finds an event, reads it, verifies the chain, and sees a tampered event", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, sql }) => {
  const { id } = await aFiling(await anEmployer());
  const [filed] = await sql<{ reference: string }[]>`select reference from applications where id = ${id}`;
  const reference = filed?.reference ?? "";
  const { page } = await anOfficial(["auditor"]);
  await page.goto("/");
  await page.getByRole("link", { name: "Logboek" }).click();
  await page.getByLabel("Referentie").fill(reference.toLowerCase());
  await page.getByRole("button", { name: "Zoek" }).click();
  const events = page.getByRole("list", { name: "Gebeurtenissen" });
  await expect(events.getByRole("listitem")).toHaveCount(2);
  await events.getByRole("link", { name: "Aanvraag ingediend" }).click();
  await expect(page.getByText("Klopt met de keten")).toBeVisible();
  await expect(page.getByText(`application:${id}`)).toBeVisible();
  await page.getByRole("link", { name: "Vorige gebeurtenis in deze keten" }).click();
  await expect(page.getByRole("heading", { name: "Concept begonnen", level: 1 })).toBeVisible();

  await page.goto("/audit/chain");
  await page.getByRole("button", { name: "Controleer de ketens" }).click();
  await expect(
    page
      .getByRole("status")
      .or(page.getByRole("alert"))
      .filter({ hasText: /ketens gecontroleerd|mis met/ }),
  ).toBeVisible();
  await expect(page.getByText(`application:${id}`)).toBeHidden();
  const heads = await page.request.get("/audit/heads/download");
  expect(heads.headers()["content-disposition"]).toMatch(/^attachment; filename="event-heads-.+\.txt"$/);
  expect(await heads.text()).toMatch(new RegExp(`^application:${id} 2 [0-9a-f]{64}$`, "m"));

  const stream = `application:${id}`;
  const [kept] = await sql`select payload from events where stream = ${stream} and number = 1`;
  const setPayload = (payload: unknown) =>
    sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update events set payload = ${sql.json(payload as never)} where stream = ${stream} and number = 1`;
    });
  await setPayload({ tampered: true });
  await page.goto("/audit/chain?check=1");
  await expect(page.getByText(`${stream}, gebeurtenis 1: is gewijzigd`)).toBeVisible();
  await setPayload(kept?.payload);

  await page.goto("/audit");
  await expect(events.getByRole("link", { name: "Keten gecontroleerd" }).first()).toBeVisible();
});

test("[J-43] an auditor searches by keyboard alone", async ({ anOfficial, sql }) => {
  const { page, personId } = await anOfficial(["auditor"]);
  const [self] = await sql<{ name: string }[]>`select name from people where id = ${personId}`;
  await page.goto("/audit");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /inhoud/ })).toBeFocused();
  await page.keyboard.press("Enter");
  const name = page.getByLabel("Naam van een persoon");
  const isThere = () => name.evaluate((field) => field === document.activeElement);
  for (let place = 0; place < 12 && !(await isThere()); place++) await page.keyboard.press("Tab");
  await expect(name).toBeFocused();
  await page.keyboard.type(`${self?.name.toUpperCase()}`);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Alleen van ${self?.name}.`)).toBeVisible();
});

test("[J-142] an auditor sees that the invariants hold, and which row breaks one", {
  tag: ["@phone", "@no-js"],
}, async ({ anOfficial, sql, year }) => {
  const { page } = await anOfficial(["auditor"]);
  await page.goto("/audit");
  await page.getByRole("link", { name: "Klopt de administratie?" }).click();
  const rule = page.getByRole("row", { name: /^I2\. Wat als toegekend is geteld/ });
  await expect(rule).not.toContainText(`${year}`);
  await expect(page.getByRole("row", { name: /^I3\./ })).toContainText("Klopt");
  await expectAccessible(page);

  const line = "startbaan-experimenten";
  await sql`insert into ceilings (line_id, year, ceiling_cents, source, decided_by) values (${line}, ${year}, 500000, 'proef', 'proef')`;
  const count = (cents: number) =>
    sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update ceilings set committed_cents = ${cents} where line_id = ${line} and year = ${year}`;
    });
  await count(100);
  await page.reload();
  await expect(page.getByText(/regels? klop(t|pen) niet\./)).toBeVisible();
  await expect(rule).toContainText("Klopt niet");
  await expect(rule).toContainText(`${line} ${year}: counted 100 and 0, booked 0 and 0`);
  await expectAccessible(page);
  await count(0);
  await page.reload();
  await expect(rule).not.toContainText(`${year}`);
});

import { expectAccessible } from "../accessible";
import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, decide, hearOnLowering, propose, takeUp } from "../prepared";

test("[J-121] a grant is lowered after a preview, an objection is upheld by another decider, the employer reads both", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer, { tracks: ["general", "general"] });
  const refused = await aFiling(await anEmployer());
  const reviewer = await anOfficial(["reviewer"]);
  const [first, second] = [await anOfficial(["decider"]), await anOfficial(["decider"])];
  for (const filing of [id, refused.id]) await takeUp(reviewer, filing);
  await propose(reviewer, id, ["1", "2"]);
  await propose(reviewer, refused.id, [], true);
  for (const filing of [id, refused.id]) await decide(first, filing);

  const { page: staff } = reviewer;
  await hearOnLowering(reviewer, employer, id, ["1"]);
  await staff.goto(`/cases/${id}`);
  await staff.getByRole("link", { name: "Verlaging voorstellen" }).click();
  await staff.getByRole("textbox").fill("De begeleiding van statushouder 2 is niet begonnen.");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(staff.getByText(/stelt voor: verlagen van/)).toBeVisible();

  const { page: decider } = second;
  await decider.goto(`/cases/${id}`);
  await decider.getByRole("link", { name: "Bekijk de brief en beslis" }).click();
  const letter = decider.getByRole("article", { name: "Besluit: wij verlagen uw subsidie" });
  await expect(letter.getByText("De subsidie vervalt voor statushouder 2.")).toBeVisible();
  await expect(decider.getByText("De aanvraag gaat van")).toBeVisible();
  await picture(decider, "revision");
  await expectAccessible(decider);
  const concept = await decider.request.get(`/cases/${id}/decide/letter.pdf`);
  expect((await concept.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await decider.getByRole("button", { name: "Bevestig de wijziging van het besluit" }).click();
  await expect(decider).toHaveURL(`/cases/${id}`);

  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await expect(page.getByRole("heading", { name: /^Uw subsidie is verlaagd naar/ })).toBeVisible();
  await expect(page.getByText(/komt in de plaats van ons besluit van/).first()).toBeVisible();
  await picture(page, "status");
  await expectAccessible(page);

  await staff.goto(`/cases/${refused.id}/objection`);
  await staff.getByRole("textbox").fill("Het plan was bij nader inzien goed genoeg.");
  await staff.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(staff.getByText(/stelt voor: toekennen na bezwaar/)).toBeVisible();
  await first.page.goto(`/cases/${refused.id}/revision`);
  await first.page.getByRole("button", { name: "Bevestig de wijziging van het besluit" }).click();
  await expect(first.page.getByText(/U nam het eerste besluit/).first()).toBeVisible();
  await decider.goto(`/cases/${refused.id}/revision`);
  await expect(
    decider.getByRole("article", { name: "Besluit op uw bezwaar: u krijgt alsnog subsidie" }),
  ).toBeVisible();
  await expect(decider.getByText(/in beroep gaan bij de rechtbank/)).toBeVisible();
  await decider.getByRole("button", { name: "Bevestig de wijziging van het besluit" }).click();
  await expect(decider.getByText("Toegekend na bezwaar")).toBeVisible();
});

import { expect, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, propose, takeUp } from "../prepared";

test("[J-30] a decider reads the letter before deciding, the employer gets the same one and a visitor checks it", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, visitor }) => {
  const employer = await anEmployer();
  const { id } = await aFiling(employer, { tracks: ["general", "women"] });
  const reviewer = await anOfficial(["reviewer"]);
  await takeUp(reviewer, id);
  await propose(reviewer, id, ["1"], true);

  const { page: decider } = await anOfficial(["decider"]);
  await decider.goto(`/cases/${id}/decide`);
  const letter = decider.getByRole("article", { name: "Besluit: u krijgt een deel van de subsidie" });
  await expect(letter.getByText("Dit is een concept.")).toBeVisible();
  await expect(letter.getByText("Het plan beschrijft geen eigen begeleiding.")).toBeVisible();
  await expect(letter.getByText(employer.organisationName)).toBeVisible();
  await picture(decider, "decide");
  const concept = await decider.request.get(`/cases/${id}/decide/letter.pdf`);
  expect((await concept.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await decider.getByRole("button", { name: "Besluit nemen" }).click();
  await expect(decider.getByText("Subsidie deels toegekend")).toBeVisible();

  const file = await (await employer.page.request.get(`/applications/${id}/decision.pdf`)).body();
  await employer.page.goto(`/applications/${id}`);
  const listed = employer.page.getByRole("link", { name: /^Besluit van .* \(PDF\)$/ });
  const again = await employer.page.request.get((await listed.getAttribute("href")) ?? "");
  expect((await again.body()).equals(file)).toBe(true);
  await picture(employer.page, "status");

  const check = async (buffer: Buffer) => {
    await visitor.goto("/letter-check");
    await visitor
      .getByLabel("Kies het PDF-bestand van de brief")
      .setInputFiles({ name: "brief.pdf", mimeType: "application/pdf", buffer });
    await visitor.getByRole("button", { name: "Brief controleren" }).click();
  };
  await check(file);
  await expect(visitor.getByRole("heading", { name: "Deze brief is echt" })).toBeVisible();
  await picture(visitor, "check");
  await check(Buffer.concat([file, Buffer.from(" ")]));
  await expect(visitor.getByRole("heading", { name: "Deze brief kennen wij niet" })).toBeVisible();
});

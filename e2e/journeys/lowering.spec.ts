import { addDays, dayOf } from "../../lib/dates";
import { expectAccessible } from "../accessible";
import { expect, type SignedIn, test } from "../fixtures";
import { picture } from "../picture";
import { aFiling, decide, propose, takeUp } from "../prepared";

const WHY = "De begeleiding van statushouder 2 is niet begonnen.";
const RESPONSE = "Zij was ziek en begint volgende maand.";

/** A grant of two trajectories, and its two officials. */
async function aGrant(employer: SignedIn, reviewer: SignedIn, decider: SignedIn): Promise<string> {
  const { id } = await aFiling(employer, { tracks: ["general", "general"] });
  await takeUp(reviewer, id);
  await propose(reviewer, id, ["1", "2"]);
  await decide(decider, id);
  return id;
}

test("[J-143] an employer is heard before their grant is lowered, and the response survives an ended session", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, endSession, signedInAgain }) => {
  const employer = await anEmployer();
  const [official, decider] = [await anOfficial(["reviewer"]), await anOfficial(["decider"])];
  const id = await aGrant(employer, official, decider);
  const { page: reviewer } = official;

  await reviewer.goto(`/cases/${id}`);
  await reviewer.getByRole("link", { name: "Subsidie verlagen of intrekken" }).click();
  await expect(reviewer).toHaveURL(`/cases/${id}/intend-lowering`);
  await reviewer.getByRole("checkbox", { name: "Traject 2" }).uncheck();
  await reviewer.getByLabel("De activiteiten gingen niet of niet helemaal door").check();
  await reviewer.getByLabel("Uitleg aan de werkgever").fill(WHY);
  await picture(reviewer, "intend");
  await expectAccessible(reviewer);
  await reviewer.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await expect(
    reviewer.getByRole("heading", { name: "Wij zijn van plan uw subsidie te verlagen" }),
  ).toBeVisible();
  await expect(reviewer.getByText("De subsidie zou vervallen voor statushouder 2.")).toBeVisible();
  await picture(reviewer, "preview");
  await expectAccessible(reviewer);
  await reviewer.getByRole("button", { name: "Verstuur aan de werkgever" }).click();
  await expect(reviewer.getByText(/De werkgever kan reageren tot en met/).first()).toBeVisible();
  await expect(reviewer.getByRole("link", { name: "Verlaging voorstellen" })).toHaveCount(0);
  await reviewer.goto(`/cases/${id}/lower`);
  await expect(reviewer).toHaveURL(`/cases/${id}`);

  const { page } = employer;
  await page.goto(`/applications/${id}`);
  await expect(
    page.getByText("Wij zijn van plan uw subsidie te verlagen of in te trekken.").first(),
  ).toBeVisible();
  await picture(page, "status");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Lees waarom en reageer" }).click();
  await expect(page.getByText(WHY)).toBeVisible();
  await picture(page, "respond");
  await expectAccessible(page);
  await endSession(employer);
  await page.getByLabel("Wat wilt u ons vertellen?").fill(RESPONSE);
  await page.getByRole("button", { name: "Reactie versturen" }).click();
  await expect(page.getByRole("heading", { name: "Inloggen" })).toBeVisible();
  await signedInAgain(employer);
  await page.goto(`/applications/${id}/respond`);
  await page.getByRole("link", { name: "Zet in het formulier wat ik typte" }).click();
  await expect(page.getByRole("textbox", { name: "Wat wilt u ons vertellen?" })).toHaveValue(RESPONSE);
  await page.getByRole("button", { name: "Reactie versturen" }).click();
  await expect(page.getByText("Wij hebben uw reactie ontvangen.")).toBeVisible();

  await reviewer.goto("/deadlines?soort=verlaging&van=mij");
  await expect(reviewer.getByText(/De werkgever is gehoord/)).toBeVisible();
  await reviewer.goto(`/cases/${id}`);
  await expect(reviewer.getByText(RESPONSE)).toBeVisible();
  await picture(reviewer, "case");
  await expectAccessible(reviewer);
  await reviewer.getByRole("link", { name: "Verlaging voorstellen" }).click();
  await reviewer.getByRole("checkbox", { name: "Traject 1" }).uncheck();
  await reviewer.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(reviewer.getByText(/De werkgever is gehoord over minder dan dit/).first()).toBeVisible();
  await reviewer.getByRole("checkbox", { name: "Traject 1" }).check();
  await picture(reviewer, "lower");
  await reviewer.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(reviewer.getByText(/stelt voor: verlagen van/)).toBeVisible();

  await decider.page.goto(`/cases/${id}/revision`);
  const letter = decider.page.getByRole("article", { name: "Besluit: wij verlagen uw subsidie" });
  await expect(letter.getByText(/Wij hebben uw reactie meegewogen/)).toBeVisible();
  await decider.page.getByRole("button", { name: "Bevestig de wijziging van het besluit" }).click();
  await expect(decider.page).toHaveURL(`/cases/${id}`);
  await page.goto(`/applications/${id}`);
  await expect(page.getByRole("heading", { name: /^Uw subsidie is verlaagd naar/ })).toBeVisible();
});

test("[J-143] an intended lowering is dropped, and one at the employer's request needs no hearing", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial }) => {
  const employer = await anEmployer();
  const [official, decider] = [await anOfficial(["reviewer"]), await anOfficial(["decider"])];
  const id = await aGrant(employer, official, decider);
  const { page: reviewer } = official;
  await reviewer.goto(`/cases/${id}/intend-lowering`);
  await reviewer.getByRole("checkbox", { name: "Traject 2" }).uncheck();
  await reviewer.getByLabel("De activiteiten gingen niet of niet helemaal door").check();
  await reviewer.getByLabel("Uitleg aan de werkgever").fill(WHY);
  await reviewer.getByRole("button", { name: "Bekijk wat de werkgever leest" }).click();
  await reviewer.getByRole("button", { name: "Verstuur aan de werkgever" }).click();
  await reviewer.getByRole("button", { name: "Van de verlaging afzien" }).click();
  await expect(reviewer.getByRole("link", { name: "Subsidie verlagen of intrekken" })).toBeVisible();
  await employer.page.goto(`/applications/${id}`);
  await expect(employer.page.getByText("Wij verlagen uw subsidie niet.", { exact: false })).toBeVisible();

  await reviewer.getByRole("link", { name: "Subsidie verlagen of intrekken" }).click();
  await reviewer.getByRole("link", { name: "Verlagen op verzoek van de werkgever" }).click();
  await expect(reviewer).toHaveURL(`/cases/${id}/lower/on-request`);
  await reviewer.getByRole("checkbox", { name: "Traject 2" }).uncheck();
  await reviewer.getByLabel("Uitleg aan de werkgever").fill("Statushouder 2 kreeg ander werk.");
  const fill = async (day: string) => {
    const [year = "", month = "", dayOfMonth = ""] = day.split("-");
    const asked = reviewer.getByRole("group", { name: "Op welke dag vroeg de werkgever hierom?" });
    await asked.getByLabel("Dag").fill(dayOfMonth);
    await asked.getByLabel("Maand").fill(month);
    await asked.getByLabel("Jaar").fill(year);
  };
  await fill(addDays(dayOf(new Date()), 3));
  await reviewer.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(reviewer.getByText(/Kies een dag vanaf het besluit van/).first()).toBeVisible();
  await picture(reviewer, "on-request");
  await expectAccessible(reviewer);
  await fill(dayOf(new Date()));
  await reviewer.getByRole("button", { name: "Stel dit voor" }).click();
  await expect(reviewer.getByText(/De werkgever vroeg hierom op/)).toBeVisible();
  await decider.page.goto(`/cases/${id}/revision`);
  await expect(decider.page.getByText(/U vroeg ons daar zelf om op/)).toBeVisible();
  await picture(decider.page, "revision");
});

import type { ErrorOut, KoaContextWithOIDC } from "oidc-provider";
import type { Assurance, StaffRole } from "@/lib/actor";
import type { Representation, TestEmployer, TestPerson } from "./people";

const ROLES: Record<StaffRole, string> = {
  reviewer: "beoordelaar",
  decider: "beslisser",
  budget_holder: "budgethouder",
  auditor: "controleur",
};

const LEVELS: Record<Assurance, string> = { loa2: "EH2", loa2plus: "EH2+", loa3: "EH3", loa4: "EH4" };

const TITLES: Record<TestPerson["kind"], string> = {
  employer: "Kies een werkgever",
  staff: "Kies een medewerker van het ministerie",
};

/** The people of one kind, each a button. */
export function chooserPage(kind: TestPerson["kind"], people: readonly TestPerson[]): string {
  const choices = people.map(
    (person) => `
      <li><button type="submit" name="person" value="${safe(person.id)}">
        <strong>${safe(person.name)}</strong> <span>${safe(aboutPerson(person))}</span>
      </button></li>`,
  );
  return page(
    TITLES[kind],
    `<p>Dit is een proefomgeving. Deze mensen bestaan niet en u heeft geen wachtwoord nodig.</p>
    <form method="post">
      <ul>${choices.join("")}</ul>
      <button type="submit" name="person" value="">Stoppen en terug naar het portaal</button>
    </form>`,
  );
}

/**
 * The choice of the represented organisation: a chain mandate is chosen at eHerkenning, before the portal knows of it.
 */
export function representationPage({ id, name, represents }: TestEmployer): string {
  const choices = represents.map(
    ({ kvkNumber = "", name: organisation }, at) => `
      <li><button type="submit" name="represented" value="${safe(kvkNumber)}">
        <strong>${safe(organisation)}</strong>
        <span>KvK-nummer ${safe(kvkNumber)}, ${at === 0 ? "uw eigen organisatie" : "ketenmachtiging"}</span>
      </button></li>`,
  );
  return page(
    "Namens welke organisatie logt u in?",
    `<p>U bent ${safe(name)}. U kiest er één. Voor een andere organisatie logt u later opnieuw in.</p>
    <form method="post">
      <input type="hidden" name="person" value="${safe(id)}">
      <ul>${choices.join("")}</ul>
    </form>`,
  );
}

export const tooLatePage = (): string =>
  page("Deze pagina is verlopen", "<p>Ga terug naar het portaal en log opnieuw in.</p>");

export function signedOutPage(ctx: KoaContextWithOIDC): void {
  ctx.type = "html";
  ctx.body = page("U bent uitgelogd", "<p>U kunt dit venster sluiten.</p>");
}

export function errorPage(ctx: KoaContextWithOIDC, { error, error_description = "" }: ErrorOut): void {
  ctx.type = "html";
  ctx.body = page(
    "Inloggen lukt niet",
    `<p>Ga terug naar het portaal en probeer het opnieuw.</p>
    <p lang="en"><code>${safe(error)}: ${safe(error_description)}</code></p>`,
  );
}

function aboutPerson(person: TestPerson): string {
  if (person.kind === "staff") {
    const roles = person.roles.map((role) => ROLES[role]).join(" en ");
    const tied = person.employers.map((number) => `, werkt ook bij de werkgever met KvK-nummer ${number}`);
    return `${roles}${tied.join("")}${person.hasSecondFactor ? "" : ", logt in zonder tweede stap"}`;
  }
  const { assurance, represents } = person;
  const [own, ...others] = represents;
  const means = own.kvkNumber
    ? `KvK-nummer ${own.kvkNumber}, eHerkenning ${LEVELS[assurance]}`
    : "uit een ander land, eIDAS";
  const names = others.map((other: Representation) => other.name).join(" en ");
  return [
    `${own.name}, ${means}`,
    ...(own.branch ? [`alleen voor vestiging ${own.branch}`] : []),
    ...(names ? [`gemachtigd door ${names}`] : []),
  ].join(", ");
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} - Proefaanmelding</title>
    <link rel="stylesheet" href="/style.css">
    <link rel="icon" href="data:,">
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${body}
    </main>
  </body>
</html>`;
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

import type { ErrorOut, KoaContextWithOIDC } from "oidc-provider";
import type { StaffRole } from "@/lib/actor";
import type { TestPerson } from "./people";

const ROLES: Record<StaffRole, string> = {
  reviewer: "beoordelaar",
  decider: "beslisser",
  budget_holder: "budgethouder",
  auditor: "controleur",
};

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
    const roles = person.claims.roles.map((role) => ROLES[role]).join(" en ");
    const [interest] = person.claims.employer_kvk;
    return interest ? `${roles}, werkt ook bij de werkgever met KvK-nummer ${interest}` : roles;
  }
  const { legal_name, kvk_number, loa, mandates } = person.claims;
  const own = `${legal_name}, KvK-nummer ${kvk_number}, eHerkenning ${loa}`;
  const others = mandates.map((mandate) => mandate.legal_name).join(" en ");
  return others ? `${own}, gemachtigd door ${others}` : own;
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

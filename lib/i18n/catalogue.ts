import applications from "./nl/applications.json";
import budget from "./nl/budget.json";
import checks from "./nl/checks.json";
import common from "./nl/common.json";
import draws from "./nl/draws.json";
import form from "./nl/form.json";
import home from "./nl/home.json";
import letters from "./nl/letters.json";
import mail from "./nl/mail.json";
import problems from "./nl/problems.json";
import signin from "./nl/signin.json";
import staff from "./nl/staff.json";

/** Every word on screen, a namespace per file. A second language adds a catalogue of the same shape. */
const nl = {
  applications,
  budget,
  checks,
  common,
  draws,
  form,
  home,
  letters,
  mail,
  problems,
  signin,
  staff,
};

export type Messages = typeof nl;
export type Namespace = keyof Messages;

export const DEFAULT_LOCALE = "nl";
export const CATALOGUES = { nl } satisfies Record<string, Messages>;
export type Locale = keyof typeof CATALOGUES;

declare module "next-intl" {
  interface AppConfig {
    Messages: Messages;
    Locale: Locale;
  }
}

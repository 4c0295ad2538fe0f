import enAbout from "./en/about.json";
import enAnswers from "./en/answers.json";
import enApplications from "./en/applications.json";
import enAudit from "./en/audit.json";
import enBudget from "./en/budget.json";
import enCaseAids from "./en/caseAids.json";
import enCeilings from "./en/ceilings.json";
import enChecks from "./en/checks.json";
import enCommon from "./en/common.json";
import enCompletion from "./en/completion.json";
import enCorrespondence from "./en/correspondence.json";
import enDeadlines from "./en/deadlines.json";
import enDecisions from "./en/decisions.json";
import enDocuments from "./en/documents.json";
import enDraws from "./en/draws.json";
import enEvaluation from "./en/evaluation.json";
import enForm from "./en/form.json";
import enHome from "./en/home.json";
import enInvariants from "./en/invariants.json";
import enMail from "./en/mail.json";
import enPersons from "./en/persons.json";
import enPrecheck from "./en/precheck.json";
import enProblems from "./en/problems.json";
import enPublication from "./en/publication.json";
import enReserve from "./en/reserve.json";
import enRevision from "./en/revision.json";
import enRoster from "./en/roster.json";
import enSchemes from "./en/schemes.json";
import enSignin from "./en/signin.json";
import enStaff from "./en/staff.json";
import enStateAid from "./en/state-aid.json";
import enStatus from "./en/status.json";
import enWindows from "./en/windows.json";
import enWorklist from "./en/worklist.json";
import enYear from "./en/year.json";
import type { Locale } from "./locale";
import about from "./nl/about.json";
import answers from "./nl/answers.json";
import applications from "./nl/applications.json";
import audit from "./nl/audit.json";
import budget from "./nl/budget.json";
import caseAids from "./nl/caseAids.json";
import ceilings from "./nl/ceilings.json";
import checks from "./nl/checks.json";
import common from "./nl/common.json";
import completion from "./nl/completion.json";
import completionLetter from "./nl/completionLetter.json";
import correspondence from "./nl/correspondence.json";
import deadlines from "./nl/deadlines.json";
import decisions from "./nl/decisions.json";
import documents from "./nl/documents.json";
import draws from "./nl/draws.json";
import evaluation from "./nl/evaluation.json";
import form from "./nl/form.json";
import home from "./nl/home.json";
import invariants from "./nl/invariants.json";
import letters from "./nl/letters.json";
import mail from "./nl/mail.json";
import persons from "./nl/persons.json";
import precheck from "./nl/precheck.json";
import problems from "./nl/problems.json";
import publication from "./nl/publication.json";
import reserve from "./nl/reserve.json";
import revision from "./nl/revision.json";
import roster from "./nl/roster.json";
import schemes from "./nl/schemes.json";
import signin from "./nl/signin.json";
import staff from "./nl/staff.json";
import stateAid from "./nl/state-aid.json";
import status from "./nl/status.json";
import windows from "./nl/windows.json";
import worklist from "./nl/worklist.json";
import year from "./nl/year.json";

/** Every word on screen, a namespace per file. */
const nl = {
  about,
  answers,
  applications,
  audit,
  budget,
  caseAids,
  ceilings,
  checks,
  common,
  completion,
  completionLetter,
  documents,
  correspondence,
  deadlines,
  decisions,
  draws,
  evaluation,
  form,
  home,
  invariants,
  letters,
  mail,
  persons,
  precheck,
  problems,
  roster,
  reserve,
  publication,
  revision,
  schemes,
  signin,
  staff,
  stateAid,
  windows,
  worklist,
  status,
  year,
};

export type Messages = typeof nl;
export type Namespace = keyof Messages;

/** Official letters and decisions are Dutch whatever language is chosen. */
export const DUTCH_ONLY = { completionLetter, letters } satisfies Partial<Messages>;

const en = {
  ...DUTCH_ONLY,
  about: enAbout,
  answers: enAnswers,
  applications: enApplications,
  audit: enAudit,
  budget: enBudget,
  caseAids: enCaseAids,
  ceilings: enCeilings,
  checks: enChecks,
  common: enCommon,
  completion: enCompletion,
  documents: enDocuments,
  correspondence: enCorrespondence,
  deadlines: enDeadlines,
  decisions: enDecisions,
  draws: enDraws,
  evaluation: enEvaluation,
  form: enForm,
  home: enHome,
  invariants: enInvariants,
  mail: enMail,
  persons: enPersons,
  precheck: enPrecheck,
  problems: enProblems,
  roster: enRoster,
  publication: enPublication,
  reserve: enReserve,
  revision: enRevision,
  schemes: enSchemes,
  signin: enSignin,
  staff: enStaff,
  stateAid: enStateAid,
  windows: enWindows,
  worklist: enWorklist,
  status: enStatus,
  year: enYear,
} satisfies Messages;

export const CATALOGUES = { nl, "en-NL": en } satisfies Record<Locale, Messages>;

declare module "next-intl" {
  interface AppConfig {
    Messages: Messages;
    Locale: Locale;
  }
}

import type { StaffRole } from "../lib/actor";
import { dayOf, yearOf } from "../lib/dates";

export type Who = "visitor" | "employer" | StaffRole;

type Route = {
  /** A route in the notation of the folders of app. */
  path: string;
  /** The kinds of person who may see it; others are sent to sign in, or get the not-found page. */
  who: readonly Who[];
  /** The owner of its application, when it is about one. */
  of?: "draft" | "filed" | "asked" | "decided";
  /** A download instead of a page. */
  isDownload?: boolean;
};

const EVERYBODY = [
  "visitor",
  "employer",
  "reviewer",
  "decider",
  "budget_holder",
  "auditor",
] as const satisfies readonly Who[];
const EMPLOYER = ["employer"] as const;
const STAFF = ["reviewer", "decider", "budget_holder", "auditor"] as const;
const HANDLERS = ["reviewer", "decider", "auditor"] as const;

/** Every page and download of the portal with who may see it; without the endpoints under /api. */
export const ROUTES: readonly Route[] = [
  { path: "/", who: EVERYBODY },
  { path: "/budget", who: EVERYBODY },
  { path: "/open-data", who: EVERYBODY },
  { path: "/open-data/grants.csv", who: EVERYBODY, isDownload: true },
  { path: "/open-data/grants.json", who: EVERYBODY, isDownload: true },
  { path: "/open-data/budget.json", who: EVERYBODY, isDownload: true },
  { path: "/open-data/budget-schema.json", who: EVERYBODY, isDownload: true },
  { path: "/open-data/schema.json", who: EVERYBODY, isDownload: true },
  { path: "/schemes/[scheme]", who: EVERYBODY },
  { path: "/letter-check", who: EVERYBODY },
  { path: "/schemes/[scheme]/check", who: EVERYBODY },
  { path: "/schemes/[scheme]/check/result", who: EVERYBODY },
  { path: "/sign-in", who: EVERYBODY },
  { path: "/sign-in/no-kvk-number", who: EVERYBODY },
  { path: "/signed-out", who: EVERYBODY },
  { path: "/privacy", who: EVERYBODY },
  { path: "/toegankelijkheid", who: EVERYBODY },
  { path: "/status", who: EVERYBODY },
  { path: "/status/result", who: EVERYBODY },
  { path: "/organisation", who: EMPLOYER },
  { path: "/organisation/level", who: EMPLOYER },
  { path: "/sessions", who: ["employer", ...STAFF] },
  { path: "/applications", who: EMPLOYER },
  { path: "/applications/new", who: EMPLOYER },
  { path: "/applications/[id]", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/company", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/state-aid", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/bank", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/declarations", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/documents", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/documents/[document]/download", who: EMPLOYER, of: "filed", isDownload: true },
  { path: "/applications/[id]/trajectories/[key]", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/trajectories/[key]/remove", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/invite", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/check", who: EMPLOYER, of: "draft" },
  { path: "/applications/[id]/receipt", who: EMPLOYER, of: "filed" },
  { path: "/applications/[id]/receipt.pdf", who: EMPLOYER, of: "filed", isDownload: true },
  { path: "/applications/[id]/sent.pdf", who: EMPLOYER, of: "filed", isDownload: true },
  { path: "/applications/[id]/questions.pdf", who: EMPLOYER, of: "filed", isDownload: true },
  { path: "/applications/[id]/withdraw", who: EMPLOYER, of: "filed" },
  { path: "/applications/[id]/default-notice", who: EMPLOYER, of: "filed" },
  { path: "/applications/[id]/respond", who: EMPLOYER, of: "filed" },
  { path: "/applications/[id]/decision.pdf", who: EMPLOYER, of: "decided", isDownload: true },
  {
    path: "/applications/[id]/letters/[key]/letter.pdf",
    who: EMPLOYER,
    of: "decided",
    isDownload: true,
  },
  { path: "/budget/changes", who: ["budget_holder", "auditor"] },
  { path: "/budget/lines/[line]/[year]", who: STAFF },
  { path: "/budget/lines/[line]/[year]/amount", who: ["budget_holder"] },
  { path: "/budget/lines/[line]/[year]/release", who: ["budget_holder"] },
  { path: "/budget/lines/[line]/[year]/resolution", who: ["budget_holder"] },
  { path: "/budget/lines/[line]/[year]/transfer", who: ["budget_holder"] },
  { path: "/budget/windows", who: ["budget_holder", "auditor"] },
  { path: "/budget/windows/new", who: ["budget_holder"] },
  { path: "/budget/windows/[id]", who: ["budget_holder"] },
  { path: "/audit/invariants", who: ["auditor"] },
  { path: "/applications/[id]/questions", who: EMPLOYER, of: "filed" },
  { path: "/applications/[id]/contact", who: EMPLOYER, of: "filed" },
  { path: "/messages", who: EMPLOYER },
  { path: "/messages/[id]", who: EMPLOYER, of: "asked" },
  { path: "/messages/[id]/letter.pdf", who: EMPLOYER, of: "asked", isDownload: true },
  { path: "/applications/[id]/completion", who: EMPLOYER, of: "asked" },
  { path: "/applications/[id]/completion/[part]", who: EMPLOYER, of: "asked" },
  { path: "/applications/[id]/completion/reply/[number]", who: EMPLOYER, of: "asked" },
  { path: "/anchors", who: EVERYBODY },
  { path: "/anchors/download", who: EVERYBODY, isDownload: true },
  { path: "/audit", who: ["auditor"] },
  { path: "/audit/events/[id]", who: ["auditor"] },
  { path: "/audit/chain", who: ["auditor"] },
  { path: "/audit/heads/download", who: ["auditor"], isDownload: true },
  { path: "/deadlines", who: STAFF },
  { path: "/deadlines/equated-days", who: STAFF },
  { path: "/budget/commitments", who: ["budget_holder", "auditor"] },
  { path: "/reserve-list/refuse", who: ["decider"] },
  { path: "/reserve-list", who: STAFF },
  { path: "/draws", who: ["budget_holder", "auditor"] },
  { path: "/draws/[id]", who: EVERYBODY },
  { path: "/draws/[id]/record.json", who: EVERYBODY, isDownload: true },
  { path: "/year", who: ["budget_holder", "auditor"] },
  { path: "/evaluation", who: ["budget_holder", "auditor"] },
  { path: "/evaluation/counts.csv", who: ["budget_holder", "auditor"], isDownload: true },
  { path: "/exports", who: [...HANDLERS, "budget_holder"] },
  { path: "/cases", who: HANDLERS },
  { path: "/cases/bulk-grant", who: ["decider"] },
  { path: "/cases/own-employer", who: HANDLERS },
  { path: "/cases/workload", who: HANDLERS },
  { path: "/cases/[id]", who: HANDLERS, of: "filed" },
  { path: "/cases/[id]/persons", who: HANDLERS, of: "filed" },
  { path: "/cases/[id]/questions", who: HANDLERS, of: "filed" },
  { path: "/cases/[id]/completion", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/completion/letter", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/completion/preview", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/documents/[document]/download", who: HANDLERS, of: "filed", isDownload: true },
  { path: "/cases/[id]/propose", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/intend-refusal", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/intend-refusal/preview", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/delay", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/delay/preview", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/suspension", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/suspension/preview", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/default-notice", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/default-notice/preview", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/not-treat", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/intend-lowering", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/intend-lowering/preview", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/lower", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/lower/on-request", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/objection", who: ["reviewer"], of: "filed" },
  { path: "/cases/[id]/decide", who: ["decider"], of: "filed" },
  { path: "/cases/[id]/decide/part", who: ["decider"], of: "filed" },
  { path: "/cases/[id]/decide/reserve", who: ["decider"], of: "filed" },
  { path: "/cases/[id]/revision", who: ["decider"], of: "filed" },
  { path: "/cases/[id]/decide/letter.pdf", who: ["decider"], of: "filed", isDownload: true },
  { path: "/cases/[id]/letters/[key]/letter.pdf", who: HANDLERS, of: "decided", isDownload: true },
];

export const PROTECTED = ROUTES.filter(({ who }) => !who.includes("visitor"));

/** The address of a route: with these ids, and the werkgeverssubsidie where a scheme is needed. */
export const addressOf = ({ path }: Route, { id, key }: { id: string; key: string }): string =>
  path
    .replace("[scheme]", "werkgeverssubsidie")
    .replace("[line]", "werkgeverssubsidie")
    .replace("[year]", String(yearOf(dayOf(new Date()))))
    .replace("[id]", id)
    .replace("[key]", key)
    .replace("[document]", key)
    .replace("[part]", "bank")
    .replace("[number]", "1");

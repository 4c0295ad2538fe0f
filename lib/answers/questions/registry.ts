import type { Scheme } from "@/lib/vocabulary/scheme";
import type { SchemeQuestions } from "./definition";
import { type Fields, fieldsOf, type Questions } from "./question";
import { startbaan } from "./startbaan";
import { werkgeverssubsidie } from "./werkgeverssubsidie";

/** What each scheme asks about a statushouder. A scheme that asks nothing does not compile. */
const SCHEME_QUESTIONS = { werkgeverssubsidie, startbaan } satisfies Record<Scheme, SchemeQuestions>;

type Groups = { [S in Scheme]: (typeof SCHEME_QUESTIONS)[S]["groups"] }[Scheme];
type KeysOfEach<T> = T extends unknown ? keyof T : never;
export type TrajectoryGroup = KeysOfEach<Groups>;

/** Name of any question about a statushouder. */
export type TrajectoryQuestion = KeysOfEach<
  Groups extends infer G ? (G extends unknown ? G[keyof G] : never) : never
>;
export const questionsOfScheme = (scheme: Scheme): SchemeQuestions => SCHEME_QUESTIONS[scheme];

/** The questions about one statushouder under a scheme, in the groups of the page. */
export const trajectoryGroups = (scheme: Scheme): [TrajectoryGroup, Questions][] =>
  Object.entries(SCHEME_QUESTIONS[scheme].groups) as [TrajectoryGroup, Questions][];

/** Every question about one statushouder under a scheme, with what the server keeps, in the order of the page. */
export const trajectoryTable = (scheme: Scheme): Questions =>
  Object.assign({}, ...trajectoryGroups(scheme).map(([, questions]) => questions));

/** What is asked about one statushouder under a scheme, in the order of its page. */
export const trajectoryFields = (scheme: Scheme): Fields => fieldsOf(trajectoryTable(scheme));

/** Names of the questions on a trajectory's page, from top to bottom; the number is asked after the name. */
export const trajectoryQuestions = (scheme: Scheme): string[] =>
  Object.keys(trajectoryFields(scheme)).flatMap((name) =>
    name === "pseudonym" ? [name, "personNumber"] : [name],
  );

/** Everything that any scheme asks about a statushouder. */
export const EVERY_TRAJECTORY_QUESTION: Questions = Object.assign(
  {},
  ...(Object.keys(SCHEME_QUESTIONS) as Scheme[]).map(trajectoryTable),
);

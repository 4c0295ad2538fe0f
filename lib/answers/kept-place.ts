import type { Part } from "./draft";

/** The form in which answers were typed: a part of a draft, or a form about an application that was sent. */
export type KeptPlace = Part | `form:${string}`;

export const QUESTION_PLACE = "form:question";
export const RESPONSE_PLACE = "form:response";
export const CONTACTS_PLACE = "form:contacts";
/** One part of the answer to one request to complete, and own words about one of its points. */
export const completionPlace = (requestId: string, part: Part): KeptPlace =>
  `form:completion:${requestId}:${part}`;
export const replyPlace = (requestId: string, key: string): KeptPlace => `form:reply:${requestId}:${key}`;

const COMPLETION = /^form:completion:[^:]+:(.+)$/;

/** The part whose questions a place shows; undefined for a form with other questions. */
export function partAt(place: KeptPlace): Part | undefined {
  if (!place.startsWith("form:")) return place as Part;
  return COMPLETION.exec(place)?.[1] as Part | undefined;
}

/** Whether a place is about an application that was sent. */
export const isOfFiled = (place: KeptPlace): boolean => place.startsWith("form:");

/** Whether answers in this place may be kept after a time-out: accounts and declarations never are. */
export function isKeepable(place: KeptPlace): boolean {
  const part = partAt(place);
  return part !== "bank" && part !== "declarations";
}

/**
 * Formal messages of the ministry about one application. Each is placed once, never changes, and its key is its subject
 * (the version of the application that it belongs to). Questions are not among them.
 */
export const MESSAGE_KINDS = [
  "receipt",
  "completion_request",
  "intended_refusal",
  "intended_lowering",
  "delay_notice",
  "default_notice",
  "reserve",
  "suspension",
  "resumption",
  "wait_question",
  "decision",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** The page with the full text of a message, and its file; a request to complete is a letter of its own. */
export function placeOf(message: { id: string; kind: MessageKind; applicationId: string }) {
  const application = `/applications/${message.applicationId}`;
  switch (message.kind) {
    case "receipt":
      return { page: `${application}/receipt`, file: `${application}/receipt.pdf` };
    case "decision":
      return { page: application, file: `${application}/decision.pdf` };
    case "completion_request":
      return { page: `${application}/completion`, file: `/messages/${message.id}/letter.pdf` };
    case "intended_refusal":
    case "intended_lowering":
    case "delay_notice":
    case "default_notice":
    case "reserve":
    case "suspension":
    case "resumption":
    case "wait_question":
      return { page: application, file: `/messages/${message.id}/letter.pdf` };
  }
}

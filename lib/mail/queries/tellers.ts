import "server-only";
import type { MailKind } from "@/lib/outbox/mail-job";
import { tellCompletionRequest } from "./tell-completion-request";
import { tellDecision } from "./tell-decision";
import { tellDefaultNotice } from "./tell-default-notice";
import { tellDelay } from "./tell-delay";
import { tellIntendedLowering, tellLoweringDropped } from "./tell-intended-lowering";
import { tellIntendedRefusal } from "./tell-intended-refusal";
import { tellInvitation } from "./tell-invitation";
import { tellQuestion } from "./tell-question";
import { tellReceipt } from "./tell-receipt";
import { tellReminder } from "./tell-reminder";
import { tellReserve } from "./tell-reserve";
import type { Teller } from "./teller";

/** Who knows what to tell, per kind of mail. */
export const TELLERS: Readonly<Record<MailKind, Teller>> = {
  receipt: tellReceipt,
  decision: tellDecision,
  completion_request: tellCompletionRequest,
  intended_refusal: tellIntendedRefusal,
  intended_lowering: tellIntendedLowering,
  lowering_dropped: tellLoweringDropped,
  invitation: tellInvitation,
  reminder: tellReminder,
  question: tellQuestion,
  reserve: tellReserve,
  delay_notice: tellDelay,
  default_notice: tellDefaultNotice,
};

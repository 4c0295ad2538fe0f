import "server-only";
import type { Tx } from "@/db/client";
import { isLetterJob, type MailJob, type NoticeKind } from "@/lib/outbox/mail-job";
import { tellContactsChanged } from "./tell-contacts-changed";
import { tellInvitation } from "./tell-invitation";
import { tellLetter } from "./tell-letter";
import { tellLoweringDropped } from "./tell-lowering-dropped";
import { tellQuestion } from "./tell-question";
import { tellReceipt } from "./tell-receipt";
import { tellReminder } from "./tell-reminder";
import type { Teller, Told } from "./teller";

const NOTICES: Readonly<Record<NoticeKind, Teller>> = {
  receipt: tellReceipt,
  question: tellQuestion,
  contacts_changed: tellContactsChanged,
  invitation: tellInvitation,
  reminder: tellReminder,
  lowering_dropped: tellLoweringDropped,
};

/** The mail of a job of any kind at the moment of sending; undefined when it is no longer needed. */
export const tell = (tx: Tx, job: MailJob): Promise<Told | undefined> =>
  isLetterJob(job) ? tellLetter(tx, job) : NOTICES[job.kind as NoticeKind](tx, job);

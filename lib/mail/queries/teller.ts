import "server-only";
import type { Tx } from "@/db/client";
import type { MailFacts } from "@/lib/mail/message";
import type { MailJob } from "@/lib/outbox/mail-job";

/** The addressees and content of a mail; each address gets it once. */
export type Told = { to: readonly string[]; facts: Omit<MailFacts, "kind" | "locale"> };

/**
 * Reads, as the system, the mail of a job of one kind at the moment of sending. Undefined when it is no longer needed;
 * throws NotFound when its subject does not exist.
 */
export type Teller = (tx: Tx, job: MailJob) => Promise<Told | undefined>;

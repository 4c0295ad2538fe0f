import "server-only";
import type { Tx } from "@/db/client";
import type { MailFacts } from "@/lib/mail/message";
import type { MailJob } from "@/lib/outbox/mail-job";

/** To whom a job is told and what; each address gets it once. */
export type Told = { to: readonly string[]; facts: Omit<MailFacts, "kind" | "locale"> };

/**
 * Reads, as the system, what a job of one kind comes down to at the moment of sending. Undefined when there is
 * nothing to tell any more; throws NotFound when what it is about does not exist.
 */
export type Teller = (tx: Tx, job: MailJob) => Promise<Told | undefined>;

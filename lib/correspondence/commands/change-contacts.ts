import "server-only";
import { asActor } from "@/db/client";
import { newId } from "@/db/new-id";
import { contactChanges } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { forgetKept } from "@/lib/answers/commands/forget-answers";
import { CONTACTS_PLACE } from "@/lib/answers/kept-place";
import { differences } from "@/lib/answers/questions/question";
import { lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import { CONTACT_FIELDS, contactsIn } from "@/lib/correspondence/contacts";
import { currentContacts } from "@/lib/correspondence/queries/current-contacts";
import type { RawSection } from "@/lib/form-state";
import { count, type TooMany } from "@/lib/limits/commands/count";
import { enqueueMail } from "@/lib/outbox/commands/enqueue";
import { seal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";

export type ContactsRefusal = { reason: "not-filed" } | TooMany;

/**
 * Replaces the contact persons of a filed application; mail goes to them from then on, and the filed answers do not
 * change. Old and new addresses get a mail, so that nobody diverts mail unseen. Repeating it changes nothing. Throws
 * NotFound.
 */
export async function changeContacts(
  actor: Employer,
  input: { applicationId: string; contacts: RawSection },
): Promise<Result<{ changed: boolean }, ContactsRefusal>> {
  demandLevel(actor, "contacts.change");
  const counted = await count("contacts-person", actor.personId);
  if (!counted.ok) return counted;
  return asActor(actor, async (tx) => {
    const application = await lockOwnApplication(tx, input.applicationId, actor.organisationId);
    if (application.state === "draft") return refuse({ reason: "not-filed" });
    await forgetKept(tx, actor, application.id, CONTACTS_PLACE);
    const contacts = contactsIn(input.contacts);
    const before = await currentContacts(tx, application);
    const changed = differences(CONTACT_FIELDS, contacts, before);
    if (changed.length === 0) return ok({ changed: false });
    const id = await newId(tx);
    await tx.insert(contactChanges).values({
      id,
      applicationId: application.id,
      organisationId: application.organisationId,
      contacts: await seal(contacts, `contact_changes.contacts:${id}`),
      changedBy: actor.personId,
    });
    await enqueueMail(tx, { kind: "contacts_changed", applicationId: application.id, about: id });
    await recordEvent(tx, actor, {
      type: "contacts.change",
      stream: `application:${application.id}`,
      organisationId: application.organisationId,
      applicationId: application.id,
      payload: { fields: changed },
    });
    return ok({ changed: true });
  });
}

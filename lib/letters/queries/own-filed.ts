import "server-only";
import { readAs } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { ownApplication } from "@/lib/applications/queries/own-application";
import type { FiledApplication } from "@/lib/letters/filed";
import { readFiled } from "./read-filed";

/** A filed application of the actor's organisation as letters tell it; undefined for a draft, and for someone else's. */
export function ownFiled(actor: Employer, id: string): Promise<FiledApplication | undefined> {
  return readAs(actor, async (tx) => ((await ownApplication(tx, actor, id)) ? readFiled(tx, id) : undefined));
}

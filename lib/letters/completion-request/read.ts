import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, completionRequests } from "@/db/schema";
import type { StoredDraft } from "@/lib/answers/draft";
import { NotFound } from "@/lib/errors";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import type { LetterDefinition } from "../definition";
import { type CompletionRequest, completionLetter, completionMail } from "./letter";

export const completionRequest: LetterDefinition<CompletionRequest> = {
  async find(tx, { id }, about) {
    const [request] = await tx
      .select()
      .from(completionRequests)
      .where(
        and(
          eq(completionRequests.applicationId, id),
          eq(completionRequests.applicationVersion, Number(about)),
        ),
      );
    if (!request) throw new NotFound(`request ${about} to complete ${id}`);
    return { content: request, writtenOn: request.askedOn };
  },
  compose: async (tx, application, written) => ({
    letter: completionLetter(application, written, await trajectoryKeys(tx, application.id)),
  }),
  mail: completionMail,
};

async function trajectoryKeys(tx: Tx, id: string): Promise<string[]> {
  const [row] = await tx
    .select({ answers: applications.answers })
    .from(applications)
    .where(eq(applications.id, id));
  const { trajectories } = await unseal<StoredDraft>(row?.answers ?? "", answersOfApplication(id));
  return trajectories.map(({ key }) => key);
}

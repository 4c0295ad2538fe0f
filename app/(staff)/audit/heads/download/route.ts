import { recordLooking } from "@/lib/audit/commands/record-looking";
import { openingOf, rootOf } from "@/lib/audit/heads";
import { databaseClock, headsAt } from "@/lib/audit/queries/read-heads";
import { VERIFIER } from "@/lib/audit/queries/verify-chain";
import { requireStaff } from "@/lib/auth/session";

/** The heads of all streams at this moment, as a file for an auditor to keep outside the portal. */
export async function GET(): Promise<Response> {
  const actor = await requireStaff("auditor");
  const at = await databaseClock(actor);
  await recordLooking(actor, "audit.export", { at });
  const name = `event-heads-${at.slice(0, 19).replaceAll(":", "")}.txt`;
  async function* lines() {
    const root = rootOf();
    yield openingOf({ at });
    for await (const heads of headsAt(VERIFIER, at)) yield root.add(heads);
    yield `${JSON.stringify(root.end())}\n`;
  }
  const pages = lines();
  const content = new ReadableStream<string>({
    async pull(controller) {
      const { value, done } = await pages.next();
      return done ? controller.close() : controller.enqueue(value);
    },
  });
  return new Response(content.pipeThrough(new TextEncoderStream()), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

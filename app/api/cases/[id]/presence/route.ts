import * as z from "zod";
import { watchingActor } from "@/lib/auth/session";
import { stayAtCase } from "@/lib/cases/commands/visit-case";

const id = z.uuid();

/** Called by an open case page: records that it is open, and gives who else has it open and whether it changed. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await watchingActor();
  const asked = id.safeParse((await params).id);
  if (actor.kind === "visitor") return new Response(null, { status: 401 });
  if (actor.kind !== "staff" || !asked.success) return new Response(null, { status: 404 });
  const { others, hasChanged } = await stayAtCase(actor, asked.data);
  const people = others.map(({ name, since }) => ({ name, since: since.toISOString() }));
  return Response.json({ others: people, hasChanged }, { headers: { "Cache-Control": "no-store" } });
}

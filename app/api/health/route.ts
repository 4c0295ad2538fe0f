import { databaseAnswers } from "@/lib/health/queries/database-answers";

export const dynamic = "force-dynamic";

/** For a load balancer: 200 when requests can be served, 503 when the database does not answer. */
export async function GET(): Promise<Response> {
  const healthy = await databaseAnswers();
  return Response.json(
    { status: healthy ? "ok" : "unavailable" },
    {
      status: healthy ? 200 : 503,
      headers: { "Cache-Control": "no-store", ...(!healthy && { "Retry-After": "5" }) },
    },
  );
}

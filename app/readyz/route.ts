import { readiness } from "@/lib/health/queries/readiness";

export const dynamic = "force-dynamic";

/** For a load balancer: 200 when requests can be served, 503 with what is missing when they cannot. */
export async function GET(): Promise<Response> {
  const checks = await readiness();
  const ready = Object.values(checks).every(Boolean);
  return Response.json(
    { status: ready ? "ready" : "not ready", ...checks },
    {
      status: ready ? 200 : 503,
      headers: { "Cache-Control": "no-store", ...(!ready && { "Retry-After": "5" }) },
    },
  );
}

import { listAnchors } from "@/lib/audit/queries/list-anchors";

/** Every anchor as JSON, the newest first. */
export async function GET(): Promise<Response> {
  const anchors = await listAnchors();
  return Response.json(anchors, {
    headers: { "Content-Disposition": 'attachment; filename="anchors.json"', "Cache-Control": "no-store" },
  });
}

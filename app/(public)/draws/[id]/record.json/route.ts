import { openRecord } from "../open-record";

type Context = { params: Promise<{ id: string }> };

/** The record as a file for `verify-draw.mjs`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const record = await openRecord(params);
  return Response.json(record, {
    headers: { "Content-Disposition": 'attachment; filename="record.json"', "Cache-Control": "no-store" },
  });
}

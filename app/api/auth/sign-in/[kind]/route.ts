import { safeNext } from "@/lib/auth/destination";
import { askProvider } from "@/lib/auth/oidc-client";
import { isPersonKind } from "@/lib/auth/person-kind";

import { env } from "@/lib/env";
import { mayChange } from "@/lib/security/origin";

type Context = { params: Promise<{ kind: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { kind } = await params;
  if (!isPersonKind(kind)) return new Response(null, { status: 404 });
  if (!mayChange(request, env().APP_URL)) return new Response(null, { status: 403 });
  const form = await request.formData();
  return askProvider(kind, safeNext(form.get("next")));
}

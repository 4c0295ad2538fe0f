import { safeNext } from "@/lib/auth/destination";
import { askProvider } from "@/lib/auth/oidc-client";
import { isPersonKind } from "@/lib/auth/person-kind";
import { problemPath } from "@/lib/auth/sign-in-problem";
import { env } from "@/lib/env";
import { count } from "@/lib/limits/commands/count";
import { networkOf } from "@/lib/limits/network";
import { mayChange } from "@/lib/security/origin";

type Context = { params: Promise<{ kind: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { kind } = await params;
  if (!isPersonKind(kind)) return new Response(null, { status: 404 });
  if (!mayChange(request, env().APP_URL)) return new Response(null, { status: 403 });
  const form = await request.formData();
  const next = safeNext(form.get("next"));
  const counted = await count("sign-in-address", networkOf(request.headers.get("x-forwarded-for")));
  if (!counted.ok) return Response.redirect(new URL(problemPath("too-often", next), env().APP_URL), 303);
  return askProvider(kind, next);
}

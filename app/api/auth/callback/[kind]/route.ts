import type { NextRequest } from "next/server";
import { endSession } from "@/lib/auth/commands/end-session";
import { hearProvider } from "@/lib/auth/oidc-client";
import { isPersonKind } from "@/lib/auth/person-kind";
import { sessionToken } from "@/lib/auth/session-cookie";
import { problemOfProvider, problemPath } from "@/lib/auth/sign-in-problem";
import { env } from "@/lib/env";

type Context = { params: Promise<{ kind: string }> };

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { kind } = await params;
  if (!isPersonKind(kind)) return new Response(null, { status: 404 });
  const error = request.nextUrl.searchParams.get("error");
  if (error) return Response.redirect(new URL(problemPath(problemOfProvider(error)), env().APP_URL), 303);

  const previous = await sessionToken();
  const answer = await hearProvider(kind, request);
  if (previous && isAboutSomebody(answer)) await endSession(previous);
  return answer;
}

/** Accepted or refused, a person has identified themselves, so the earlier session of this browser ends. */
function isAboutSomebody(answer: Response): boolean {
  const location = new URL(answer.headers.get("location") ?? "", env().APP_URL);
  return location.searchParams.get("problem") !== "failed";
}

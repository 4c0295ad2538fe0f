import type { KoaContextWithOIDC } from "oidc-provider";

type Next = () => Promise<void>;
const SESSION_COOKIE = /(?:^|;)\s*_session(?:\.sig)?=[^;]*/g;

/** Keeps no session: each sign-in asks for a person, also in a browser that signed in before. */
export async function askEachTime(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  if (ctx.path === "/auth" || ctx.path.startsWith("/auth/")) {
    ctx.req.headers.cookie = ctx.req.headers.cookie?.replace(SESSION_COOKIE, "");
  }
  await next();
}

/** Signing out at the portal also signs out here, without a second question. */
export async function endWithoutAsking(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  await next();
  const session = ctx.method === "GET" && ctx.path === "/session/end" ? ctx.oidc?.session : undefined;
  const back = session?.state?.postLogoutRedirectUri;
  if (typeof back !== "string") return;
  await session?.destroy();
  ctx.status = 303;
  ctx.redirect(back);
}

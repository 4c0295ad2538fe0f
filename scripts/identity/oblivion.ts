import type { KoaContextWithOIDC } from "oidc-provider";

type Next = () => Promise<void>;
const SESSION_COOKIE = /(?:^|;)\s*_session(?:\.sig)?=[^;]*/g;

/** Nobody is remembered: each sign-in asks again who it is, also in a browser that signed in before. */
export async function askEachTime(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  if (ctx.path === "/auth" || ctx.path.startsWith("/auth/")) {
    ctx.req.headers.cookie = ctx.req.headers.cookie?.replace(SESSION_COOKIE, "");
  }
  await next();
}

/** Who signs out at the portal is signed out here as well, without a second question. */
export async function endWithoutAsking(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  await next();
  const session = ctx.method === "GET" && ctx.path === "/session/end" ? ctx.oidc?.session : undefined;
  const back = session?.state?.postLogoutRedirectUri;
  if (typeof back !== "string") return;
  await session?.destroy();
  ctx.status = 303;
  ctx.redirect(back);
}

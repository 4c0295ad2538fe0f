import { existsSync } from "node:fs";
import { env } from "@/lib/env";
import { securityTxt } from "@/lib/security/security-txt";
import { ownerProblem } from "./environment";
import { startServer } from "./server/start-server";
import { explain, Trouble } from "./start/trouble";

const isDevelopment = process.argv.includes("--dev");

/** Serves the built portal, as the database role that owns nothing. */
async function main(): Promise<void> {
  const problem = ownerProblem(process.env);
  if (problem) throw new Trouble(problem);
  if (!isDevelopment && !existsSync(".next/BUILD_ID"))
    throw new Trouble("The app is not built: run npm run build first.");
  const { APP_URL, APP_SECRET, PORT, EMPLOYER_OIDC_ISSUER, STAFF_OIDC_ISSUER, ...read } = env();
  const contact = read.SECURITY_CONTACT ?? `mailto:${read.SUPPORT_EMAIL}`;
  const reporting = { appUrl: APP_URL, contact, policy: read.SECURITY_POLICY };
  const isProduction = read.PORTAL_MODE === "production";
  Object.assign(process.env, {
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXTAUTH_URL: APP_URL,
    NEXTAUTH_SECRET: APP_SECRET,
  });
  await startServer({
    port: PORT,
    host: process.env.HOST ?? (isProduction ? "0.0.0.0" : "127.0.0.1"),
    places: read.DATABASE_POOL * 3,
    noticeMs: isProduction ? 5_000 : 0,
    securityTxt: () => securityTxt(reporting, new Date()),
    site: { appUrl: APP_URL, issuers: [EMPLOYER_OIDC_ISSUER, STAFF_OIDC_ISSUER], development: isDevelopment },
  });
}

main().catch((error) => {
  console.error(explain(error));
  process.exit(1);
});

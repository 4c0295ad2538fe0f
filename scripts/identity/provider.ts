import { createServer } from "node:http";
import Provider from "oidc-provider";
import { environment, isProduction } from "../environment";
import { chooser } from "./chooser";
import { configuration } from "./configuration";
import { identityKeys } from "./keys";
import { askEachTime, endWithoutAsking } from "./no-sessions";

if (isProduction(process.env)) {
  stop("The local identity provider lets anyone sign in as anyone, so it does not run in production.");
}

const env = environment(process.env);
const port = Number(env.IDENTITY_PORT);
/** Behind a proxy its public address differs from the one it listens on. */
const provider = new Provider(env.EMPLOYER_OIDC_ISSUER ?? "", configuration(env, await identityKeys()));
provider.proxy = env.EMPLOYER_OIDC_ISSUER?.startsWith("https:") ?? false;
provider.use(askEachTime);
provider.use(endWithoutAsking);

const choose = chooser(provider, env);
const serve = provider.callback();
const server = createServer(async (request, response) => {
  protect((name, value) => response.setHeader(name, value));
  try {
    if (!(await choose(request, response))) await serve(request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
});

server.once("error", (error: NodeJS.ErrnoException) => {
  stop(
    error.code === "EADDRINUSE"
      ? `Port ${port} is in use by another program; choose another with IDENTITY_PORT.`
      : `The local identity provider cannot listen on port ${port} (${error.code}).`,
  );
});
server.listen(port, env.IDENTITY_HOST ?? "127.0.0.1", () => console.log("identity ready"));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}

/** The form's redirect leads back to the portal, which browsers count as a destination of the form. */
function protect(set: (name: string, value: string) => void): void {
  const policy = `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${env.APP_URL}; base-uri 'none'; frame-ancestors 'none'`;
  set("content-security-policy", policy);
  set("x-content-type-options", "nosniff");
  set("referrer-policy", "no-referrer");
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { errors, type Provider } from "oidc-provider";
import type { Environment } from "../environment";
import { kindOf } from "./configuration";
import { chooserPage, tooLatePage } from "./pages";
import { PEOPLE } from "./people";

const STYLE = readFileSync(new URL("style.css", import.meta.url));
const LONGEST_FORM = 1_000;

/** The pages on which a test person is chosen; false when the request is for the provider itself. */
export function chooser(provider: Provider, env: Environment) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url ?? "/";
    if (path === "/style.css") {
      response.writeHead(200, { "content-type": "text/css; charset=utf-8" }).end(STYLE);
      return true;
    }
    if (!path.startsWith("/choose/")) return false;
    try {
      const { params } = await provider.interactionDetails(request, response);
      const people = PEOPLE.filter(({ kind }) => kind === kindOf(params.client_id, env));
      if (request.method === "POST") {
        const wanted = new URLSearchParams(await formOf(request)).get("person");
        const person = people.find(({ id }) => id === wanted);
        const result = person
          ? { login: { accountId: person.sub, remember: false } }
          : { error: "access_denied", error_description: "nobody was chosen" };
        await provider.interactionFinished(request, response, result);
      } else {
        respond(response, 200, chooserPage(kindOf(params.client_id, env), people));
      }
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      respond(response, 400, tooLatePage());
    }
    return true;
  };
}

function respond(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
    .end(html);
}

async function formOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) return "";
  }
  return text;
}

import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { errors, type Provider } from "oidc-provider";
import type { Environment } from "../environment";
import { signInOf } from "./claims";
import { kindOf } from "./configuration";
import { chooserPage, representationPage, tooLatePage } from "./pages";
import { accountIdOf, PEOPLE, type TestPerson } from "./people";

const STYLE = readFileSync(new URL("style.css", import.meta.url));
const LONGEST_FORM = 1_000;

/**
 * The pages on which a test person, and the organisation they represent, is chosen; false when the request is for the
 * provider itself.
 */
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
        const form = new URLSearchParams(await formOf(request));
        const person = people.find(({ id }) => id === form.get("person"));
        if (person?.kind === "employer" && person.represents.length > 1 && !form.has("represented"))
          return respond(response, 200, representationPage(person));
        await provider.interactionFinished(request, response, resultOf(person, form.get("represented")));
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

function resultOf(person: TestPerson | undefined, kvkNumber: string | null) {
  if (!person) return { error: "access_denied", error_description: "nobody was chosen" };
  const represented =
    person.kind === "employer"
      ? (person.represents.find((one) => one.kvkNumber === kvkNumber) ?? person.represents[0])
      : undefined;
  const accountId = accountIdOf({ person, represented });
  return { login: { accountId, remember: false, ...signInOf(person) } };
}

/** Answers the request: true. */
function respond(response: ServerResponse, status: number, html: string): true {
  response
    .writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
    .end(html);
  return true;
}

async function formOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) return "";
  }
  return text;
}

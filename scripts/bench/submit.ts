import { Agent, request } from "node:http";
import type postgres from "postgres";
import { cookieSettings } from "@/lib/security/cookie-settings";
import type { Environment } from "../environment";
import { atOnce, type Run } from "./at-once";
import type { Ready } from "./stage";

const AT_ONCE = 32;
const BOUNDARY = "bench-form-data";
const HIDDEN = /<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?\/?>/g;

export type Form = [name: string, value: string][];

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

type Answer = { status: number; location: string; body: string };

function send(env: Environment, ready: Ready, body?: string): Promise<Answer> {
  const { nameOf } = cookieSettings(env.APP_URL ?? "");
  const headers = {
    cookie: `${nameOf("session")}=${ready.token}`,
    ...(body !== undefined && {
      origin: env.APP_URL,
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
    }),
  };
  const address = `${env.APP_URL}/applications/${ready.applicationId}/check`;
  return new Promise((resolve, reject) => {
    const sent = request(
      address,
      { method: body === undefined ? "GET" : "POST", agent, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? "",
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The hidden fields that name the action of a page, read from its HTML as without JavaScript. */
export async function readForm(env: Environment, ready: Ready): Promise<Form> {
  const { status, body } = await send(env, ready);
  const forms = body
    .split("<form")
    .slice(1)
    .map((form) => form.slice(0, form.indexOf("</form>")));
  const form = forms.find((html) => html.includes('name="answersVersion"'));
  if (status !== 200 || !form) throw new Error(`The page to send from answered ${status} without its form.`);
  return [...form.matchAll(HIDDEN)].map(([, name = "", value = ""]) => [name, unescaped(value)]);
}

const unescaped = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Files each draft through the page's own action over HTTP. Throws when an answer is not its receipt. */
export function submitOverHttp(env: Environment, form: Form, drafts: readonly Ready[]): Promise<Run> {
  return atOnce(AT_ONCE, drafts, async (ready) => {
    const fields: Form = [...form, ["id", ready.applicationId], ["answersVersion", "8"]];
    const parts = fields.map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const { status, location } = await send(env, ready, `${parts.join("")}--${BOUNDARY}--\r\n`);
    if (status !== 303 || !location.endsWith("/receipt"))
      throw new Error(`A submit was answered ${status} ${location}`);
  });
}

/** Writes the rows of a filing with postgres.js, a transaction each, without any rules. */
export function submitStraight(sql: postgres.Sql, drafts: readonly Ready[]): Promise<Run> {
  return atOnce(AT_ONCE, drafts, (ready) =>
    sql.begin(async (tx) => {
      await tx`select set_config('app.kind', 'employer', true), set_config('app.organisation_id', ${ready.organisationId}, true),
        set_config('app.person_id', ${ready.personId}, true)`;
      const [row] = await tx<{ reference: string }[]>`
        update applications set state = 'submitted', version = 2, reference = 'bench-' || id, case_number = nextval('case_numbers'),
          iban_key = 'bench:' || id, requested_cents = 800000
        where id = ${ready.applicationId} returning reference`;
      await tx`insert into trajectories (application_id, number, organisation_id, scheme, track, person_key, requested_cents)
        values (${ready.applicationId}, 1, ${ready.organisationId}, 'werkgeverssubsidie', 'general', ${`bench:${ready.applicationId}`}, 800000)`;
      await tx`insert into events (stream, number, type, at, actor_kind, person_id, organisation_id, application_id,
          application_version, payload, previous_hash, hash)
        values (${`application:${ready.applicationId}`}, 0, 'application.submit', now(), 'employer', ${ready.personId},
          ${ready.organisationId}, ${ready.applicationId}, 2, ${tx.json({ reference: row?.reference ?? "", answersVersion: 8 })}, '', '')`;
    }),
  );
}

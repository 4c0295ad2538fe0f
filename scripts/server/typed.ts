import type { Typed } from "./own-page";

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** The fields of a plain form, to be given back; undefined when it was no form or cannot be read. */
export async function typedIn(body: Buffer | undefined, contentType: string): Promise<Typed | undefined> {
  if (!body || !FORM.test(contentType)) return undefined;
  const form = await new Response(new Uint8Array(body), { headers: { "Content-Type": contentType } })
    .formData()
    .catch(() => undefined);
  if (!form) return undefined;
  const fields: [string, string][] = [];
  let hadFiles = false;
  for (const [name, value] of form) {
    if (typeof value === "string") fields.push([name, value]);
    else hadFiles ||= value.size > 0;
  }
  return { fields, hadFiles };
}

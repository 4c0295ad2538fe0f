import type { APIResponse, Page } from "@playwright/test";

const baseURL = process.env.APP_URL ?? "http://127.0.0.1:3000";

/** One form of a page as a browser without scripts would send it, hidden fields included; `button` is its label. */
export async function plainForm(page: Page, path: string, button: string): Promise<FormData> {
  const html = await (await page.request.get(path)).text();
  const entries = await page.evaluate(
    ([text, label]) => {
      const { forms } = new DOMParser().parseFromString(text, "text/html");
      const form = [...forms].find(({ textContent }) => textContent?.includes(label));
      return form && [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
    },
    [html, button] as const,
  );
  if (!entries) throw new Error(`${path} has no form with a button "${button}"`);
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

/** Fills in a form by the names of its fields; a calendar day fills three parts. */
export function fillIn(form: FormData, answers: Record<string, string | readonly string[]>): void {
  for (const [name, answer] of Object.entries(answers)) {
    form.delete(name);
    if (form.has(`${name}-day`)) {
      const parts = String(answer).split("-");
      for (const [place, part] of ["year", "month", "day"].entries())
        form.set(`${name}-${part}`, parts[place] ?? "");
    } else for (const value of [answer].flat()) form.append(name, value);
  }
}

/** Sends a form from our own site, or with other `headers`; gives the answer without following it. */
export const post = (
  page: Page,
  path: string,
  form: FormData,
  headers: Record<string, string> = { origin: new URL(baseURL).origin },
): Promise<APIResponse> => page.request.post(path, { multipart: form, headers, maxRedirects: 0 });

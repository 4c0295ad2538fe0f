const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/gi;
const SCRIPT_LINK = /<link\b(?=[^>]*\b(?:as="script"|rel="modulepreload"))[^>]*>/gi;
const NONCE = / nonce="[^"]*"/g;
const SUMMARY = /<div class="error-summary"/;

/**
 * A page without its scripts: React escapes < in text and values, so no script begins anywhere else. Also does what a
 * script would after an error: the title begins with `errorPrefix`, and the error summary takes focus.
 */
export function withoutScripts(html: string, errorPrefix: string): string {
  const bare = html.replace(SCRIPT, "").replace(SCRIPT_LINK, "").replace(NONCE, "");
  if (!SUMMARY.test(bare)) return bare;
  return bare
    .replace(SUMMARY, '<div autofocus="" class="error-summary"')
    .replace(/<title>(?!\s*$)/, `<title>${errorPrefix} `);
}

/** The Link header without what only scripts need, and without a nonce; undefined when nothing is left. */
export function linksWithoutScripts(header: string | undefined): string | undefined {
  const kept = (header ?? "")
    .split(/,\s*(?=<)/)
    .filter((link) => link !== "" && !/;\s*as="?script"?|modulepreload/i.test(link))
    .map((link) => link.replace(/;\s*nonce="?[^";,]*"?/i, ""));
  return kept.length > 0 ? kept.join(", ") : undefined;
}

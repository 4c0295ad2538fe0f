export type Address = { path: string; query: URLSearchParams };

const UNWELCOME = /[\p{Cc}\\]/u;

/** Path and query of a request; undefined when it is malformed, such as a broken percent-encoding. */
export function readAddress(asked: string | undefined): Address | undefined {
  if (!asked?.startsWith("/") || asked.startsWith("//")) return undefined;
  const [path = "", query = ""] = split(asked);
  try {
    if (UNWELCOME.test(decodeURIComponent(path))) return undefined;
  } catch {
    return undefined;
  }
  return { path, query: new URLSearchParams(query) };
}

function split(asked: string): [string, string] {
  const mark = asked.indexOf("?");
  return mark < 0 ? [asked, ""] : [asked.slice(0, mark), asked.slice(mark + 1)];
}

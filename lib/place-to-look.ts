/**
 * The page on which someone sees what became of what they sent from this path: of the application or case itself, or
 * the page from which it was sent.
 */
export const placeToLook = (path: string): string =>
  /^(?:\/api)?(\/(?:applications|cases)\/[^/]+)/.exec(path)?.[1] ?? path;

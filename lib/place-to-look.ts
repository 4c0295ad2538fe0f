/** The page that shows the result of a form sent from this path: of the application or case, or the same page. */
export const placeToLook = (path: string): string =>
  /^(?:\/api)?(\/(?:applications|cases)\/[^/]+)/.exec(path)?.[1] ?? path;

/** Where a field stands in the page, by its name: what a link in the summary points at. */
export const fieldId = (name: string): string => `field-${name.replaceAll(".", "-")}`;

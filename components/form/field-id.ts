/** The id of a field in the page, by its name: the target of a link in the summary. */
export const fieldId = (name: string): string => `field-${name.replaceAll(".", "-")}`;

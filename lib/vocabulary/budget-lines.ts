/** Every line of the budget tree, a parent right before its children; each has its words in the catalogue. */
export const LINE_IDS = [
  "vjn-2025",
  "actieagenda",
  "werkgeverssubsidie",
  "werkgeverssubsidie-vrouwen",
  "startbanen",
  "startbaan-experimenten",
  "startbaan-experimenten-vrouwen",
  "taaleis",
] as const;
export type LineId = (typeof LINE_IDS)[number];

import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { charactersOf } from "./characters";
import { sfntOf } from "./woff";

const FOLDER = "node_modules/@fontsource/source-sans-3/files";
const SUBSETS = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic"];
const WEIGHTS = [400, 700];

/** The fonts of letters, shipped with the portal, and every character that they have. */
export function letterFonts(): { fonts: Buffer[]; characters: Set<number> } {
  const fonts = SUBSETS.flatMap((subset) =>
    WEIGHTS.map((weight) =>
      sfntOf(readFileSync(join(process.cwd(), FOLDER, `source-sans-3-${subset}-${weight}-normal.woff`))),
    ),
  );
  const characters = new Set(fonts.flatMap((font) => [...charactersOf(font)]));
  return { fonts, characters };
}

import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { charactersOf } from "./characters";

const FOLDER = "node_modules/@expo-google-fonts/source-sans-3";
const FILES = ["400Regular/SourceSans3_400Regular.ttf", "700Bold/SourceSans3_700Bold.ttf"];

/** The fonts of letters, shipped with the portal, and every character that they have. */
export function letterFonts(): { fonts: Buffer[]; characters: Set<number> } {
  const fonts = FILES.map((file) => readFileSync(join(process.cwd(), FOLDER, file)));
  const characters = new Set(fonts.flatMap((font) => [...charactersOf(font)]));
  return { fonts, characters };
}

import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { letterFonts } from "./fonts";
import { type Json, printable } from "./printable";

const TEMPLATES = "lib/letters";

type Press = { compiler: NodeCompiler; characters: ReadonlySet<number> };
let press: Press | undefined;

function started(): Press {
  const { fonts, characters } = letterFonts();
  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }), characters };
}

/**
 * Typesets data with a template as a tagged PDF (PDF/UA-1); fails when the result would not be accessible. Data are
 * passed as JSON, so that they are never read as markup; a character without a font becomes a replacement sign.
 */
export function renderPdf(template: string, data: Json): Buffer {
  press ??= started();
  const inputs = { data: JSON.stringify(printable(data, press.characters)) };
  const mainFileContent = readFileSync(join(process.cwd(), TEMPLATES, template), "utf8");
  const pdf = press.compiler.pdf({ mainFileContent, inputs }, { pdfStandard: "ua-1" });
  press.compiler.evictCache(10);
  return pdf;
}

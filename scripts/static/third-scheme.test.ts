import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { PIECES, THIRD, withThirdScheme } from "@/scripts/testing/third-scheme";
import { sourceFiles } from "./source-files";

const ROOT = resolve(import.meta.dirname, "../..");
const LONG = { timeout: 300_000 };

const isProduct = (path: string) => /\.tsx?$/.test(path) && !path.endsWith(".test.ts");
const namesSchemes = (path: string) =>
  /scheme|werkgeverssubsidie|startbaan/i.test(readFileSync(resolve(ROOT, path), "utf8"));
/** Every file that might be written for two schemes only. */
const concerned = ["app", "components", "db", "lib", "scripts"]
  .flatMap((folder) => sourceFiles(folder))
  .filter((path) => isProduct(path) && namesSchemes(path));

const { config } = ts.readConfigFile(resolve(ROOT, "tsconfig.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);

const parsed = new Map<string, ts.SourceFile | undefined>();
let last: ts.Program | undefined;
/** Other test files share this process. */
afterAll(() => {
  parsed.clear();
  last = undefined;
});

/** The product with these texts in place of its files; unchanged files are parsed once. */
function programWith(texts: ReadonlyMap<string, string>): ts.Program {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  const replaced = new Map([...texts].map(([path, text]) => [resolve(ROOT, path), text]));
  host.directoryExists = undefined;
  host.fileExists = (name) => replaced.has(name) || ts.sys.fileExists(name);
  host.getSourceFile = (name, target, ...rest) => {
    const text = replaced.get(name);
    const key = `${name} ${text ?? ""}`;
    if (!parsed.has(key))
      parsed.set(
        key,
        text === undefined ? read(name, target, ...rest) : ts.createSourceFile(name, text, target, true),
      );
    return parsed.get(key);
  };
  last = ts.createProgram({
    rootNames: ["next-env.d.ts", ...concerned, ...texts.keys()]
      .filter((path) => !path.endsWith(".json"))
      .map((path) => resolve(ROOT, path)),
    options: { ...options, incremental: false },
    host,
    oldProgram: last,
  });
  return last;
}

/** The type errors of one file. */
const errorsIn = (program: ts.Program, path: string): string[] =>
  program
    .getSemanticDiagnostics(program.getSourceFile(resolve(ROOT, path)))
    .map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);

test("a third scheme with all its pieces compiles wherever schemes are named", LONG, () => {
  const texts = withThirdScheme();
  const program = programWith(texts);
  const added = [...texts.keys()].filter((path) => path.endsWith(".ts"));
  expect([...new Set([...concerned, ...added])].flatMap((path) => errorsIn(program, path))).toEqual([]);
});

test.each(Object.entries(PIECES))(
  "a third scheme without its %s does not compile",
  LONG,
  (piece, { missedIn }) => {
    const program = programWith(withThirdScheme(piece));
    for (const path of missedIn) expect(errorsIn(program, path).join("\n"), path).toContain(THIRD);
  },
);

test("the files of the third scheme are those in the recipe for a scheme", () => {
  const recipes = readFileSync(resolve(ROOT, "docs/how-to-change.md"), "utf8").split(/^## /m);
  const [, recipe = ""] =
    recipes.find((text) => text.startsWith("A scheme"))?.split("compares its files with this list.") ?? [];
  const named = [...recipe.matchAll(/`((?:db|lib)\/[^`]+)`/g)].map(([, path = ""]) => path);
  const changed = [...withThirdScheme().keys()].map((path) => path.replaceAll(THIRD, "startbaan"));
  expect(named.sort()).toEqual(changed.sort());
});

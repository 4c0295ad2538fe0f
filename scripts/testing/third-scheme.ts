import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Plugin } from "vitest/config";

const ROOT = resolve(import.meta.dirname, "../..");

/** The third scheme: a copy of the werkgeverssubsidie with a line, a folder and words of its own. */
export const THIRD = "leerbaan";

type Edit = (text: string) => string;
/** One piece of a scheme: its changes to files, and the files in which the type check misses it. */
type Piece = { files: Readonly<Record<string, Edit>>; missedIn: readonly string[] };

const after =
  (anchor: string, added: string): Edit =>
  (text) => {
    if (!text.includes(anchor)) throw new RangeError(`nothing to add the third scheme after: ${anchor}`);
    return text.replace(anchor, anchor + added);
  };

const inTurn =
  (...edits: Edit[]): Edit =>
  (text) =>
    edits.reduce((result, edit) => edit(result), text);

/** The file of the werkgeverssubsidie at this path, under the name of the third scheme. */
const copyOf =
  (path: string): Edit =>
  () =>
    readFileSync(resolve(ROOT, path), "utf8").replaceAll("werkgeverssubsidie", THIRD);

const listed = (file: string): Edit =>
  inTurn(
    after(
      `import { startbaan } from "./startbaan${file}";`,
      `\nimport { ${THIRD} } from "./${THIRD}${file}";`,
    ),
    after("{ werkgeverssubsidie, startbaan", `, ${THIRD}`),
  );

type Words = { [key: string]: string | Words };

/** Copies the words of the werkgeverssubsidie in a catalogue for the third scheme, in the object at each path. */
const words =
  (...paths: string[]): Edit =>
  (text) => {
    const catalogue: Words = JSON.parse(text);
    for (const path of paths) {
      const steps = path.split(".").filter(Boolean);
      const place = steps.reduce((at, step) => at[step] as Words, catalogue);
      place[THIRD] = place.werkgeverssubsidie ?? "";
    }
    return JSON.stringify(catalogue);
  };

const folder = (to: string, from: string, files: readonly string[]): Record<string, Edit> =>
  Object.fromEntries(files.map((file) => [`${to}/${file}`, copyOf(`${from}/${file}`)]));

const translated = (language: "nl" | "en"): Record<string, Edit> => ({
  [`lib/i18n/${language}/schemes.json`]: words(""),
  [`lib/i18n/${language}/budget.json`]: words("names", "about"),
});

/** Everything that a scheme needs besides its id and its line in the reference data. */
export const PIECES: Readonly<Record<string, Piece>> = {
  "prefix of references": {
    files: { "lib/vocabulary/scheme.ts": after(`startbaan: "SB"`, `, ${THIRD}: "LB"`) },
    missedIn: ["lib/vocabulary/scheme.ts"],
  },
  folder: {
    files: {
      ...folder(`lib/schemes/${THIRD}`, "lib/schemes/werkgeverssubsidie", [
        "scheme.ts",
        "rules.ts",
        "checks.ts",
      ]),
      "lib/schemes/registry.ts": listed("/scheme"),
    },
    missedIn: ["lib/schemes/registry.ts"],
  },
  questions: {
    files: {
      [`lib/answers/questions/${THIRD}.ts`]: copyOf("lib/answers/questions/werkgeverssubsidie.ts"),
      "lib/answers/questions/registry.ts": listed(""),
    },
    missedIn: ["lib/answers/questions/registry.ts"],
  },
  "line of the budget": {
    files: { "lib/vocabulary/budget-lines.ts": after(`"startbaan-experimenten-vrouwen",`, ` "${THIRD}",`) },
    missedIn: [`lib/schemes/${THIRD}/scheme.ts`],
  },
  "words in Dutch": {
    files: { ...translated("nl"), "lib/i18n/nl/letters.json": words("decision.scheme") },
    missedIn: [
      "components/site/site-footer.tsx",
      "components/budget/ceiling-name.ts",
      "lib/letters/decision/letter.ts",
    ],
  },
  "words in English": { files: translated("en"), missedIn: ["lib/i18n/catalogue.ts"] },
  "amount in the demo": {
    files: { "db/reference/example.ts": after("const OF_SCHEMES = {", ` ${THIRD}: euros(500_000),`) },
    missedIn: ["db/reference/example.ts"],
  },
  "answers in tests": {
    files: {
      "db/testing/answers.ts": inTurn(
        after("  startbaan,\n", `  ${THIRD}: () => ({ culturePlan: PLAN, languagePlan: PLAN }),\n`),
        after(`startbaan: { classHoursPerWeek: "12" },`, ` ${THIRD}: { grantedBefore: "no" },`),
      ),
    },
    missedIn: ["db/testing/answers.ts"],
  },
};

const ID: Piece["files"] = {
  "lib/vocabulary/scheme.ts": after(`["werkgeverssubsidie", "startbaan"`, `, "${THIRD}"`),
};
const REFERENCE_LINE: Piece["files"] = {
  "db/reference/budget.ts": after(
    `line("startbanen", "vjn-2025", 2),`,
    ` line("${THIRD}", "startbanen", 2, { scheme: "${THIRD}" }),`,
  ),
};

/** Text of each file that the third scheme changes or adds, by path; without the omitted piece. */
export function withThirdScheme(leftOut?: string): Map<string, string> {
  const pieces = Object.entries(PIECES).flatMap(([name, { files }]) => (name === leftOut ? [] : [files]));
  const texts = new Map<string, string>();
  for (const files of [ID, REFERENCE_LINE, ...pieces])
    for (const [path, edit] of Object.entries(files)) texts.set(path, edit(texts.get(path) ?? present(path)));
  return texts;
}

function present(path: string): string {
  const file = resolve(ROOT, path);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

const TEST = "third-scheme.db.test.ts";
const MARK = "?third-scheme";

/** A Vite plugin that reads every module, however deep, with the third scheme in it. */
export function thirdSchemePlugin(): Plugin {
  let read: Map<string, string> | undefined;
  const texts = () => {
    read ??= withThirdScheme();
    return read;
  };
  const ours = (file: string) => file.startsWith(`${ROOT}/`) && !file.includes("/node_modules/");
  return {
    name: "third-scheme",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!importer?.endsWith(TEST) && !importer?.endsWith(MARK)) return;
      const from = importer.replace(MARK, "");
      const added = `${resolve(dirname(from), source)}.ts`;
      if (texts().has(relative(ROOT, added))) return added + MARK;
      const found = await this.resolve(source, from, { skipSelf: true });
      return found && !found.external && ours(found.id) ? found.id + MARK : found;
    },
    load(id) {
      if (!id.endsWith(MARK)) return;
      const file = id.slice(0, -MARK.length);
      const text = texts().get(relative(ROOT, file)) ?? readFileSync(file, "utf8");
      return file.endsWith(".json") ? `export default ${text}` : text;
    },
  };
}

import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { sourceFiles } from "./source-files";

type Row = { owns: string; imports: string[] };
type Floor = { floor: string; about: string; areas: Record<string, Row> };

/** The floors of lib from the ground up: the data of the import rules and of `docs/areas.md`. */
export const FLOORS: readonly Floor[] = JSON.parse(
  readFileSync(new URL("areas.json", import.meta.url), "utf8"),
);

export const AREAS: readonly ({ area: string; floor: string } & Row)[] = FLOORS.flatMap(({ floor, areas }) =>
  Object.entries(areas).map(([area, row]) => ({ area, floor, ...row })),
);

export const firstOf = (areas: Record<string, Row>): string => Object.keys(areas)[0] ?? "";

/** Which other areas each area imports. */
export type AreaGraph = ReadonlyMap<string, ReadonlySet<string>>;

const IMPORT = /\b(?:from|import)\s*\(?\s*"([^"]+)"/g;

/** The area of a file of lib; undefined for the kernel, which is the files directly in lib, and outside lib. */
const areaOf = (path: string): string | undefined => /^lib\/([^/]+)\//.exec(path)?.[1];

/** The imports among these files of lib, by area; type imports count, tests do not. */
export function areaGraph(texts: Iterable<readonly [path: string, text: string]>): AreaGraph {
  const graph = new Map<string, Set<string>>();
  for (const [path, text] of texts) {
    const area = areaOf(path);
    if (!area || /\.test\.tsx?$|\/testing\//.test(path)) continue;
    const imports = graph.get(area) ?? new Set();
    graph.set(area, imports);
    for (const [, target = ""] of text.matchAll(IMPORT)) {
      const other = areaOf(
        target.startsWith("@/") ? target.slice(2) : posix.join(posix.dirname(path), target),
      );
      if (other && other !== area) imports.add(other);
    }
  }
  return graph;
}

/** The graph of the project itself. */
export const projectGraph = (): AreaGraph =>
  areaGraph(
    sourceFiles("lib")
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => [path, readFileSync(path, "utf8")] as const),
  );

/** Areas that import each other in a circle, in order; undefined when there is none. */
export function circleIn(graph: AreaGraph): string[] | undefined {
  const done = new Set<string>();
  const follow = (area: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(area)) return [...path.slice(path.indexOf(area)), area];
    if (done.has(area)) return undefined;
    for (const other of graph.get(area) ?? []) {
      const circle = follow(other, [...path, area]);
      if (circle) return circle;
    }
    done.add(area);
    return undefined;
  };
  for (const area of graph.keys()) {
    const circle = follow(area, []);
    if (circle) return circle;
  }
  return undefined;
}

/** The table of `docs/areas.md`, with a heading for each floor, from the ground up. */
export const areasTable = (): string =>
  FLOORS.map(({ floor, about, areas }) =>
    [
      `### ${floor[0]?.toUpperCase()}${floor.slice(1)}`,
      "",
      about,
      "",
      "| Area | Owns | May import |",
      "|---|---|---|",
      ...Object.entries(areas).map(
        ([area, { owns, imports }]) =>
          `| \`${area}\` | ${owns} | ${imports.map((name) => `\`${name}\``).join(", ") || "—"} |`,
      ),
    ].join("\n"),
  ).join("\n\n");

/** The diagram of floors: every floor may import those below it; arrows within a floor are drawn one by one. */
export function areasDrawing(): string {
  const floors = FLOORS.toReversed();
  return [
    "```mermaid",
    "flowchart TB",
    ...floors.flatMap(({ floor, areas }) => [
      `  subgraph ${floor}`,
      ...Object.keys(areas).map((area) => `    ${area}`),
      ...Object.entries(areas).flatMap(([area, { imports }]) =>
        imports.filter((other) => other in areas).map((other) => `    ${area} --> ${other}`),
      ),
      "  end",
    ]),
    ...floors.slice(1).map(({ floor }, index) => `  ${floors[index]?.floor} ==> ${floor}`),
    "```",
  ].join("\n");
}

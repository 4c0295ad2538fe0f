import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AREAS, areaGraph, areasDrawing, areasTable, circleIn, FLOORS, projectGraph } from "./areas";

const PAGE = "docs/areas.md";
const graph = projectGraph();
const floorOf = (area: string) =>
  FLOORS.findIndex(({ floor }) => floor === AREAS.find((row) => row.area === area)?.floor);

test("every folder of lib is an area of the table, and every area is a folder", () => {
  const folders = readdirSync("lib", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(AREAS.map(({ area }) => area).sort()).toEqual(folders.map(({ name }) => name).sort());
});

test.each(AREAS)("$area imports what its row names, and nothing else", ({ area, imports }) => {
  expect([...(graph.get(area) ?? [])].sort()).toEqual(imports);
});

test.each(AREAS)("$area imports from its own floor or below", ({ area, imports }) => {
  expect(imports.filter((other) => floorOf(other) > floorOf(area))).toEqual([]);
});

test("no areas import each other in a circle, type imports counted", () => {
  expect(circleIn(graph)).toBeUndefined();
});

test("a planted circle of areas is found, also when one side imports a type only", () => {
  const planted = areaGraph([
    ["lib/first/rule.ts", 'import { second } from "@/lib/second/rule";'],
    ["lib/second/rule.ts", 'import { third } from "../third/rule";'],
    ["lib/third/rule.ts", 'import type { First } from "@/lib/first/rule";'],
  ]);
  expect(circleIn(planted)).toEqual(["first", "second", "third", "first"]);
});

test("a test may import any area", () => {
  const planted = areaGraph([
    ["lib/first/rule.ts", 'import { second } from "@/lib/second/rule";'],
    ["lib/second/rule.test.ts", 'import { first } from "@/lib/first/rule";'],
  ]);
  expect(circleIn(planted)).toBeUndefined();
});

test(`${PAGE} shows the areas of the import rules`, () => {
  const page = readFileSync(PAGE, "utf8");
  expect(page).toContain(areasDrawing());
  expect(page).toContain(areasTable());
});

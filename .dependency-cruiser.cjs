const FLOORS = require("./scripts/static/areas.json");

const TEST = "\\.test\\.tsx?$";
/** Code that reads or writes the database: commands, queries, and what reads the facts of a letter. */
const STATEFUL =
  "^lib/[^/]+/(commands|queries)/|^lib/(auth|audit)/|^lib/letters/(definition|registry|[^/]+/read)\\.ts$";
const IMPURE = `${STATEFUL}|^lib/(gateways|i18n|privacy)/|^lib/env\\.ts$|${TEST}`;
const FRAMEWORKS =
  "(^|/)node_modules/(@types/)?(react|react-dom|next|next-intl|next-auth|drizzle-orm|pg|postgres|server-only)/";

/** A type may be imported from anywhere: it brings no code along. */
const AT_RUN_TIME = { dependencyTypesNot: ["type-only"] };

const rule = (name, from, to) => ({ name, severity: "error", from, to });

const anyOf = (areas) => `^lib/(${areas.join("|")})/`;
const areasOf = (floors) => floors.flatMap(({ areas }) => Object.keys(areas));
const ALL_AREAS = areasOf(FLOORS);

/** Types count here: an area that names a type of another one depends on it. Tests may import any area. */
const BORDERS = [
  rule(
    "kernel-must-not-import-areas",
    { path: "^lib/[^/]+$", pathNot: TEST },
    { path: anyOf(ALL_AREAS.filter((area) => area !== "vocabulary")) },
  ),
  ...FLOORS.slice(0, -1).map(({ floor }, index) =>
    rule(
      `${floor}-must-not-import-higher-floors`,
      { path: anyOf(areasOf([FLOORS[index]])), pathNot: `${TEST}|/testing/` },
      { path: anyOf(areasOf(FLOORS.slice(index + 1))) },
    ),
  ),
  ...FLOORS.flatMap(({ areas }) =>
    Object.entries(areas).map(([area, { imports }]) =>
      rule(
        `${area}-must-not-import-areas-outside-its-row`,
        { path: `^lib/${area}/`, pathNot: `${TEST}|/testing/` },
        { path: anyOf(ALL_AREAS.filter((other) => other !== area && !imports.includes(other))) },
      ),
    ),
  ),
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...BORDERS,
    rule(
      "pure-code-must-not-import-frameworks",
      { path: "^lib/", pathNot: IMPURE },
      { path: `${FRAMEWORKS}|^lib/env\\.ts$` },
    ),
    rule(
      "pure-code-must-not-import-commands",
      { path: "^lib/", pathNot: IMPURE },
      { path: STATEFUL, ...AT_RUN_TIME },
    ),
    rule(
      "pure-code-must-not-import-node-modules",
      { path: "^lib/", pathNot: IMPURE },
      { dependencyTypes: ["core"], pathNot: "crypto" },
    ),
    rule(
      "pure-code-must-not-import-the-database",
      { path: "^lib/", pathNot: `${STATEFUL}|${TEST}` },
      { path: "^db/" },
    ),
    rule(
      "lib-must-not-import-screens",
      { path: "^lib/", pathNot: TEST },
      { path: "^(app|components|e2e|scripts)/" },
    ),
    rule(
      "components-must-not-import-commands",
      { path: "^components/" },
      { path: `^(app|db|scripts)/|${STATEFUL}|^lib/env\\.ts$`, ...AT_RUN_TIME },
    ),
    rule("app-must-not-import-the-database", { path: "^app/" }, { path: "^(db|scripts)/" }),
    rule(
      "db-must-not-import-commands",
      { path: "^db/", pathNot: `^db/testing/|${TEST}` },
      { path: `^(app|components|scripts)/|${STATEFUL}` },
    ),
    rule(
      "product-must-not-import-database-drivers",
      { path: "^(app|components|lib)/", pathNot: `^lib/outbox/|${TEST}` },
      { path: "(^|/)node_modules/(postgres|drizzle-orm/(postgres-js|node-postgres)|pg|pg-boss)/" },
    ),
    rule(
      "pool-must-not-use-postgres-js",
      { path: "^db/[^/]+$|^scripts/worker", pathNot: `^db/(migrate|queue)\\.ts$|${TEST}` },
      { path: "(^|/)node_modules/(postgres|drizzle-orm/postgres-js)/", ...AT_RUN_TIME },
    ),
    rule(
      "only-auth-may-import-next-auth",
      { pathNot: "^(lib/auth|app/api/auth)/" },
      { path: "(^|/)node_modules/next-auth/" },
    ),
    rule(
      "screens-must-not-import-dutch-formats",
      { path: "^(app|components)/|^lib/[^/]+/messages\\.ts$", pathNot: TEST },
      { path: "^lib/i18n/format\\.ts$", ...AT_RUN_TIME },
    ),
    rule(
      "product-must-not-import-tests",
      { path: "^(app|components|lib|db)/", pathNot: `^db/testing/|${TEST}` },
      { path: `${TEST}|^db/testing/|^e2e/` },
    ),
    rule(
      "files-must-not-import-in-a-circle",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule("imports-must-exist", {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|next-env\\.d\\.ts)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "require", "default"],
    },
  },
};

const TEST = "\\.test\\.tsx?$";
const KEEPERS =
  "^lib/[^/]+/(commands|queries)/|^lib/(auth|audit)/|^lib/letters/(definition|registry|[^/]+/read)\\.ts$";
const IMPURE = `${KEEPERS}|^lib/(gateways|i18n|privacy)/|^lib/env\\.ts$|${TEST}`;
const FRAMEWORKS =
  "(^|/)node_modules/(@types/)?(react|react-dom|next|next-intl|next-auth|drizzle-orm|postgres|server-only)/";

/** A type may be named from anywhere: it brings no code along. */
const IN_EARNEST = { dependencyTypesNot: ["type-only"] };

const rule = (name, from, to) => ({ name, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    rule("rules-are-pure", { path: "^lib/", pathNot: IMPURE }, { path: `${FRAMEWORKS}|^db/|^lib/env\\.ts$` }),
    rule("rules-call-no-keeper", { path: "^lib/", pathNot: IMPURE }, { path: KEEPERS, ...IN_EARNEST }),
    rule(
      "rules-read-no-machine",
      { path: "^lib/", pathNot: IMPURE },
      { dependencyTypes: ["core"], pathNot: "crypto" },
    ),
    rule(
      "lib-looks-at-no-screen",
      { path: "^lib/", pathNot: TEST },
      { path: "^(app|components|e2e|scripts)/" },
    ),
    rule(
      "components-take-props",
      { path: "^components/" },
      { path: `^(app|db|scripts)/|${KEEPERS}|^lib/env\\.ts$`, ...IN_EARNEST },
    ),
    rule("pages-go-through-commands", { path: "^app/" }, { path: "^(db|scripts)/" }),
    rule("database-has-keepers", { path: "^lib/", pathNot: `${KEEPERS}|${TEST}` }, { path: "^db/" }),
    rule(
      "database-knows-vocabulary",
      { path: "^db/", pathNot: `^db/testing/|${TEST}` },
      { path: `^(app|components|scripts)/|${KEEPERS}` },
    ),
    rule(
      "one-database-client",
      { path: "^(app|components|lib)/", pathNot: `^lib/outbox/|${TEST}` },
      { path: "(^|/)node_modules/(postgres|drizzle-orm/postgres-js|pg|pg-boss)/" },
    ),
    rule(
      "one-sign-in-module",
      { pathNot: "^(lib/auth|app/api/auth)/" },
      { path: "(^|/)node_modules/next-auth/" },
    ),
    rule(
      "screens-write-in-the-chosen-language",
      { path: "^(app|components)/|^lib/[^/]+/messages\\.ts$", pathNot: TEST },
      { path: "^lib/i18n/format\\.ts$", ...IN_EARNEST },
    ),
    rule(
      "tests-stay-tests",
      { path: "^(app|components|lib|db)/", pathNot: `^db/testing/|${TEST}` },
      { path: `${TEST}|^db/testing/|^e2e/` },
    ),
    rule("no-circles", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    rule("nothing-missing", {}, { couldNotResolve: true }),
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

import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { CATALOGUES } from "@/lib/i18n/catalogue";
import { formats } from "@/lib/i18n/format";
import { lateProblemOf } from "./messages";

const t = createTranslator({ locale: "nl", messages: CATALOGUES.nl, namespace: "problems" });

test.each<Parameters<typeof lateProblemOf>[0]>([
  { reason: "delay-not-later", dueOn: "2026-12-01" },
  { reason: "delay-too-long", latest: "2026-12-01" },
  { reason: "not-in-default", dueOn: "2026-12-01" },
  { reason: "received-later-than-today" },
  { reason: "decided-already" },
  { reason: "day-is-past" },
  { reason: "day-changes-nothing" },
  { reason: "day-known-already" },
  { reason: "day-unknown" },
  { reason: "not-yours-to-do" },
  { reason: "own-employer" },
])("$reason has a sentence", (refusal) => {
  const { code, values } = lateProblemOf(refusal);
  const said = t(code as Parameters<typeof t>[0], formats("nl").values(values ?? {}) as never);
  expect(said).toMatch(/^[A-Z].*\.$/);
  if (values?.day) expect(said).toContain("1 december 2026");
});

import { createRequire } from "node:module";
import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactNode } from "react";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { RawSection } from "@/lib/form-state";
import { NO_PROBLEMS } from "@/lib/form-state";
import common from "@/lib/i18n/nl/common.json";
import problems from "@/lib/i18n/nl/problems.json";
import { Checkbox } from "./checkbox";
import { CheckboxGroup } from "./checkbox-group";
import { DayField } from "./day-field";
import { RadioGroup } from "./radio-group";
import { ServerForm } from "./server-form";
import { SubmitButton } from "./submit-button";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

/** Required, not imported: react-dom comes without types of its own. */
const { renderToStaticMarkup }: { renderToStaticMarkup: (node: ReactNode) => string } = createRequire(
  import.meta.url,
)("react-dom/server");

const form = {
  name: { label: "Name", help: "As on the contract" },
  track: { label: "Track", options: { general: "General", women: "Women" } },
  measures: { label: "Measures", options: { a: "First", b: "Second" } },
  startsOn: { label: "First day" },
  plan: { label: "Plan" },
  truthful: { label: "All of this is true" },
};

/** The HTML that the server sends, before any JavaScript has run. */
function page(defaults: RawSection): string {
  const fields: ReactNode[] = [
    createElement(TextField, { key: 1, name: "name", autoComplete: "name" }),
    createElement(RadioGroup, { key: 2, name: "track", options: ["general", "women"] }),
    createElement(CheckboxGroup, { key: 3, name: "measures", options: ["a", "b"] }),
    createElement(DayField, { key: 4, name: "startsOn" }),
    createElement(TextArea, { key: 5, name: "plan" }),
    createElement(Checkbox, { key: 6, name: "truthful" }),
    createElement(SubmitButton, { key: 7 }, "Save"),
  ];
  const props = {
    schema: z.object({ name: z.string("required") }),
    action: async () => NO_PROBLEMS,
    defaults,
  };
  const words = {
    children: null,
    locale: "nl" as const,
    timeZone: "UTC",
    messages: { common, problems, form } as never,
  };
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, words, createElement(ServerForm, props, ...fields)),
  );
}

describe("a form as the server sends it", () => {
  const html = page({
    name: "Ada",
    track: "women",
    measures: ["b"],
    startsOn: "2026-02-01",
    plan: "Every week",
    truthful: "yes",
  });

  test("shows the typed answers, without JavaScript", () => {
    expect(html).toMatch(/<input[^>]*name="name"[^>]*value="Ada"/);
    expect(html).toMatch(/<textarea[^>]*name="plan"[^>]*>Every week</);
    expect(html).toMatch(/<input[^>]*name="startsOn-day"[^>]*value="1"/);
    expect(html).toMatch(/<input[^>]*name="startsOn-year"[^>]*value="2026"/);
  });

  test("shows the chosen answers, and no others", () => {
    const checked = [...html.matchAll(/<input[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => tag.includes("checked"));
    expect(checked.map((tag) => /value="([^"]*)"/.exec(tag)?.[1])).toEqual(["women", "b", "yes"]);
  });

  test("every field is named by its label and described by its help", () => {
    expect(html).toContain('for="field-name"');
    expect(html).toMatch(/aria-describedby="field-name-help"/);
    expect(html.match(/<legend/g)).toHaveLength(3);
  });

  test("has no summary and no inline style", () => {
    expect(html).not.toContain("error-summary");
    expect(html).not.toContain("style=");
  });
});

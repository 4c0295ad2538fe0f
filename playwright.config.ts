import { defineConfig } from "@playwright/test";
import { ZONE } from "./lib/day";
import { findBrowser } from "./scripts/browser";

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Pages live for seconds: code that the browser optimises is hardly used.
  "--js-flags=--no-opt --no-maglev",
];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true };

/**
 * Every spec runs on a desktop; those tagged @phone also at 320 px wide, those tagged @no-js also without scripts.
 * Those tagged @alone use the money of a whole scheme: they run one by one, after all others.
 */
export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: "test-results",
  use: {
    baseURL: process.env.APP_URL ?? "http://127.0.0.1:3000",
    locale: "nl-NL",
    timezoneId: ZONE,
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findBrowser(), args: [...QUIET, ...asRoot] },
  },
  projects: [
    { name: "desktop", grepInvert: /@alone/, use: desktop },
    { name: "phone", grep: /@phone/, use: phone },
    { name: "no-js", grep: /@no-js/, use: { javaScriptEnabled: false } },
    { name: "alone", grep: /@alone/, workers: 1, use: desktop },
    { name: "alone-no-js", grep: /@alone/, workers: 1, use: { ...phone, javaScriptEnabled: false } },
  ],
});

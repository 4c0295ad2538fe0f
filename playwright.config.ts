import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser";

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Every spec runs on a desktop; those tagged @phone also at 320 px wide, those tagged @no-js also without scripts. */
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
    timezoneId: "Europe/Amsterdam",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findBrowser(), args: [...QUIET, ...asRoot] },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 900 } } },
    { name: "phone", grep: /@phone/, use: { viewport: { width: 320, height: 640 }, hasTouch: true } },
    { name: "no-js", grep: /@no-js/, use: { javaScriptEnabled: false } },
  ],
});

import type { Page } from "@playwright/test";

/** From now on nothing that is posted to this address arrives, until what this gives is called. */
export async function holdPosts(page: Page, address: RegExp): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    if (route.request().method() === "POST") await held.promise;
    await route.continue();
  });
  return held.resolve;
}

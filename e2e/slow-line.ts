import type { Page } from "@playwright/test";

/** Holds back posts to this address until the returned function is called. */
export async function holdPosts(page: Page, address: RegExp): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    if (route.request().method() === "POST") await held.promise;
    await route.continue();
  });
  return held.resolve;
}

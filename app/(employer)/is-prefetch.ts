import { headers } from "next/headers";

/** Whether the browser only prefetches this page: then nobody has read it. */
export async function isPrefetch(): Promise<boolean> {
  const sent = await headers();
  return sent.has("next-router-prefetch") || /prefetch/i.test(sent.get("sec-purpose") ?? "");
}

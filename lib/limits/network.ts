const FIRST_GROUPS = 4;

/**
 * The part of an address that a client cannot change: all of IPv4, the first half of IPv6. `forwarded` is the header
 * X-Forwarded-For, of which only the last entry is from our own proxy.
 */
export function networkOf(forwarded: string | null): string {
  const address = forwarded?.split(",").at(-1)?.trim().toLowerCase() ?? "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped || !address.includes(":")) return mapped ?? address;
  const [head = "", tail] = address.split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const between = tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...between, ...after]
    .slice(0, FIRST_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

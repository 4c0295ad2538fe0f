import ipaddr from "ipaddr.js";

/** The first half of an IPv6 address; a client chooses the rest itself. */
const NETWORK_PARTS = 4;

/**
 * The part of an address that a client cannot change: all of IPv4, the first half of IPv6; "" for what is no address.
 * `forwarded` is the header X-Forwarded-For, of which only the last entry is from our own proxy.
 */
export function networkOf(forwarded: string | null): string {
  const typed = forwarded?.split(",").at(-1)?.trim() ?? "";
  if (!ipaddr.isValid(typed)) return "";
  const address = ipaddr.parse(typed);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().toString();
  return address.parts
    .slice(0, NETWORK_PARTS)
    .map((part) => part.toString(16))
    .join(":");
}

import { expect, test } from "vitest";
import { networkOf } from "./network";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["10.1.2.3, 203.0.113.7", "203.0.113.7"],
  ["2001:db8:0:12:aaaa:bbbb:cccc:dddd", "2001:db8:0:12"],
  ["2001:0DB8::1", "2001:db8:0:0"],
  ["2001:db8:0:12::5", "2001:db8:0:12"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["010.1.2.3x", ""],
  ["not an address", ""],
  [null, ""],
])("%s counts as %s", (forwarded, network) => expect(networkOf(forwarded)).toBe(network));

type Reporting = {
  appUrl: string;
  /** An address that starts with mailto: or https:. */
  contact: string;
  /** Web address of the terms of the body that runs the portal. */
  policy?: string | undefined;
};

export const SECURITY_TXT = "/.well-known/security.txt";
const VALID_MS = 90 * 24 * 60 * 60 * 1000;

/** Where to report a weakness (RFC 9116), valid for 90 days from `now`. */
export function securityTxt({ appUrl, contact, policy }: Reporting, now: Date): string {
  const expires = new Date(now.getTime() + VALID_MS);
  expires.setUTCHours(0, 0, 0, 0);
  const fields = [
    ["Contact", contact],
    ["Expires", expires.toISOString()],
    ["Preferred-Languages", "nl, en"],
    ...(appUrl.startsWith("https:") ? [["Canonical", `${appUrl}${SECURITY_TXT}`]] : []),
    ...(policy ? [["Policy", policy]] : []),
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join("");
}

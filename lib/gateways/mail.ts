import "server-only";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { type Env, env } from "@/lib/env";
import { OwnError } from "@/lib/errors";

export type Message = { to: string; subject: string; text: string; html: string; messageId: string };
/** "refused": the receiving server rejects this address permanently. */
export type Sent = "sent" | "refused";
export type Mailer = { send: (message: Message) => Promise<Sent>; close: () => void };

/** The server did not take a message. What it answered names the address, and stays behind. */
class NotSent extends OwnError {
  readonly code: string | undefined;
  readonly responseCode: number | undefined;

  constructor(error: unknown) {
    super("the mail server did not take a message");
    this.name = "NotSent";
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    this.code = code;
    this.responseCode = responseCode;
  }
}

type Settings = Pick<Env, "SMTP_URL" | "MAIL_FROM" | "APP_URL">;

/** The folder for mail when no server is configured. */
export const MAIL_FOLDER = ".data/mail";

/** Well below the nine seconds that a transaction may last. */
const TIMEOUTS = {
  connectionTimeout: 3_000,
  greetingTimeout: 3_000,
  dnsTimeout: 2_000,
  socketTimeout: 4_000,
};

/** Sends over SMTP_URL; without one, which only the demo allows, each message becomes a file. */
export function mailer({ SMTP_URL, MAIL_FROM, APP_URL }: Settings = env()): Mailer {
  const from = MAIL_FROM ?? `noreply@${new URL(APP_URL).hostname.replace(/^[\d.]+$/, "localhost")}`;
  return SMTP_URL ? overSmtp(SMTP_URL, from) : toFiles(from);
}

function overSmtp(url: string, from: string): Mailer {
  const transport = createTransport({ url, pool: true, ...TIMEOUTS });
  return {
    send: async (message) => {
      try {
        await transport.sendMail(withHead(message, from));
        return "sent";
      } catch (error) {
        if (isRefused(error)) return "refused";
        throw new NotSent(error);
      }
    },
    close: () => transport.close(),
  };
}

function toFiles(from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (message) => {
      const { message: content } = await transport.sendMail(withHead(message, from));
      await mkdir(MAIL_FOLDER, { recursive: true, mode: 0o700 });
      const name = message.messageId.replace(/@.*$/, "").replace(/[^\w-]/g, "");
      await writeFile(join(MAIL_FOLDER, `${name}.eml`), content as Buffer, { mode: 0o600 });
      return "sent";
    },
    close: () => transport.close(),
  };
}

/** Automatic replies would go to an address that nobody reads. */
const withHead = (message: Message, from: string): SendMailOptions => ({
  ...message,
  from,
  headers: { "Auto-Submitted": "auto-generated" },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** A permanent rejection of a recipient (RFC 5321 §4.2.1: 5yz); other failures may be temporary. */
function isRefused(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return code === "EENVELOPE" && responseCode !== undefined && responseCode >= 500;
}

import { createServer, type RequestListener, type Server, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { securityTxt } from "@/lib/security/security-txt";
import { portalHandler } from "../handler";

const open: Server[] = [];
/** Closes every server that a test has started. */
export function closeServers(): void {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}

type Settings = { places?: number; isEnding?: boolean; appUrl?: string };
type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };
export type Got = { status: number; headers: NodeJS.Dict<string | string[]>; text: string };

/** The server around this function as its app. */
export async function around(
  app: RequestListener,
  { places = 4, isEnding = false, appUrl = "http://portal.test" }: Settings = {},
) {
  const site = { appUrl, issuers: ["https://login.test/a"], development: false };
  const portal = portalHandler({
    app,
    site,
    places,
    securityTxt: () => securityTxt({ appUrl, contact: "mailto:veilig@portal.test" }, new Date()),
    isEnding: () => isEnding,
  });
  const server = createServer(portal.handle).listen(0, "127.0.0.1");
  open.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Got> =>
    new Promise((resolve, reject) => {
      const origin: Record<string, string> =
        method === "GET" || method === "HEAD" ? {} : { origin: site.appUrl };
      const asked = send({ port, path, method, headers: { ...origin, ...headers } }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece) => pieces.push(piece));
        answer.on("end", () => {
          const bytes = Buffer.concat(pieces);
          const text = (answer.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      });
      asked.on("error", reject);
      asked.end(body);
    });
  return { ask, port, learn: portal.learn };
}

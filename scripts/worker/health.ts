import { createServer } from "node:http";

/**
 * Health checks on `port`: `/livez` while the process runs, `/readyz` when `isReady` says so. Call the answer to close
 * it.
 */
export function healthServer(port: number, isReady: () => Promise<boolean>): () => void {
  const server = createServer(async (request, response) => {
    const isAsked = request.url === "/livez" || request.url === "/readyz";
    const isWell = request.url === "/livez" || (await isReady());
    response.writeHead(!isAsked ? 404 : isWell ? 200 : 503, { "Content-Type": "text/plain" });
    response.end(!isAsked ? "not found" : isWell ? "ok" : "not ready");
  });
  server.listen(port);
  return () => {
    server.close();
    server.closeIdleConnections();
  };
}

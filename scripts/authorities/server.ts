import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import * as z from "zod";
import { PERSON_CHECKS } from "@/lib/vocabulary/person-checks";
import { environment, isProduction } from "../environment";
import { answerAbout } from "./answers";

if (isProduction(process.env)) {
  console.error("The local authorities know made-up persons only, so they do not run in production.");
  process.exit(1);
}

const port = Number(environment(process.env).AUTHORITIES_PORT);
const asked = z.object({ number: z.string().regex(/^\d{9,10}$/) });

/** Answers as the service of AUTHORITIES_URL is expected to: `POST /permit-checks` and `/employment-checks`. */
const server = createServer(async (request, response) => {
  response.setHeader("content-type", "application/json");
  const path = new URL(request.url ?? "/", "http://authorities").pathname;
  if (path === "/health") return response.end("{}");
  const kind = PERSON_CHECKS.find((one) => path === `/${one}-checks`);
  if (!kind || request.method !== "POST") return response.writeHead(404).end("{}");
  const { data } = asked.safeParse(await json(request).catch(() => undefined));
  if (!data) return response.writeHead(400).end("{}");
  return response.end(JSON.stringify({ result: answerAbout(kind, data.number) }));
});

server.once("error", (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `Port ${port} is in use by another program; choose another with AUTHORITIES_PORT.`
      : `The local authorities cannot listen on port ${port} (${error.code}).`,
  );
  process.exit(1);
});
server.listen(port, "127.0.0.1");

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}

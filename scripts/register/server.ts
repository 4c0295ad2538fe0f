import { createServer } from "node:http";
import { environment, isProduction } from "../environment";
import { baseProfile, branchList } from "./companies";

if (isProduction(process.env)) {
  console.error("The local trade register knows made-up companies only, so it does not run in production.");
  process.exit(1);
}

const port = Number(environment(process.env).REGISTER_PORT);

/** Answers as the API Basisprofiel of KVK does; an unknown number gets the error of that API. */
const server = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  const path = new URL(request.url ?? "/", "http://register").pathname;
  if (path === "/health") return response.end("{}");
  const [, number = "", list] = /^\/api\/v1\/basisprofielen\/(\d{8})(\/vestigingen)?$/.exec(path) ?? [];
  const answer = list ? branchList(number) : baseProfile(number);
  if (answer) return response.end(JSON.stringify(answer));
  const omschrijving = "Product niet leverbaar: het KVK-nummer is niet gevonden.";
  return response.writeHead(404).end(JSON.stringify({ fout: [{ code: "IPD0005", omschrijving }] }));
});

server.once("error", (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `Port ${port} is in use by another program; choose another with REGISTER_PORT.`
      : `The local trade register cannot listen on port ${port} (${error.code}).`,
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

import { IncomingMessage, type RequestListener, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { type Answer, holdAnswer } from "./held-answer";

/** Replaces a request whose body has been read, or whose answer must have a body. */
export function withBody(
  request: IncomingMessage,
  body: Buffer,
  method: string | undefined = request.method,
): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  copy.method = method;
  copy.url = request.url;
  copy.httpVersion = request.httpVersion;
  copy.httpVersionMajor = request.httpVersionMajor;
  copy.httpVersionMinor = request.httpVersionMinor;
  copy.rawHeaders = request.rawHeaders;
  copy.headers = { ...request.headers, "content-length": String(body.length) };
  delete copy.headers["transfer-encoding"];
  copy.complete = true;
  if (body.length > 0) copy.push(body);
  copy.push(null);
  return copy;
}

/** Requests a page of the app with these headers only, and nothing of the client. */
export async function askApp(
  app: RequestListener,
  url: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  request.url = url;
  request.httpVersion = "1.1";
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = headers;
  request.complete = true;
  request.push(null);
  const response = new ServerResponse(request);
  const held = holdAnswer(response, () => true);
  await app(request, response);
  const answer = await held.answer;
  if (!answer) throw new Error(`the app did not answer for ${url}`);
  return answer;
}

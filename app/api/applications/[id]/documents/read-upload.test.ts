import { expect, test } from "vitest";
import { LARGEST_BYTES } from "@/lib/documents/document";
import { readUpload } from "./read-upload";

const MB = 1024 * 1024;
const MARK = "----mark";
const HEADERS = { "Content-Type": `multipart/form-data; boundary=${MARK}` };
const BEGINNING = `--${MARK}\r\nContent-Disposition: form-data; name="documentKind"\r\n\r\nbank_statement\r\n--${MARK}\r
Content-Disposition: form-data; name="documentFile"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;

/** An upload in chunks of a megabyte, and the state of its connection afterwards. */
function arriving(megabytes: number) {
  const seen = { pieces: 0, wasCutOff: false };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(BEGINNING)),
    pull: (controller) => {
      if (seen.pieces === megabytes) return controller.close();
      seen.pieces += 1;
      controller.enqueue(new Uint8Array(MB));
    },
    cancel: () => {
      seen.wasCutOff = true;
    },
  });
  const request = new Request("http://portal.test/", {
    method: "POST",
    headers: HEADERS,
    body,
    duplex: "half",
  } as RequestInit);
  return { request, seen };
}

test("a file that is too large is refused and read to its end, so that the connection serves the next request", async () => {
  const megabytes = LARGEST_BYTES / MB + 5;
  const { request, seen } = arriving(megabytes);
  expect(await readUpload(request)).toMatchObject({
    ok: false,
    refusal: { refusal: { reason: "document-too-large" }, fields: { documentKind: "bank_statement" } },
  });
  expect(seen).toEqual({ pieces: megabytes, wasCutOff: false });
});

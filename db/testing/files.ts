import { crc32, deflateSync } from "node:zlib";

/** Files for tests: valid ones, made here, and disguised ones. */

const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, "latin1"));
export const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === "string" ? text(part) : part))));

/** A page with one line of text; `padding` adds this many bytes. */
export function aPdf(line = "Bankafschrift", padding = 0): Uint8Array {
  const content = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = `%PDF-1.4\n%${"x".repeat(padding)}\n`;
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return text(`${body}xref\n0 6\n0000000000 65535 f \n${table}${trailer}`);
}

const number = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined(type, data);
  return joined(number(data.length), named, number(crc32(named)));
}

/** A grey picture. */
export function aPng(width = 4, height = 4): Uint8Array {
  const header = joined(number(width), number(height), Uint8Array.of(8, 0, 0, 0, 0));
  const rows = deflateSync(Buffer.alloc((width + 1) * Math.min(height, 64), 128));
  return joined(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk("IHDR", header),
    pngChunk("IDAT", rows),
    pngChunk("IEND", new Uint8Array()),
  );
}

/** One grey pixel, as a baseline JPEG. */
export const aJpeg = (): Uint8Array =>
  Uint8Array.from(
    Buffer.from(
      "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z",
      "base64",
    ),
  );

/** A ZIP that is empty but for its directory of one file. */
export function aZip(): Uint8Array {
  const entry = joined("PK\x01\x02", new Uint8Array(42), "a");
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  return joined(entry, end);
}

/** In two parts, so that no scanner stops at this file. */
export const eicar = (): Uint8Array =>
  text(["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""));

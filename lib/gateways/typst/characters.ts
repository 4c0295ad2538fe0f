import "server-only";

/** Every character (Unicode code point) that an OpenType font has a glyph for; reads its format 4 map. */
export function charactersOf(sfnt: Buffer): Set<number> {
  const map = unicodeMap(tableNamed(sfnt, "cmap"));
  const twice = map.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + twice, 16 + twice * 2, 16 + twice * 3] as const;
  const characters = new Set<number>();
  for (let i = 0; i < twice; i += 2) {
    const range = map.readUInt16BE(ranges + i);
    const start = map.readUInt16BE(starts + i);
    const end = map.readUInt16BE(ends + i);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code : map.readUInt16BE(ranges + i + range + (code - start) * 2);
      const mapped = glyph === 0 && range !== 0 ? 0 : (glyph + map.readUInt16BE(deltas + i)) & 0xffff;
      if (mapped !== 0) characters.add(code);
    }
  }
  return characters;
}

function tableNamed(sfnt: Buffer, name: string): Buffer {
  for (let entry = 12; entry < 12 + sfnt.readUInt16BE(4) * 16; entry += 16) {
    if (sfnt.toString("latin1", entry, entry + 4) !== name) continue;
    const offset = sfnt.readUInt32BE(entry + 8);
    return sfnt.subarray(offset, offset + sfnt.readUInt32BE(entry + 12));
  }
  throw new Error(`the font has no table ${name}`);
}

function unicodeMap(cmap: Buffer): Buffer {
  for (let entry = 4; entry < 4 + cmap.readUInt16BE(2) * 8; entry += 8) {
    const map = cmap.subarray(cmap.readUInt32BE(entry + 4));
    if (map.readUInt16BE(0) === 4) return map;
  }
  throw new Error("the font has no map of format 4");
}

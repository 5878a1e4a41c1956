import { readdirSync, readFileSync } from 'node:fs';

/**
 * The fonts of every document, and which characters they have. Nothing else is ever asked: no system font, no
 * substitute. See `fonts/README.md` for their origin and licence.
 */
const folder = new URL('./fonts/', import.meta.url);

export const readFonts = (): readonly Buffer[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .toSorted()
    .map((name) => readFileSync(new URL(name, folder)));

/** Every code point at least one of the fonts has a glyph for. */
export function coveredBy(fonts: readonly Buffer[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const font of fonts) for (const codePoint of codePointsOf(font)) covered.add(codePoint);
  return covered;
}

/** Reads the Unicode `cmap` of a TrueType font, formats 4 and 12 (OpenType 1.9, "cmap"). */
export function* codePointsOf(font: Buffer): Generator<number> {
  const cmap = tableOf(font, 'cmap');
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + 8 * at);
    const format = font.readUInt16BE(subtable);
    if (format === 4) yield* format4(font, subtable);
    if (format === 12) yield* format12(font, subtable);
  }
}

function tableOf(font: Buffer, tag: string): number {
  for (let at = 0; at < font.readUInt16BE(4); at += 1) {
    const entry = 12 + 16 * at;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function* format4(font: Buffer, start: number): Generator<number> {
  const doubled = font.readUInt16BE(start + 6);
  const [ends, starts] = [start + 14, start + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let at = 0; at < doubled; at += 2) {
    const first = font.readUInt16BE(starts + at);
    const offset = font.readUInt16BE(offsets + at);
    for (let code = first; code <= font.readUInt16BE(ends + at) && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? code : font.readUInt16BE(offsets + at + offset + 2 * (code - first));
      if (glyph !== 0 && ((glyph + font.readUInt16BE(deltas + at)) & 0xffff) !== 0) yield code;
    }
  }
}

function* format12(font: Buffer, start: number): Generator<number> {
  for (let at = 0; at < font.readUInt32BE(start + 12); at += 1) {
    const group = start + 16 + 12 * at;
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code += 1) yield code;
  }
}

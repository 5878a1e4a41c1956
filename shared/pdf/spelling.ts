import type { Bytes } from '../base/bytes.ts';
import type { PdfFile, PdfObject, PdfRevision } from './file.ts';
import { pdfLimits } from './limits.ts';
import { asCount, asDict, type PdfDict, type PdfValue } from './values.ts';

/**
 * How the office spells what it appends (`server/sealing/README.md`): every token in one way, one line end or one blank
 * between two. An increment that says the same in other bytes was not written by the office, so there is no white space
 * in which something could hide.
 */

/** The bytes of an appended revision as the office would have written it: same objects, same order, same values. */
export function spellRevision(file: PdfFile, revision: PdfRevision): Bytes {
  const parts: (string | Uint8Array)[] = [];
  let at = revision.start;
  const write = (part: string | Uint8Array): void => {
    parts.push(part);
    at += part.length;
  };
  const before = file.bytes[revision.start - 1];
  if (before !== 0x0a && before !== 0x0d) write('\n');
  const offsets = new Map<number, number>();
  for (const object of revision.objects.values()) {
    offsets.set(object.number, at);
    write(`${object.number} 0 obj\n`);
    spellObject(file, object).forEach(write);
    write('\nendobj\n');
  }
  const xrefAt = at;
  write(spellTable(offsets));
  write(`trailer\n${spellDict(file, withSize(file, revision))}\nstartxref\n${xrefAt}\n%%EOF\n`);
  return joined(parts, at - revision.start);
}

function spellObject(file: PdfFile, { value, stream }: PdfObject): readonly (string | Uint8Array)[] {
  if (!stream) return [spellValue(file, value)];
  const entries = [...(asDict(value)?.entries ?? [])].filter(([key]) => key !== 'Length');
  const rest = entries.map(([key, part]) => spellEntry(file, key, part)).join('');
  const data = file.bytes.subarray(stream.start, stream.end);
  return [`<<\n/Length ${data.length}${rest}>>\nstream\n`, data, '\nendstream'];
}

/** Runs of consecutive numbers, each entry of twenty bytes (ISO 32000-2, 7.5.4). */
function spellTable(offsets: ReadonlyMap<number, number>): string {
  const numbers = [...offsets.keys()].toSorted((a, b) => a - b);
  let text = 'xref\n';
  for (const [place, number] of numbers.entries()) {
    const isFirst = numbers[place - 1] !== number - 1;
    const length = numbers.slice(place).findIndex((each, by) => each !== number + by);
    if (isFirst) text += `${number} ${length === -1 ? numbers.length - place : length}\n`;
    text += `${String(offsets.get(number)).padStart(10, '0')} 00000 n\r\n`;
  }
  return text;
}

/** The trailer with the size it must have: no smaller than before, and one above the highest number. */
function withSize(file: PdfFile, { trailer, index, objects }: PdfRevision): PdfDict {
  const known = asCount(file.revisions[index - 1]?.trailer.entries.get('Size')) ?? 0;
  const size = [...objects.keys()].reduce((most, number) => Math.max(most, number + 1), known);
  const entries = new Map(trailer.entries);
  return { kind: 'dict', entries: entries.set('Size', { kind: 'number', value: size, isInteger: true }) };
}

function spellValue(file: PdfFile, value: PdfValue): string {
  if (value.kind === 'dict') return spellDict(file, value);
  if (value.kind === 'array') return `[${value.items.map((item) => spellValue(file, item)).join(' ')}]`;
  if (value.kind === 'ref') return `${value.number} 0 R`;
  if (value.kind === 'name') return `/${spellName(value.value)}`;
  if (value.kind === 'number') return spellNumber(value.value);
  if (value.kind === 'null') return 'null';
  if (value.kind === 'boolean') return String(value.value);
  return value.isHex ? `<${hexOf(value.value)}>` : `(${value.value.replaceAll(/[\\()]/g, '\\$&')})`;
}

const spellDict = (file: PdfFile, { entries }: PdfDict): string =>
  `<<\n${[...entries].map(([key, value]) => spellEntry(file, key, value)).join('')}>>`;

function spellEntry(file: PdfFile, key: string, value: PdfValue): string {
  // The hole is filled after everything else was written; whoever reads signatures judges it.
  const isHole = key === 'Contents' && value.kind === 'string' && value.start >= 0;
  const text = isHole ? latin1(file.bytes.subarray(value.start, value.end)) : spellValue(file, value);
  return `/${spellName(key)} ${key === 'ByteRange' ? text.padEnd(byteRangeWidth) : text}\n`;
}

/** The ByteRange is written over a placeholder of three numbers of ten digits. */
const byteRangeWidth = '[0 9999999999 9999999999 9999999999]'.length;

const spellName = (name: string): string =>
  name.replaceAll(/[^\x21-\x7e]|[()<>[\]{}/%#]/g, (char) => `#${hexOf(char)}`);

/** Whole numbers without a point, others with five places at most, none of them a last zero. */
const spellNumber = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(5).replace(/\.?0+$/, '');

const hexOf = (text: string): string =>
  Array.from(text, (char) => char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')).join('');

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return text;
}

function joined(parts: readonly (string | Uint8Array)[], length: number): Bytes {
  const bytes = new Uint8Array(Math.min(length, pdfLimits.fileBytes));
  let at = 0;
  for (const part of parts) {
    if (at + part.length > bytes.length) break;
    if (typeof part === 'string')
      for (let place = 0; place < part.length; place += 1) bytes[at + place] = part.charCodeAt(place);
    else bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

import type { Bytes } from '../base/bytes.ts';
import type { PdfFile, PdfObject } from './file.ts';
import { PdfProblem } from './problem.ts';
import { asArray, asCount, asDict, asName, type PdfDict, type PdfValue } from './values.ts';

/**
 * What a stream unfolds to. Knows no filter but FlateDecode with its predictors, and stops at the file's budget
 * before memory is spent: a small file cannot unfold to a large one.
 */
export async function decodeStream(file: Pick<PdfFile, 'bytes' | 'budget'>, object: PdfObject): Promise<Bytes> {
  const { stream, start } = object;
  const dict = asDict(object.value);
  if (!stream || !dict) throw new PdfProblem('object-odd', start);
  // A stream whose data lie in another file has no content here.
  if (dict.entries.has('F')) throw new PdfProblem('filter-unsupported', start);
  const raw = file.bytes.slice(stream.start, stream.end);
  const filter = single(dict.entries.get('Filter'));
  if (filter === undefined) return spend(file, raw, start);
  if (asName(filter) !== 'FlateDecode') throw new PdfProblem('filter-unsupported', start);
  const unfolded = await inflate(raw, file.budget, start);
  return unpredict(unfolded, asDict(single(dict.entries.get('DecodeParms'))), start);
}

/** A filter may stand alone or in an array of one. */
function single(value: PdfValue | undefined): PdfValue | undefined {
  const items = asArray(value);
  if (!items) return value?.kind === 'null' ? undefined : value;
  return items.length === 1 && items[0]?.kind !== 'null' ? items[0] : items.length === 0 ? undefined : value;
}

function spend(file: Pick<PdfFile, 'budget'>, bytes: Bytes, at: number): Bytes {
  file.budget.decodedBytes -= bytes.length;
  if (file.budget.decodedBytes < 0) throw new PdfProblem('too-much', at);
  return bytes;
}

async function inflate(raw: Bytes, budget: PdfFile['budget'], at: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([raw]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  for (;;) {
    const next = await reader.read().catch(() => {
      throw new PdfProblem('stream-undecodable', at);
    });
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
    budget.decodedBytes -= next.value.length;
    if (budget.decodedBytes < 0) {
      await reader.cancel().catch(() => undefined);
      throw new PdfProblem('too-much', at);
    }
  }
  const whole = new Uint8Array(length);
  let place = 0;
  for (const chunk of chunks) {
    whole.set(chunk, place);
    place += chunk.length;
  }
  return whole;
}

/** Undoes the PNG predictors (ISO 32000-2, 7.4.4.4); each row begins with the kind of its prediction. */
function unpredict(bytes: Bytes, parms: PdfDict | undefined, at: number): Bytes {
  const predictor = asCount(parms?.entries.get('Predictor')) ?? 1;
  if (predictor === 1) return bytes;
  const columns = asCount(parms?.entries.get('Columns')) ?? 1;
  const colors = asCount(parms?.entries.get('Colors')) ?? 1;
  const bits = asCount(parms?.entries.get('BitsPerComponent')) ?? 8;
  const width = columns * colors;
  if (predictor < 10 || predictor > 15 || bits !== 8 || colors < 1 || colors > 4 || width < 1 || width > 65_536)
    throw new PdfProblem('filter-unsupported', at);
  if (bytes.length % (width + 1) !== 0) throw new PdfProblem('stream-undecodable', at);
  const rows = bytes.length / (width + 1);
  const plain = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)] ?? 0;
    if (kind > 4) throw new PdfProblem('stream-undecodable', at);
    for (let column = 0; column < width; column += 1) {
      const place = row * width + column;
      const left = column >= colors ? (plain[place - colors] ?? 0) : 0;
      const above = row > 0 ? (plain[place - width] ?? 0) : 0;
      const corner = row > 0 && column >= colors ? (plain[place - width - colors] ?? 0) : 0;
      plain[place] = (bytes[row * (width + 1) + 1 + column] ?? 0) + prediction(kind, left, above, corner);
    }
  }
  return plain;
}

function prediction(kind: number, left: number, above: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return Math.floor((left + above) / 2);
  if (kind !== 4) return 0;
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

import { parentPort, workerData } from 'node:worker_threads';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { readPdf } from '../../../shared/pdf/read.ts';
import { findSignatures } from '../../../shared/pdf/signatures.ts';
import { type Trust, verify } from '../../../shared/verifying/verify.ts';

/** One thread of `flips`: every `step`th byte from `from` on, each changed in one bit and put back. */
export type FlipOrder = { pdf: Bytes; trust: Trust; knownUntil: number; from: number; step: number };

/** How many were judged, and the places where the verdict was not what it must be. */
export type FlipResult = { flipped: number; passed: number[]; undecidedThoughCovered: number[]; broke: number[] };

// What comes in is what the starting thread put there, an order of this module's own type.
const { pdf, trust, knownUntil, from, step } = workerData as FlipOrder;
const holes = findSignatures(await readPdf(pdf)).map(({ hole }) => hole);
const isCovered = coverageOf(pdf);
const result: FlipResult = { flipped: 0, passed: [], undecidedThoughCovered: [], broke: [] };
for (let at = from; at < pdf.length; at += at < knownUntil ? 16 * step : step) {
  const changed = pdf.slice();
  changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
  const { verdict, reasons } = await verify(changed, trust);
  result.flipped += 1;
  if (verdict === 'TOTAL-PASSED') result.passed.push(at);
  if (verdict !== 'TOTAL-FAILED' && isCovered(at)) result.undecidedThoughCovered.push(at);
  if (reasons.some(({ code }) => code === 'check-broke')) result.broke.push(at);
}
parentPort?.postMessage(result);

/** A byte is covered by the last signature, or by none, where it stands in that one's hole or behind its end. */
function coverageOf(bytes: Bytes): (at: number) => boolean {
  const last = holes.at(-1) ?? { start: 0, end: 0 };
  const text = Buffer.from(bytes).toString('latin1');
  const [, second = 0, length = 0] = /\/ByteRange \[0 \d+ (\d+) (\d+)\]\s*/.exec(text.slice(last.end)) ?? [];
  const end = Number(second) + Number(length);
  return (at) => at < end && (at < last.start || at >= last.end);
}

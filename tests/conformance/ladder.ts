import type { Bytes } from '../../shared/base/bytes.ts';
import type { Sealer } from '../../server/ports/sealer.ts';
import type { TypesetJob, Typesetter } from '../../server/ports/typesetter.ts';
import { digestOf } from '../../server/sealing/algorithms.ts';
import { finishDocumentTimestamp, prepareDocumentTimestamp } from '../../server/sealing/document-timestamp.ts';
import { appendDss, type ValidationData } from '../../server/sealing/dss.ts';
import type { TimeStamps } from './time-stamps.ts';

/** One document at every level, each version a prefix of the next. */
export type Ladder = { 'B-T': Bytes; 'B-LT': Bytes; 'B-LTA': Bytes };

/** Climbs the ladder with one kind of key, by time stamps of a service that is not ours. */
export async function climb(
  typesetter: Typesetter,
  by: { sealer: Sealer; stamps: TimeStamps; data: ValidationData },
  job: TypesetJob,
): Promise<Ladder> {
  const stamped = await seal(typesetter, by.sealer, job, by.stamps);
  const longTerm = await appendDss(stamped, by.data);
  return { 'B-T': stamped, 'B-LT': longTerm, 'B-LTA': await stampedBy(by.stamps, longTerm) };
}

/** Typesets and seals as the office does, in its worker threads. */
export async function seal(
  typesetter: Typesetter,
  sealer: Sealer,
  job: TypesetJob,
  stamps?: TimeStamps,
): Promise<Bytes> {
  const pdf = await typesetter.typeset(job);
  const certificates = await sealer.certificates();
  const timestampBytes = stamps?.tokenBytes ?? 0;
  const prepared = await typesetter.prepareSeal({ pdf, ...certificates, at: new Date(), timestampBytes });
  const signature = await sealer.sign(prepared);
  return typesetter.finishSeal(prepared, signature, stamps?.tokenFor(digestOf('SHA-256', signature)));
}

export async function stampedBy(stamps: TimeStamps, pdf: Bytes): Promise<Bytes> {
  const prepared = await prepareDocumentTimestamp(pdf, 'SHA-256', stamps.tokenBytes);
  return finishDocumentTimestamp(prepared, stamps.tokenFor(prepared.imprint));
}

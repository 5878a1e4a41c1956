import { type Bytes, sha256 } from '../../../shared/base/bytes.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { Office } from '../../context.ts';
import { TimestampFailure, type Timestamps } from '../../ports/timestamps.ts';

/**
 * Time stamps for documents. A stamp goes into a hole that is dug before the stamp is there, so the office remembers how
 * large this service's stamps are: the first question of a process is about nothing and only shows that.
 */

/** Room for a stamp of this service, in bytes, and some more for signatures that turn out longer. */
export async function roomForStamp(office: Office, signal: AbortSignal): Promise<number> {
  const known = largest.get(office.timestamps);
  return (known ?? (await stamp(office, new Uint8Array(32), signal)).length) + spare;
}

/** A stamp over a SHA-256. One that is larger than all before is remembered, so that the next hole is large enough. */
export async function stamp(office: Office, digest: Bytes, signal: AbortSignal): Promise<Bytes> {
  const { timestamps } = office;
  const token = await timestamps.stamp(digest, signal).catch((error: unknown) => {
    if (error instanceof TimestampFailure) office.figures.countFailure('timestamps', error.kind);
    throw error;
  });
  largest.set(timestamps, Math.max(largest.get(timestamps) ?? 0, token.length));
  return token;
}

/**
 * What the first time stamp of a document needs, within the patience of whoever waits at the counter. Nothing where the
 * service is silent or lies: then the document is sealed all the same, and a job has it stamped later.
 */
export function openQuickStamp(office: Office): QuickStamp {
  const unlessItFails = <T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> =>
    ask(AbortSignal.timeout(limits.timestampWaitSeconds * 1000)).catch((error: unknown) => {
      if (!(error instanceof TimestampFailure)) throw error;
      office.log.warn({ kind: error.kind, err: error }, 'sealed without a time stamp for now');
      return undefined;
    });
  let room = 0;
  let hasStamped = false;
  return {
    hasStamped: () => hasStamped,
    async room() {
      room = (await unlessItFails((signal) => roomForStamp(office, signal))) ?? 0;
      return room;
    },
    async over(signature) {
      if (room === 0) return undefined;
      const digest = await sha256(signature);
      const token = await unlessItFails((signal) => stamp(office, digest, signal));
      if (!token || token.length > room) return undefined;
      hasStamped = true;
      return token;
    },
  };
}

/** The document with a time stamp over all of it. A stamp larger than all before is asked for once more. */
export async function stampDocument(office: Office, pdf: Bytes): Promise<Bytes> {
  const signal = AbortSignal.timeout(limits.outsideSeconds * 1000);
  for (let isSecond = false; ; isSecond = true) {
    const room = await roomForStamp(office, signal);
    const prepared = await office.typesetter.prepareTimestamp(pdf, room);
    const token = await stamp(office, prepared.imprint, signal);
    if (token.length <= room) return office.typesetter.finishTimestamp(prepared, token);
    if (isSecond) throw new Error('the time stamp service answers with a larger token each time');
  }
}

export type QuickStamp = {
  /** The room to dig; none where no stamp is to be had. */
  room(): Promise<number>;
  over(signature: Bytes): Promise<Bytes | undefined>;
  hasStamped(): boolean;
};

export const noStamp: QuickStamp = { room: async () => 0, over: async () => undefined, hasStamped: () => false };

const largest = new WeakMap<Timestamps, number>();

const spare = 64;

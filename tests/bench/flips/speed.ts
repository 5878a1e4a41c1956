import { createHash, X509Certificate } from 'node:crypto';
import { verify } from '../../../shared/verifying/verify.ts';
import { type Figure, figure, median, percentile, type Scale } from '../figure.ts';
import { makeRealDocuments } from './real-documents.ts';

/**
 * How long one verification takes, warm, on a document of three pages and on a Meldebestätigung, as sealed and at B-LTA.
 * Beside it the raw part: the digest of the file and the signatures that cannot be saved.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const rounds = isQuick ? 10 : 60;
  const figures: Figure[] = [];
  for (const { name, pdf, trust } of await makeRealDocuments()) {
    const id = name.replaceAll(/[^a-zA-Z]+/g, '-').toLowerCase();
    const anchor = new X509Certificate(trust.sealAnchors[0] ?? new Uint8Array());
    // Each certificate, list, answer and token is one signature of the size of the anchor's own; the file one digest.
    const raw = figure({
      id: `raw-${id}`,
      value: median(
        await timesOf(
          rounds,
          async () => void (anchor.verify(anchor.publicKey), createHash('sha256').update(pdf).digest()),
        ),
      ),
      unit: 'ms median',
    });
    const times = await timesOf(rounds, async () => {
      const { verdict } = await verify(pdf, trust);
      if (verdict !== 'TOTAL-PASSED') throw new Error(`${name} does not pass`);
    });
    const limit = name.endsWith('B-LTA') ? { limit: 150 } : {};
    figures.push(
      raw,
      figure({ id: `verify-${id}`, value: median(times), unit: 'ms median', ...limit, raw }),
      figure({ id: `verify-${id}-p95`, value: percentile(times, 0.95), unit: 'ms p95' }),
    );
  }
  return figures;
}

/** Milliseconds by the clock, after a tenth as many rounds for warming. */
async function timesOf(rounds: number, run: () => Promise<void>): Promise<readonly number[]> {
  for (let at = 0; at < Math.max(5, rounds / 4); at += 1) await run();
  const times: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return times;
}

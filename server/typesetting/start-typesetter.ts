import type { Bytes } from '../../shared/base/bytes.ts';
import { limits } from '../../shared/base/limits.ts';
import type { Report } from '../../shared/verifying/report.ts';
import type { Typesetter } from '../ports/typesetter.ts';
import type { SealChains } from '../sealing/chains.ts';
import type { PreparedTimestamp } from '../sealing/document-timestamp.ts';
import type { PreparedSeal } from '../sealing/seal.ts';
import { startPool } from './pool.ts';
import type { Order } from './work.ts';

/**
 * The office's documents, in worker threads. As many workers as cores at most: more gain nothing (measured). A worker
 * starts with the first job it gets and stays.
 */
export function startTypesetter({ workers }: { workers: number }): Typesetter & { close(): Promise<void> } {
  const pool = startPool<Order>({
    script: new URL('./worker.ts', import.meta.url),
    workers,
    waiting: limits.documentsWaiting,
    seconds: limits.documentSeconds,
  });
  // Messages have no types; the worker answers an order with what `carryOut` returns for its kind.
  const bytes = (order: Order) => pool.run(order) as Promise<Bytes>;
  const prepared = (order: Order) => pool.run(order) as Promise<PreparedSeal>;
  const stamped = (order: Order) => pool.run(order) as Promise<PreparedTimestamp>;
  const chains = (order: Order) => pool.run(order) as Promise<SealChains>;
  return {
    typeset: (job) => bytes({ kind: 'typeset', job }),
    prepareSeal: (request) => prepared({ kind: 'prepare-seal', request }),
    finishSeal: (seal, signature, timestamp) => bytes({ kind: 'finish-seal', prepared: seal, signature, timestamp }),
    readChains: (pdf, anchors) => chains({ kind: 'read-chains', pdf, anchors }),
    appendData: (pdf, data) => bytes({ kind: 'append-data', pdf, data }),
    prepareTimestamp: (pdf, tokenBytes) => stamped({ kind: 'prepare-timestamp', pdf, tokenBytes }),
    finishTimestamp: (timestamp, token) => bytes({ kind: 'finish-timestamp', prepared: timestamp, token }),
    verify: (pdf, trust) => pool.run({ kind: 'verify', pdf, trust }) as Promise<Report>,
    close: () => pool.close(),
  };
}

import type { Bytes } from '../../shared/base/bytes.ts';
import type { Report } from '../../shared/verifying/report.ts';
import { type Trust, verify } from '../../shared/verifying/verify.ts';
import type { TypesetJob } from '../ports/typesetter.ts';
import { completePdf } from '../sealing/complete.ts';
import { finishSeal, type PreparedSeal, prepareSeal, type SealRequest } from '../sealing/seal.ts';
import type { Typst } from './typst.ts';

/** What a worker can be asked for: a document from data to bytes, the two phases of a seal, and its verification. */
export type Order =
  | { kind: 'typeset'; job: TypesetJob }
  | { kind: 'prepare-seal'; request: SealRequest }
  | { kind: 'finish-seal'; prepared: PreparedSeal; signature: Bytes; timestamp: Bytes | undefined }
  | { kind: 'verify'; pdf: Bytes; trust: Trust };

export async function carryOut(order: Order, typst: Typst): Promise<Bytes | PreparedSeal | Report> {
  switch (order.kind) {
    case 'typeset':
      return completePdf(typst.typeset(order.job));
    case 'prepare-seal':
      return prepareSeal(order.request);
    case 'finish-seal':
      return finishSeal(order.prepared, order.signature, order.timestamp);
    case 'verify':
      return verify(order.pdf, order.trust);
  }
}

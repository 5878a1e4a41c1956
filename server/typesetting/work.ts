import type { Bytes } from '../../shared/base/bytes.ts';
import type { Report } from '../../shared/verifying/report.ts';
import { type Trust, verify } from '../../shared/verifying/verify.ts';
import type { TypesetJob } from '../ports/typesetter.ts';
import type { SealAnchors } from '../ports/sealer.ts';
import { readChains, type SealChains } from '../sealing/chains.ts';
import { completePdf } from '../sealing/complete.ts';
import {
  finishDocumentTimestamp,
  type PreparedTimestamp,
  prepareDocumentTimestamp,
} from '../sealing/document-timestamp.ts';
import { appendDss, type ValidationData } from '../sealing/dss.ts';
import { finishSeal, type PreparedSeal, prepareSeal, type SealRequest } from '../sealing/seal.ts';
import type { Typst } from './typst.ts';

/** What a worker can be asked for: a document from data to bytes, a seal and what is appended to it, and its verification. */
export type Order =
  | { kind: 'typeset'; job: TypesetJob }
  | { kind: 'prepare-seal'; request: SealRequest }
  | { kind: 'finish-seal'; prepared: PreparedSeal; signature: Bytes; timestamp: Bytes | undefined }
  | { kind: 'read-chains'; pdf: Bytes; anchors: Pick<SealAnchors, 'seal' | 'timestamps'> }
  | { kind: 'append-data'; pdf: Bytes; data: ValidationData }
  | { kind: 'prepare-timestamp'; pdf: Bytes; tokenBytes: number }
  | { kind: 'finish-timestamp'; prepared: PreparedTimestamp; token: Bytes }
  | { kind: 'verify'; pdf: Bytes; trust: Trust };

export type Done = Bytes | PreparedSeal | PreparedTimestamp | SealChains | Report;

export async function carryOut(order: Order, typst: Typst): Promise<Done> {
  switch (order.kind) {
    case 'typeset':
      return completePdf(typst.typeset(order.job));
    case 'prepare-seal':
      return prepareSeal(order.request);
    case 'finish-seal':
      return finishSeal(order.prepared, order.signature, order.timestamp);
    case 'read-chains':
      return readChains(order.pdf, order.anchors);
    case 'append-data':
      return appendDss(order.pdf, order.data);
    case 'prepare-timestamp':
      return prepareDocumentTimestamp(order.pdf, 'SHA-256', order.tokenBytes);
    case 'finish-timestamp':
      return finishDocumentTimestamp(order.prepared, order.token);
    case 'verify':
      return verify(order.pdf, order.trust);
  }
}

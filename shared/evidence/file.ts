import * as v from 'valibot';
import { instantPattern } from '../base/instant.ts';
import { evidenceEvents } from './events.ts';
import { InclusionProof } from './inclusion.ts';

/** The chain of one case as a file. Written as canonical JSON, so that a longer one begins with the bytes of a shorter. */
const chain = {
  schema: v.literal('schalter/evidence@1'),
  caseId: v.pipe(v.string(), v.uuid()),
  entries: v.array(
    v.strictObject({
      position: v.pipe(v.number(), v.integer()),
      at: v.pipe(v.string(), v.regex(instantPattern)),
      actor: v.string(),
      event: v.picklist(evidenceEvents),
      details: v.record(v.string(), v.string()),
      previousHash: v.string(),
      hash: v.string(),
    }),
  ),
};

/** `evidence-at-seal.json`: what had happened when the document was made. No day of it is proven in the file. */
export const EvidenceAtSeal = v.strictObject({ ...chain, inclusion: v.literal('pending') });
export type EvidenceAtSeal = v.InferOutput<typeof EvidenceAtSeal>;

/** A chain grows on few days, and each closed one gives a proof. */
const mostProofs = 1_000;

/** `evidence.json`, exported at any time: with the proof of every closed day it grew on, the oldest first. */
export const EvidenceFile = v.strictObject({
  ...chain,
  inclusion: v.union([v.literal('pending'), v.pipe(v.array(InclusionProof), v.minLength(1), v.maxLength(mostProofs))]),
});
export type EvidenceFile = v.InferOutput<typeof EvidenceFile>;

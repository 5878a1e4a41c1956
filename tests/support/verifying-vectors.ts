import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { type Bytes, fromBase64 } from '../../shared/base/bytes.ts';
import type { Verdict } from '../../shared/verifying/report.ts';
import type { Trust } from '../../shared/verifying/verify.ts';

/** A sealed file, whom its verifier trusts, and what must be said of it, today and by every later version. */
export type VerifyingVector = {
  name: string;
  verdict: Verdict;
  /** Codes in their order; where the structure is odd, with the reader's word for it. */
  reasons: readonly string[];
  level?: string;
  /** DER as base64, and the time of verification. */
  trust: { sealAnchors: readonly string[]; tsaAnchors: readonly string[]; revocation: readonly string[]; at: string };
  /** The file, deflated, as base64. */
  pdf: string;
};

export function readVerifyingVectors(): readonly VerifyingVector[] {
  // Our own file, whose shape the test that reads it checks by using all of it.
  return (JSON.parse(readFileSync('tests/vectors/verifying.json', 'utf8')) as { vectors: VerifyingVector[] }).vectors;
}

export const fileOf = ({ pdf }: VerifyingVector): Bytes => new Uint8Array(inflateSync(fromBase64(pdf)));

export const trustOf = ({ trust }: VerifyingVector): Trust => ({
  sealAnchors: trust.sealAnchors.map(fromBase64),
  tsaAnchors: trust.tsaAnchors.map(fromBase64),
  revocation: trust.revocation.map(fromBase64),
  at: new Date(trust.at),
});

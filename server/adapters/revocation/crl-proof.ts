import type { Bytes } from '../../../shared/base/bytes.ts';
import type { Certificate } from '../../../shared/verifying/certificate.ts';
import { type Crl, isCrlOf, parseCrl } from '../../../shared/verifying/crl.ts';
import { DerProblem, isSameBytes, parseDer, sequenceOf } from '../../../shared/verifying/der.ts';
import { Objection } from '../../../shared/verifying/notes.ts';
import { RevocationFailure, type RevocationProof } from '../../ports/revocation.ts';

/** How far the clock of whoever answers may be from ours, in milliseconds. */
export const clockSkew = 5 * 60_000;

/** A list as it came, if this issuer made it and it holds now. Throws `RevocationFailure` with `answer-refused`. */
export async function readList(der: Bytes, issuer: Certificate, now: Date): Promise<Crl> {
  const list = parseOrRefuse(der);
  if (!(await isCrlOf(list, issuer))) throw refused('the list is not by the issuer of the certificate');
  if (list.thisUpdate > now.getTime() + clockSkew) throw refused('the list is from the future');
  if (list.nextUpdate < now.getTime()) throw refused('the list has run out');
  return list;
}

/** The list among these that an issuer made and that holds now. Throws `RevocationFailure`. */
export async function ownListOf(issuer: Certificate, lists: readonly Bytes[], now: Date): Promise<Crl> {
  let failure = new RevocationFailure('nowhere-to-ask', 'no list of this issuer is at hand');
  for (const der of lists) {
    if (!isSameBytes(issuerNameOf(der), issuer.subject)) continue;
    try {
      return await readList(der, issuer, now);
    } catch (error) {
      // An authority that changed its key keeps its name.
      if (!(error instanceof RevocationFailure)) throw error;
      failure = error;
    }
  }
  throw failure;
}

/** The third part of a list is its issuer's name (RFC 5280 § 5.1.2). */
const issuerNameOf = (list: Bytes): Uint8Array =>
  sequenceOf(sequenceOf(parseDer(list))[0])[2]?.whole ?? new Uint8Array();

/** What a list that was read says of one certificate. */
export function proofBy(list: Crl, { serialNumber }: Certificate): RevocationProof {
  const revokedAt = list.revoked.get(serialNumber);
  return {
    kind: 'crl',
    der: list.der,
    revokedAt: revokedAt === undefined ? undefined : new Date(revokedAt),
    thisUpdate: new Date(list.thisUpdate),
    nextUpdate: new Date(list.nextUpdate),
    certificates: [],
  };
}

/** A revocation is news whenever it was said; an all-clear must be as young as it was asked for. */
export function expectFresh(proof: RevocationProof, since: Date | undefined): RevocationProof {
  const isFresh = since === undefined || proof.thisUpdate.getTime() >= since.getTime() - clockSkew;
  if (isFresh || proof.revokedAt !== undefined) return proof;
  throw new RevocationFailure('not-fresh', `the answer speaks of ${proof.thisUpdate.toISOString()} only`);
}

function parseOrRefuse(der: Bytes): Crl {
  try {
    return parseCrl(der);
  } catch (error) {
    if (error instanceof DerProblem) throw refused(`the list cannot be read: ${error.message}`);
    if (error instanceof Objection) throw refused(`the list cannot be relied on: ${error.code}`);
    throw error;
  }
}

export const refused = (sentence: string): RevocationFailure => new RevocationFailure('answer-refused', sentence);

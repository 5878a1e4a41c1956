import type { Bytes } from '../base/bytes.ts';
import type { Chain } from './chain.ts';
import { type Crl, isCrlOf, parseCrl } from './crl.ts';
import { DerProblem, isSameBytes } from './der.ts';
import { type Note, Objection } from './notes.ts';

/** A list and the time it is held to: it must have been current then. Milliseconds since 1970. */
export type KnownCrl = Crl & { knownAt: number };

/** Clocks of who signs and who verifies differ; something may be this much from the future. Milliseconds. */
export const clockSkew = 5 * 60_000;

/** Reads lists; one that cannot be read is noted, since whoever gave it meant it to count. */
export function parseCrls(crls: readonly Bytes[], knownAt: number, note: Note): readonly KnownCrl[] {
  return crls.flatMap((bytes, at) => {
    try {
      return [{ ...parseCrl(bytes), knownAt }];
    } catch (error) {
      if (!(error instanceof DerProblem || error instanceof Objection)) throw error;
      note('revocation-unusable', { part: `list ${at + 1}` });
      return [];
    }
  });
}

export type RevocationTimes = {
  /** A verified time stamp shows that the signature existed then. */
  provenAt: number | undefined;
  /** The signature's own word on when it was made. */
  claimedAt: number | undefined;
};

/**
 * Notes what the lists say about each certificate of the chain but its anchor. Returns the lists that were relied on.
 * A revocation counts from any list of the issuer, an all-clear only from a current one.
 */
export async function checkRevocation(
  chain: Chain,
  crls: readonly KnownCrl[],
  times: RevocationTimes,
  note: Note,
): Promise<readonly KnownCrl[]> {
  const used: KnownCrl[] = [];
  if (chain.length === 1) note('revocation-missing');
  for (const [place, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[place + 1];
    if (!issuer) continue;
    const named = crls.filter((crl) => isSameBytes(crl.issuer, issuer.subject));
    const own: KnownCrl[] = [];
    for (const crl of named)
      if (await isCrlOf(crl, issuer)) own.push(crl);
      else note('revocation-unusable', { part: certificate.serialNumber });
    used.push(...own);
    const isCurrent = own.some((crl) => crl.thisUpdate <= crl.knownAt + clockSkew && crl.knownAt <= crl.nextUpdate);
    if (own.length === 0) note('revocation-missing', { part: certificate.serialNumber });
    else if (!isCurrent) note('revocation-stale', { part: certificate.serialNumber });
    for (const crl of own) {
      const revokedAt = crl.revoked.get(certificate.serialNumber);
      if (revokedAt === undefined || (times.provenAt !== undefined && times.provenAt < revokedAt)) continue;
      const isClaimedBefore = times.claimedAt !== undefined && times.claimedAt < revokedAt;
      note(isClaimedBefore ? 'certificate-revoked-without-proof' : 'certificate-revoked', {
        part: certificate.serialNumber,
      });
    }
  }
  return used;
}

import { eq, sql } from 'drizzle-orm';
import { type Bytes, sha256Hex } from '../../../shared/base/bytes.ts';
import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { parseCertificate } from '../../../shared/verifying/certificate.ts';
import { isSameBytes } from '../../../shared/verifying/der.ts';
import type { Office } from '../../context.ts';
import { RevocationFailure } from '../../ports/revocation.ts';
import { type SealCertificates, SealerAway } from '../../ports/sealer.ts';
import { sealStatuses } from './tables.ts';

/**
 * Whether the city's seal may be used now. Its issuer is asked; while nobody answers, his last good word counts for a
 * day. A seal that was revoked once never seals again, whatever anybody says later.
 */

/**
 * The certificates to seal with. Refuses with `seal-not-valid`, `seal-revoked`, and `seal-status-unknown` where the last
 * good word is older than a day. Throws `SealerAway` where the keeper of the key does not answer.
 */
export async function certificatesToSealWith(office: Office): Promise<SealCertificates> {
  const certificates = await office.sealer.certificates().catch((error: unknown) => {
    // Hardware or a service that does not answer says nothing of the certificate; the next try asks again.
    if (error instanceof SealerAway) throw error;
    office.log.error({ err: error }, 'no seal certificate is valid now');
    throw new Refusal('seal-not-valid');
  });
  const certificateHash = await sha256Hex(certificates.leaf);
  const [known] = await office.db.select().from(sealStatuses).where(eq(sealStatuses.certificateHash, certificateHash));
  if (known?.revokedAt) throw new Refusal('seal-revoked');
  const said = await askIssuer(office, certificates);
  if (said === 'revoked') {
    await noteSealStatus(office, certificateHash, { revokedAt: toInstant(office.now()) });
    throw new Refusal('seal-revoked');
  }
  if (said === 'good') {
    // A row that every document would write is written a few times an hour.
    if ((known?.goodAt ?? '') < before(office, limits.sealStatusNoteMinutes * 60))
      await noteSealStatus(office, certificateHash, { goodAt: toInstant(office.now()) });
    return certificates;
  }
  if ((known?.goodAt ?? '') >= before(office, limits.sealStatusHours * 3600)) return certificates;
  throw new Refusal('seal-status-unknown');
}

/** Asks the issuer whether he stands by a seal, and remembers what he says: for whoever watches over it. */
export async function refreshSealStatus(office: Office, certificates: SealCertificates): Promise<void> {
  const said = await askIssuer(office, certificates);
  if (said === 'unknown') return;
  const at = toInstant(office.now());
  await noteSealStatus(
    office,
    await sha256Hex(certificates.leaf),
    said === 'good' ? { goodAt: at } : { revokedAt: at },
  );
}

/** Remembers what was learned elsewhere, for every process. A revocation is never taken back. */
export async function noteSealStatus(
  office: Office,
  certificateHash: string,
  status: { goodAt: string } | { revokedAt: string },
): Promise<void> {
  await office.db
    .insert(sealStatuses)
    .values({ certificateHash, ...status })
    .onConflictDoUpdate({
      target: sealStatuses.certificateHash,
      set: 'goodAt' in status ? status : { revokedAt: sql`coalesce(${sealStatuses.revokedAt}, ${status.revokedAt})` },
    });
}

async function askIssuer(office: Office, certificates: SealCertificates): Promise<'good' | 'revoked' | 'unknown'> {
  try {
    const issuer = await issuerOf(office, certificates);
    const signal = AbortSignal.timeout(limits.sealStatusWaitSeconds * 1000);
    const { revokedAt } = await office.revocation.statusOf(certificates.leaf, issuer, { signal });
    return revokedAt === undefined ? 'good' : 'revoked';
  } catch (error) {
    if (!(error instanceof RevocationFailure)) throw error;
    office.figures.countFailure('revocation', error.kind);
    office.log.warn({ kind: error.kind, err: error }, 'nobody says whether the seal certificate holds');
    return 'unknown';
  }
}

async function issuerOf(office: Office, { leaf, chain }: SealCertificates): Promise<Bytes> {
  const { issuer } = parseCertificate(leaf);
  const candidates = [...chain, ...(await office.sealer.anchors()).seal];
  const found = candidates.find((der) => isSameBytes(parseCertificate(der).subject, issuer));
  if (!found) throw new RevocationFailure('nowhere-to-ask', "the issuer of the seal's certificate is not at hand");
  return found;
}

const before = (office: Office, seconds: number): string =>
  toInstant(new Date(office.now().getTime() - seconds * 1000));

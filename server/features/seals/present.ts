import type { InferOutput } from 'valibot';
import { toInstant } from '../../../shared/base/instant.ts';
import type { SealConcern, SealsView, SealView } from '../../../shared/wire/seals.ts';
import { type Certificate, nameOf, parseCertificate } from '../../../shared/verifying/certificate.ts';
import type { ConfiguredSeal } from '../../ports/sealer.ts';
import type { SealStatus } from './queries.ts';

/** A seal with what is known about it. The certificate says how long it lasts; the issuer, whether he stands by it. */
export function presentSeal({ leaf, place }: ConfiguredSeal, status: SealStatus | undefined, now: Date): SealView {
  const certificate = parseCertificate(leaf);
  const { notBefore, notAfter, subject, issuer } = certificate;
  const revokedAt = status?.revokedAt ?? null;
  return {
    place,
    name: nameOf(subject, 'commonName') || nameOf(subject, 'organisation'),
    issuer: nameOf(issuer, 'commonName') || nameOf(issuer, 'organisation'),
    validFrom: toInstant(new Date(notBefore)),
    validTo: toInstant(new Date(notAfter)),
    daysLeft: Math.max(0, Math.floor((notAfter - now.getTime()) / dayMs)),
    concern: concernOf(certificate, revokedAt, now),
    goodAt: status?.goodAt ?? null,
    revokedAt,
  };
}

export function presentSeals(seals: readonly SealView[]): InferOutput<typeof SealsView> {
  const [current, next] = (['current', 'next'] as const).map((place) => seals.find((seal) => seal.place === place));
  const isReady = next !== undefined && !['revoked', 'expired'].includes(next.concern);
  const isCovered =
    isReady && current !== undefined && next.validFrom <= current.validTo && next.validTo > current.validTo;
  return { seals: [...seals], isCovered };
}

function concernOf({ notBefore, notAfter }: Certificate, revokedAt: string | null, now: Date): SealConcern {
  if (revokedAt !== null) return 'revoked';
  const left = notAfter - now.getTime();
  if (left < 0) return 'expired';
  if (left <= 7 * dayMs) return 'ends-in-7-days';
  if (left <= 30 * dayMs) return 'ends-in-30-days';
  if (left <= 90 * dayMs) return 'ends-in-90-days';
  return now.getTime() < notBefore ? 'not-yet' : 'none';
}

const dayMs = 24 * 60 * 60 * 1000;

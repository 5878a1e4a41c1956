import * as v from 'valibot';
import { At } from './base.ts';

/** What about a seal's certificate has to be done something about; the first that holds counts. */
export const sealConcerns = [
  'revoked',
  'expired',
  'ends-in-7-days',
  'ends-in-30-days',
  'ends-in-90-days',
  'not-yet',
  'none',
] as const;
export type SealConcern = (typeof sealConcerns)[number];

/** A seal the office is set up with, for who runs it. */
export const SealView = v.object({
  place: v.picklist(['current', 'next']),
  /** Whose seal it is and who certified it, as verifiers show it. */
  name: v.string(),
  issuer: v.string(),
  validFrom: At,
  validTo: At,
  /** Whole days until its end; 0 on the last one and after it. */
  daysLeft: v.number(),
  concern: v.picklist(sealConcerns),
  /** When its issuer last stood by it; null while nobody has asked or answered. */
  goodAt: v.nullable(At),
  revokedAt: v.nullable(At),
});
export type SealView = v.InferOutput<typeof SealView>;

/** `isCovered`: a next seal is ready and will still be valid when the current one ends. */
export const SealsView = v.object({ seals: v.array(SealView), isCovered: v.boolean() });

import type { Bytes } from '../../../shared/base/bytes.ts';
import type { ReasonCode } from '../../../shared/verifying/reasons.ts';
import { anchorsOf } from '../../anchors.ts';
import type { Office } from '../../context.ts';
import type { ValidationData } from '../../sealing/dss.ts';

/** The levels of a sealed document in their order. `unconfirmed` is sealed, while our own verification cannot say more. */
export const levels = ['unconfirmed', 'B-B', 'B-T', 'B-LT', 'B-LTA'] as const;
export type Level = (typeof levels)[number];

const unconfirmed: Level = 'unconfirmed';
export const highest: Level = 'B-LTA';

export const isAbove = (one: Level, other: Level): boolean => levels.indexOf(one) > levels.indexOf(other);

/** What stands in the database was written by this module, and is one of the levels. */
export const levelOf = ({ level }: { level: string | null }): Level =>
  levels.find((known) => known === level) ?? unconfirmed;

/**
 * The level is what our own verification proves, not what was intended. Where only knowledge of the outside is missing
 * (no root configured, no fresh word about a certificate) the document is made and no level is claimed. `known` is what
 * was learned of its certificates. Throws `NotProven` where anything else is wrong.
 */
export async function confirmedLevel(
  office: Office,
  pdf: Bytes,
  known?: Pick<ValidationData, 'crls' | 'ocsps'>,
): Promise<Level> {
  const anchors = await anchorsOf(office);
  const report = await office.typesetter.verify(pdf, {
    sealAnchors: anchors.seal,
    tsaAnchors: anchors.timestamps,
    revocation: [...anchors.crls, ...(known ? [...known.crls, ...known.ocsps] : [])],
    at: office.now(),
  });
  if (report.verdict === 'TOTAL-PASSED' && report.seal) return report.seal.level;
  const codes = report.reasons.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
  if (!codes.every((code) => outside.includes(code))) throw new NotProven(codes);
  office.log.warn({ codes }, 'sealed, but its level cannot be confirmed now');
  return unconfirmed;
}

/** Our own verification does not accept what was made. */
export class NotProven extends Error {
  constructor(codes: readonly string[]) {
    super(`the document does not verify: ${codes.join(', ')}`);
  }
}

const outside: readonly ReasonCode[] = [
  'anchor-unknown',
  'revocation-missing',
  'revocation-stale',
  'revocation-unknown',
  'revocation-unusable',
  'timestamp-untrusted',
];

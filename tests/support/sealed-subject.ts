import type { Bytes } from '../../shared/base/bytes.ts';
import { toHex } from '../../shared/base/bytes.ts';
import type { Declaration } from '../../shared/declaration/declaration.ts';
import { digestOf } from '../../server/sealing/algorithms.ts';
import type { Trust } from '../../shared/verifying/verify.ts';
import { type HandSeal, sealByHand } from './seal-by-hand.ts';
import { type CaseChange, caseFiles, declaration } from './sealed-case.ts';
import { objectText, smallPdf, type SmallObjects } from './small-pdf.ts';
import { makeCa, makeCrl, makeKey, makeToken, verifiedAt } from './test-pki.ts';

/** Small sealed documents, the keys they are sealed with, and who verifies them: what tests of the verification begin with. */
export const ca = makeCa();
export const tsaCa = makeCa('Test-TSA-CA');
export const key = makeKey(ca);
export const tsa = makeKey(tsaCa, 'timestamps');
/** Whoever verifies these documents the day after they were sealed. */
export const trust: Trust = {
  sealAnchors: [ca.certificate],
  tsaAnchors: [tsaCa.certificate],
  revocation: [makeCrl(ca), makeCrl(tsaCa)],
  at: verifiedAt,
};

/** A file, and what its verifier brings along that differs from `trust`. */
export type Subject = { pdf: Bytes; trust?: Partial<Trust> };
export type Making = () => Subject | Promise<Subject>;

/** A small document of the office, sealed as the office seals unless told otherwise. */
export async function sealed(seal: Partial<HandSeal> = {}): Promise<Subject> {
  return { pdf: sealByHand(smallPdf(await caseFiles()), { ...key, ...seal }) };
}

export const stamped = (by = key, stampedBy = tsa): Promise<Subject> =>
  sealed({ ...by, timestamp: (signature) => makeToken(stampedBy, digestOf('SHA-256', signature)) });

/** A properly sealed document with something wrong inside. */
export async function document(
  change: CaseChange,
  { more }: { more?: (catalog: string) => string } = {},
): Promise<Subject> {
  const files = await caseFiles(change);
  const plain = smallPdf(files);
  const changed: SmallObjects = more ? { 1: more(objectText(plain, 1)) } : {};
  return { pdf: sealByHand(smallPdf(files, changed), key) };
}

/** The declaration, made about a form that another program printed. */
export const aboutForm = (form: Bytes): Declaration => ({
  ...declaration,
  original: { fileName: 'formular.pdf', sha256: toHex(digestOf('SHA-256', form)), pages: 1 },
});

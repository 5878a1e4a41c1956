import { type Certificate, keyUsages } from './certificate.ts';
import type { Note } from './notes.ts';

/** Purposes a seal's certificate may name; without the extension it is not limited (RFC 5280 § 4.2.1.12). */
const sealing = [
  '1.3.6.1.5.5.7.3.36', // documentSigning, RFC 9336
  '1.2.840.113583.1.1.5', // Adobe authentic documents
  '1.3.6.1.4.1.311.10.3.12', // Microsoft document signing
  '1.3.6.1.5.5.7.3.4', // emailProtection, which trust services put into seal certificates
];
/** Purposes that no key may have beside sealing: one key, one job. */
const foreign = [
  '1.3.6.1.5.5.7.3.1', // serverAuth
  '1.3.6.1.5.5.7.3.3', // codeSigning
  '1.3.6.1.5.5.7.3.8', // timeStamping
  '1.3.6.1.5.5.7.3.9', // OCSPSigning
  '2.5.29.37.0', // any
];

/** Whether the certificate is made for sealing documents, and not for issuing, time stamping or anything else. */
export function checkPurpose({ isCa, keyUsage, extendedKeyUsage }: Certificate, note: Note): void {
  const maySign = keyUsage?.has(keyUsages.digitalSignature) || keyUsage?.has(keyUsages.contentCommitment);
  const purposes = extendedKeyUsage?.purposes ?? sealing;
  const isForSealing =
    purposes.some((purpose) => sealing.includes(purpose)) && !purposes.some((purpose) => foreign.includes(purpose));
  if (isCa || !maySign || !isForSealing) note('certificate-purpose');
}

/**
 * Everything that can happen in a case, as the evidence calls it. Details carry ids and salted hashes only; a name,
 * a date of birth or an address never stands here.
 */
export const evidenceEvents = [
  'case-opened', // { caseId, number, service, serviceVersion, definitionHash }
  'identification-noted', // { person, document, result, noteHash? }
  'answers-changed', // { by, pathsHash } once per hand-over, return or review, not once per field
  'signers-set', // { count, signersHash }
  'handed-over', // { desk, thumbprint }
  'device-paired', // { thumbprint, desk, number, invitedBy }: copied from the device's own record into the case it joins
  'begun', // { locale }
  'entitlement-assured', // § 23 Abs. 4 BMG: { statement, instruction }
  'shown-at-end', // { value }
  'review-started', // { revision, declarationHash, comparingCode, challengeHash }
  'review-left', // { revision }
  'mark-noted', // { actId, noteHash }: the clerk's word beside a Handzeichen
  'confirmed', // { actId, actHash, revision, declarationHash, signer, method, thumbprint, drawingHash? }
  'paper-printed', // { revision, declarationHash }
  'paper-confirmed', // { revision, declarationHash, signer, sha256 }
  'act-voided', // { actId, revision, because }
  'act-after-recall', // { actId, actHash, revision }
  'declined', // { revision, noteHash? }
  'recalled', // { revision? }
  'lease-overridden', // { revision }
  'returned', // { reasonHash }
  'copy-delivered', // { how, revision }
  'accepted', // { revision, declarationHash }
  'sealed', // { documentId, sha256, level, certificateHash }
  'entry-made', // { revision }: the register has the entry
  'certificate-sealed', // { documentId, sha256, level }
  'certificate-withdrawn', // { documentId, reasonHash }: it was wrong
  'certificate-reissued', // { documentId }: ordered in the place of a withdrawn one
  'document-failed', // { documentId, because }: given up after the last try
  'document-retried', // { documentId }
  'level-confirmed', // { documentId, sha256, level }: our own verification could prove it later
  'level-raised', // { documentId, sha256, level }: a longer version, of which the earlier one is the beginning
  'archive-renewed', // { documentId, sha256, level }: a fresh time stamp before the last one loses its force
  'seal-replaced', // { documentId, sha256, because }: revoked before any time stamp; the same bytes are sealed anew
  'handed-out', // { documentId, how }
  'report-ordered', // { documentId }: a Nachweisbericht, which tells everything up to here
  'report-made', // { documentId, sha256, level }
  'ended', // { how }
  'erased', // { because }: everything personal is gone, and the salt of every hash here
] as const;
export type EvidenceEvent = (typeof evidenceEvents)[number];

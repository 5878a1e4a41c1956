/**
 * Everything the verification can object to, once, with what it means for the verdict; `reason-texts.ts` says each to people.
 * `failed` makes TOTAL-FAILED, `undecided` makes INDETERMINATE (EN 319 102-1), `note` changes nothing.
 * `about` says which part of the answer it touches; `explain` speaks by it.
 */
export type ReasonCode = keyof typeof reasons;
export type Severity = 'failed' | 'undecided' | 'note';
export type About = 'file' | 'changed' | 'seal' | 'trust' | 'revocation' | 'revoked' | 'time' | 'content';

export const reasons = {
  // The file
  'structure-unreadable': { severity: 'failed', about: 'file' },
  'content-active': { severity: 'failed', about: 'file' },
  'check-broke': { severity: 'undecided', about: 'file' },
  // The seal and what it covers
  'seal-missing': { severity: 'failed', about: 'seal' },
  'seal-twice': { severity: 'failed', about: 'seal' },
  'seal-dictionary-odd': { severity: 'failed', about: 'seal' },
  'seal-field-odd': { severity: 'failed', about: 'seal' },
  'seal-not-certifying': { severity: 'failed', about: 'seal' },
  'signature-referenced-oddly': { severity: 'failed', about: 'seal' },
  'ranges-overlapping': { severity: 'failed', about: 'changed' },
  'seal-range-odd': { severity: 'failed', about: 'changed' },
  'bytes-uncovered': { severity: 'failed', about: 'changed' },
  'hole-not-upper-hex': { severity: 'undecided', about: 'changed' },
  'hole-padding': { severity: 'undecided', about: 'changed' },
  // What was appended
  'increment-page': { severity: 'failed', about: 'changed' },
  'increment-annotation': { severity: 'failed', about: 'changed' },
  'increment-form': { severity: 'failed', about: 'changed' },
  'increment-attachment': { severity: 'failed', about: 'changed' },
  'increment-metadata': { severity: 'failed', about: 'changed' },
  'increment-action': { severity: 'failed', about: 'changed' },
  'increment-font': { severity: 'failed', about: 'changed' },
  'increment-layer': { severity: 'failed', about: 'changed' },
  'increment-structure': { severity: 'failed', about: 'changed' },
  'increment-permission': { severity: 'failed', about: 'changed' },
  'increment-signature': { severity: 'failed', about: 'changed' },
  'increment-replaced': { severity: 'failed', about: 'changed' },
  'increment-forbidden': { severity: 'failed', about: 'changed' },
  'increment-spelling': { severity: 'undecided', about: 'changed' },
  // What the seal says
  'digest-mismatch': { severity: 'failed', about: 'changed' },
  'cms-malformed': { severity: 'failed', about: 'seal' },
  'cms-wrapped': { severity: 'failed', about: 'seal' },
  'cms-signers': { severity: 'failed', about: 'seal' },
  'cms-attributes': { severity: 'failed', about: 'seal' },
  'cms-certificate-mismatch': { severity: 'failed', about: 'seal' },
  'cms-certificate-unused': { severity: 'undecided', about: 'seal' },
  'algorithm-refused': { severity: 'failed', about: 'seal' },
  'key-too-weak': { severity: 'failed', about: 'seal' },
  'signature-invalid': { severity: 'failed', about: 'seal' },
  // Certificates
  'anchor-unknown': { severity: 'undecided', about: 'trust' },
  'chain-signature-invalid': { severity: 'failed', about: 'trust' },
  'chain-invalid': { severity: 'failed', about: 'trust' },
  'certificate-purpose': { severity: 'failed', about: 'trust' },
  'certificate-expired': { severity: 'undecided', about: 'trust' },
  'seal-time-odd': { severity: 'undecided', about: 'time' },
  'certificate-not-yet-valid': { severity: 'undecided', about: 'trust' },
  // Revocation
  'revocation-missing': { severity: 'undecided', about: 'revocation' },
  'revocation-stale': { severity: 'undecided', about: 'revocation' },
  'revocation-older-than-signature': { severity: 'undecided', about: 'revocation' },
  'revocation-after-expiry': { severity: 'undecided', about: 'revocation' },
  'revocation-unproven': { severity: 'undecided', about: 'revocation' },
  'revocation-unknown': { severity: 'undecided', about: 'revocation' },
  'revocation-unusable': { severity: 'undecided', about: 'revocation' },
  'certificate-revoked': { severity: 'failed', about: 'revoked' },
  'certificate-revoked-without-proof': { severity: 'undecided', about: 'revoked' },
  // Time stamps
  'timestamp-malformed': { severity: 'failed', about: 'time' },
  'timestamp-mismatch': { severity: 'failed', about: 'time' },
  'timestamp-purpose': { severity: 'failed', about: 'time' },
  'timestamp-weak': { severity: 'undecided', about: 'time' },
  'timestamp-untrusted': { severity: 'undecided', about: 'time' },
  'timestamp-certificate-odd': { severity: 'undecided', about: 'time' },
  'timestamp-expired': { severity: 'undecided', about: 'time' },
  'timestamp-revoked': { severity: 'undecided', about: 'time' },
  'timestamp-order': { severity: 'undecided', about: 'time' },
  'validation-data-unused': { severity: 'undecided', about: 'changed' },
  // Attachments
  'attachments-odd': { severity: 'failed', about: 'content' },
  'attachment-unexpected': { severity: 'failed', about: 'content' },
  'attachment-missing': { severity: 'failed', about: 'content' },
  'document-unknown': { severity: 'failed', about: 'content' },
  // Declaration
  'declaration-malformed': { severity: 'failed', about: 'content' },
  'declaration-not-canonical': { severity: 'failed', about: 'content' },
  'original-missing': { severity: 'undecided', about: 'content' },
  'original-mismatch': { severity: 'failed', about: 'content' },
  // Acts
  'act-malformed': { severity: 'failed', about: 'content' },
  'act-signature-invalid': { severity: 'failed', about: 'content' },
  'act-other-declaration': { severity: 'failed', about: 'content' },
  'act-signer-unknown': { severity: 'failed', about: 'content' },
  'act-twice': { severity: 'failed', about: 'content' },
  'act-missing': { severity: 'failed', about: 'content' },
  'act-sections-unseen': { severity: 'failed', about: 'content' },
  'drawing-missing': { severity: 'failed', about: 'content' },
  'drawing-mismatch': { severity: 'failed', about: 'content' },
  // Evidence
  'evidence-malformed': { severity: 'failed', about: 'content' },
  'evidence-broken': { severity: 'failed', about: 'content' },
  'evidence-other-case': { severity: 'failed', about: 'content' },
  'evidence-review-missing': { severity: 'failed', about: 'content' },
  'evidence-act-missing': { severity: 'failed', about: 'content' },
  'evidence-act-voided': { severity: 'failed', about: 'content' },
  'evidence-device-unknown': { severity: 'failed', about: 'content' },
  'evidence-challenge-mismatch': { severity: 'failed', about: 'content' },
  'evidence-acceptance-missing': { severity: 'failed', about: 'content' },
  'evidence-code-mismatch': { severity: 'failed', about: 'content' },
  // Certificates
  'certificate-content-malformed': { severity: 'failed', about: 'content' },
} as const satisfies Record<string, { severity: Severity; about: About }>;

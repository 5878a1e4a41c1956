import type { Instant } from '../base/instant.ts';
import type { PdfProblemCode } from '../pdf/problem.ts';
import type { ReasonCode, Severity } from './reasons.ts';

/** What the verification says of a file: plain data, the same in Node and in the browser. */
export type Report = {
  schema: 'schalter/verification@1';
  /** EN 319 102-1, 5.1.3. */
  verdict: Verdict;
  at: Instant;
  file: { sha256: string; bytes: number };
  reasons: readonly Reason[];
  /** Every step in order. TOTAL-PASSED needs each to have passed or not to apply. */
  checks: readonly Check[];
  seal?: SealShown;
  /** Oldest first; absent where the file has none, or the seal was broken before. */
  timestamps?: readonly TimestampShown[];
  revisions: readonly RevisionShown[];
  document?: DocumentShown;
};

export type Verdict = 'TOTAL-PASSED' | 'INDETERMINATE' | 'TOTAL-FAILED';
export type Reason = { code: ReasonCode; severity: Severity; where?: Where };

/** Where in the file: bytes and revisions count from 0, `part` is an attachment or an entry, `problem` is the reader's. */
export type Where = {
  offset?: number;
  revision?: number;
  object?: number;
  part?: string;
  problem?: PdfProblemCode;
};

export const steps = [
  'structure',
  'active-content',
  'seal',
  'coverage',
  'hole',
  'increments',
  'cms',
  'integrity',
  'signature',
  'validation-data',
  'timestamps',
  'chain',
  'revocation',
  'attachments',
  'declaration',
  'acts',
  'evidence',
  'certificate',
] as const;
export type Step = (typeof steps)[number];
export type Check = { step: Step; result: 'passed' | 'failed' | 'undecided' | 'not-reached' | 'not-needed' };

export type SealShown = {
  /** Whether the names below were traced to a known issuer; otherwise they are what the file says of itself. */
  isTraced: boolean;
  /** Common name of the certificate. */
  signer: string;
  organisation?: string;
  issuer: string;
  serialNumber: string;
  /** SHA-256 of the certificate, hex. */
  certificateHash: string;
  notBefore: Instant;
  notAfter: Instant;
  algorithm: string;
  /** Proven by what was found, never claimed by the file. */
  level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';
  /** The seal's own word on when it was made (/M); nobody vouches for it. */
  claimedAt?: Instant;
  /** The earliest time a verified time stamp proves. */
  provenAt?: Instant;
};

export type TimestampShown = {
  at: Instant;
  /** Common name of the certificate that stamped. */
  authority: string;
  covers: 'signature' | 'document';
  /** Whether a known authority vouches for it. */
  isTraced: boolean;
};

export type RevisionShown = {
  start: number;
  end: number;
  kind: 'document' | 'sealed' | 'validation-data' | 'timestamp' | 'unknown';
  objects: number;
};

export type DocumentShown =
  | {
      kind: 'declaration';
      title: string;
      number: string;
      authority: string;
      declarationHash: string;
      comparingCode: string;
      acts: readonly ActShown[];
    }
  | { kind: 'certificate'; title: string; content: unknown }
  /** `head` is the hash of the chain's last entry. */
  | { kind: 'evidence-report'; title: string; number: string; entries: number; head: string };

export type ActShown = {
  signer: string;
  role: string;
  method: string;
  capturedAt: Instant;
  offline: boolean;
  /** RFC 7638 thumbprint of the device's key. */
  thumbprint: string;
};

import * as v from 'valibot';
import { documentProblems } from './cases.ts';

/** Documents apart from their cases: their versions, and those that need whoever runs the office. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** One version of a sealed document. Each is the beginning of the next one under the same seal. */
export const VersionView = v.object({
  sha256: v.string(),
  /** Counts the seals; a higher one took the place of a seal that was revoked too early. */
  seal: v.number(),
  level: v.string(),
  bytes: v.number(),
  at: v.string(),
});
export const Versions = v.object({ versions: v.array(VersionView) });

/** A document nobody works at until somebody asks for it. It names its case by its number and nobody by name. */
export const GivenUpView = v.object({
  documentId: v.string(),
  number: v.string(),
  kind: v.picklist(['declaration', 'copy', 'meldebestaetigung', 'paper-scan', 'evidence-report']),
  /** `failed` is not there; `sealed` is, and lacks what makes it provable for long. */
  state: v.picklist(['pending', 'sealed', 'failed', 'plain']),
  level: v.nullable(v.string()),
  problem: v.nullable(v.picklist(documentProblems)),
  givenUpAt: v.string(),
});
export const LadderView = v.object({
  /** Documents that are on their way, and since when the oldest is. */
  waiting: v.number(),
  waitingSince: v.nullable(v.string()),
  givenUp: v.array(GivenUpView),
});

import * as v from 'valibot';
import { type Bytes, fromBase64, fromHex, sha256Hex } from '../base/bytes.ts';
import { toInstant } from '../base/instant.ts';
import { type Entry, verifyChain } from '../evidence/chain.ts';
import { EvidenceFile } from '../evidence/file.ts';
import { type InclusionProof, isIncluded } from '../evidence/inclusion.ts';
import type { Hash } from './algorithms.ts';
import { parseCertificate } from './certificate.ts';
import { checkCanonical, parseJson } from './declaration-file.ts';
import {
  type EvidenceReason,
  evidenceReason,
  type EvidenceReasonCode,
  type EvidenceReport,
  type EvidenceShown,
  type EvidenceStep,
  evidenceSteps,
  explainEvidence,
} from './evidence-report.ts';
import { Objection } from './notes.ts';
import { type Check, type Verdict } from './report.ts';
import { clockSkew } from './revocation.ts';
import { readRevocation } from './revocation-sources.ts';
import { checkTimestampTrust, readTimestamp, type TimeTrust } from './timestamp.ts';
import type { Trust } from './verify.ts';

/** Longer than any case; bounds the hashing. */
const mostEntries = 20_000;
const mostBytes = 20 * 1024 * 1024;

/**
 * Says what an `evidence.json` proves by itself (signing.md 7): its entries are one whole chain, the chain stood in the
 * trees of the days it names, and somebody known vouches for when their roots existed. It passes only where that holds
 * up to the last entry. Answers for any bytes; throws a plain Error only where an anchor of `trust` is no certificate.
 */
export async function verifyEvidence(bytes: Bytes, trust: Trust): Promise<EvidenceReport> {
  const anchors = trust.tsaAnchors.map((each) => parseCertificate(each));
  const { step, conclude } = makeSteps();
  const file = await step('evidence', () => readChain(bytes));
  const proofs = file && (await step('inclusion', (note) => checkInclusion(file, note)));
  const days =
    proofs && (await step('timestamps', (note) => checkRoots(file.entries, proofs, { trust, anchors, note })));
  const shown = file && showEvidence(file, days ?? proofs ?? []);
  const outcome = conclude();
  return {
    schema: 'schalter/evidence-verification@1',
    at: toInstant(trust.at),
    file: { sha256: await sha256Hex(bytes), bytes: bytes.length },
    ...outcome,
    ...(shown && { evidence: shown }),
    explanation: explainEvidence(outcome.verdict, shown),
  };
}

/** What a later day makes up for is told and changes nothing, unless it is wrong in itself. */
type Note = (code: EvidenceReasonCode, part?: string, weight?: 'made up for') => void;

/** A chain that is whole and about the case it names. Throws an `Objection` of the codes of documents. */
export async function readChain(bytes: Bytes): Promise<EvidenceFile> {
  if (bytes.length > mostBytes) throw new Objection('evidence-malformed', { part: 'size' });
  const value = parseJson(bytes, 'evidence-malformed');
  const read = v.safeParse(EvidenceFile, value);
  if (!read.success) throw new Objection('evidence-malformed', { part: v.getDotPath(read.issues[0]) ?? '' });
  const { entries, caseId } = read.output;
  if (entries.length === 0 || entries.length > mostEntries)
    throw new Objection('evidence-malformed', { part: 'entries' });
  // A key that stands twice, and is read by one reader so and by the next otherwise, falls here.
  checkCanonical(bytes, value, 'evidence-malformed');
  const chain = await verifyChain(entries);
  if (!chain.intact) throw new Objection('evidence-broken', { part: `entry ${chain.brokenAt}` });
  const [first] = entries;
  if (first?.event !== 'case-opened' || first.details.caseId !== caseId) throw new Objection('evidence-other-case');
  return read.output;
}

/** A proof that leads elsewhere spoils the file, whatever the others prove. */
async function checkInclusion({ entries, inclusion }: EvidenceFile, note: Note): Promise<readonly InclusionProof[]> {
  const proofs = inclusion === 'pending' ? [] : inclusion;
  for (const day of await daysThatLeadNowhere(entries, proofs)) note('inclusion-wrong', day);
  const covered = (proofs.at(-1)?.position ?? -1) + 1;
  if (covered < entries.length) note('inclusion-pending', `entry ${covered}`);
  return proofs;
}

/** The days whose proof is none, or stands out of order. */
export async function daysThatLeadNowhere(
  entries: readonly Entry[],
  proofs: readonly InclusionProof[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [at, proof] of proofs.entries()) {
    const before = proofs[at - 1];
    const isInOrder = before === undefined || (before.day < proof.day && before.position < proof.position);
    if (!isInOrder || !(await isIncluded(entries, proof))) wrong.push(proof.day);
  }
  return wrong;
}

type ProvenDay = InclusionProof & { at?: number };

/** The last root has to carry the chain; what is missing at an earlier one is made up for by a later one. */
async function checkRoots(
  entries: readonly Entry[],
  proofs: readonly InclusionProof[],
  { trust, anchors, note }: { trust: Trust; anchors: TimeTrust['anchors']; note: Note },
): Promise<readonly ProvenDay[]> {
  const at = trust.at.getTime();
  const revocation = readRevocation(trust.revocation, at, (code, where) => note(code, where?.part));
  const timeTrust = { anchors, beside: [], data: { ...revocation, beside: [] }, at, provenAt: undefined };
  const days: ProvenDay[] = [];
  for (const proof of proofs) {
    const isLast = proof === proofs.at(-1);
    if (proof.timestamp === null) {
      note('root-not-timestamped', proof.day, isLast ? undefined : 'made up for');
      days.push(proof);
      continue;
    }
    try {
      const time = await timeOf(proof, timeTrust);
      // Instants of one form sort as text.
      const until = toInstant(new Date(time + clockSkew));
      const late = entries.slice(0, proof.position + 1).find((entry) => entry.at > until);
      if (late) note('evidence-after-timestamp', `entry ${late.position}`);
      days.push({ ...proof, at: time });
    } catch (error) {
      if (!(error instanceof Objection)) throw error;
      note(error.code, error.where?.part ?? proof.day, isLast ? undefined : 'made up for');
      days.push(proof);
    }
  }
  return days;
}

/** The token is about the root itself, which is a SHA-256 digest already. */
async function timeOf({ root, timestamp }: InclusionProof, trust: TimeTrust): Promise<number> {
  const digest = async (hash: Hash): Promise<Bytes> => (hash === 'SHA-256' ? fromHex(root) : new Uint8Array());
  const stamp = await readTimestamp(fromBase64(timestamp ?? ''), digest);
  return (await checkTimestampTrust(stamp, trust)).time;
}

const showEvidence = ({ caseId, entries }: EvidenceFile, days: readonly ProvenDay[]): EvidenceShown => ({
  caseId,
  entries: entries.length,
  head: entries.at(-1)?.hash ?? '',
  days: days.map(({ day, position, root, at }) => ({
    day,
    through: position,
    root,
    ...(at !== undefined && { at: toInstant(new Date(at)) }),
  })),
});

/** A step passes only by ending without an objection; one that broke on something nobody foresaw has not passed. */
function makeSteps() {
  const found: EvidenceReason[] = [];
  const results = new Map<EvidenceStep, Check['result']>();
  async function step<T>(name: EvidenceStep, run: (note: Note) => Promise<T>): Promise<T | undefined> {
    const mine: EvidenceReason[] = [];
    const note: Note = (code, part, weight) => {
      const reason = evidenceReason(code, part);
      mine.push(weight && reason.severity === 'undecided' ? { ...reason, severity: 'note' } : reason);
    };
    let outcome: T | undefined;
    try {
      outcome = await run(note);
    } catch (error) {
      if (error instanceof Objection) note(error.code, error.where?.part);
      else note('check-broke', name);
    }
    const severities = mine.map(({ severity }) => severity);
    const result = severities.includes('failed') ? 'failed' : severities.includes('undecided') ? 'undecided' : 'passed';
    results.set(name, result);
    found.push(...mine);
    return outcome;
  }
  function conclude() {
    const checks = evidenceSteps.map((name) => ({ step: name, result: results.get(name) ?? ('not-reached' as const) }));
    const verdict: Verdict = checks.some(({ result }) => result === 'failed')
      ? 'TOTAL-FAILED'
      : checks.every(({ result }) => result === 'passed')
        ? 'TOTAL-PASSED'
        : 'INDETERMINATE';
    return { verdict, reasons: found, checks };
  }
  return { step, conclude };
}

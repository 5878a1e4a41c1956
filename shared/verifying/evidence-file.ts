import * as v from 'valibot';
import { type Bytes, sha256Hex, utf8 } from '../base/bytes.ts';
import { hashAct } from '../declaration/act.ts';
import type { Declaration } from '../declaration/declaration.ts';
import { comparingCode } from '../declaration/hash.ts';
import { type Entry, verifyChain } from '../evidence/chain.ts';
import { EvidenceAtSeal } from '../evidence/file.ts';
import type { VerifiedAct } from './acts.ts';
import { attachmentNames } from './attachment-names.ts';
import { parseJson } from './declaration-file.ts';
import { type Note, Objection } from './notes.ts';

/** Longer than any case; bounds the hashing. */
const mostEntries = 20_000;

/**
 * Holds the evidence against itself, the declaration and the acts: the chain is whole, this declaration was under
 * review with the comparing code that belongs to it, every act stands in it as it is and answers the review's challenge,
 * on a device that was paired, not voided since, every signer confirmed, by an act or on paper, and then the office
 * accepted it.
 */
export async function checkEvidence(
  bytes: Bytes,
  subject: { declaration: Declaration; declarationHash: string; acts: readonly VerifiedAct[] },
  note: Note,
): Promise<void> {
  const read = v.safeParse(EvidenceAtSeal, parseJson(bytes, 'evidence-malformed'));
  if (!read.success || read.output.entries.length > mostEntries)
    throw new Objection('evidence-malformed', { part: attachmentNames.evidence });
  const { entries, caseId } = read.output;
  const chain = await verifyChain(entries);
  if (!chain.intact) throw new Objection('evidence-broken', { part: `entry ${chain.brokenAt}` });
  const { declaration, declarationHash, acts } = subject;
  if (caseId !== declaration.caseId) note('evidence-other-case');

  const review = entries.find(
    ({ event, details }) => event === 'review-started' && details.declarationHash === declarationHash,
  );
  if (!review) note('evidence-review-missing');
  else if (review.details.comparingCode !== comparingCode(declarationHash))
    note('evidence-code-mismatch', { part: `entry ${review.position}` });
  const challenges = entries.flatMap(({ event, details: { declarationHash: about, challengeHash } }) =>
    event === 'review-started' && about === declarationHash && challengeHash !== undefined ? [challengeHash] : [],
  );
  for (const act of acts) {
    await checkAct(act, entries, note);
    // A case opened without the server has no challenge to answer.
    const answered = await sha256Hex(utf8(act.act.challenge ?? ''));
    if (challenges.length > 0 && !challenges.includes(answered))
      note('evidence-challenge-mismatch', { part: attachmentNames.act(act.number) });
  }

  const confirmed = new Set(acts.map(({ act }) => act.signer));
  for (const { event, details } of entries)
    if (event === 'paper-confirmed' && details.declarationHash === declarationHash) confirmed.add(details.signer ?? '');
  for (const { id } of declaration.signers) if (!confirmed.has(id)) note('act-missing', { part: id });
  checkAcceptance(entries, declarationHash, note);
}

/** The office accepts what was confirmed, and seals what it accepted: in this order, and this declaration. */
function checkAcceptance(entries: readonly Entry[], declarationHash: string, note: Note): void {
  const about = entries.filter(({ details }) => details.declarationHash === declarationHash);
  const accepted = about.findLast(({ event }) => event === 'accepted');
  if (!accepted) return note('evidence-acceptance-missing');
  const isLate = ({ event, position }: Entry) =>
    (event === 'confirmed' || event === 'paper-confirmed') && position > accepted.position;
  for (const { position } of about.filter(isLate)) note('evidence-acceptance-missing', { part: `entry ${position}` });
}

async function checkAct(
  { number, act, thumbprint }: VerifiedAct,
  entries: readonly Entry[],
  note: Note,
): Promise<void> {
  const part = attachmentNames.act(number);
  const actHash = await hashAct(act);
  const entry = entries.find(({ event, details }) => event === 'confirmed' && details.actId === act.actId);
  const isIt =
    entry?.details.actHash === actHash &&
    entry.details.declarationHash === act.declarationHash &&
    entry.details.signer === act.signer &&
    entry.details.thumbprint === thumbprint;
  if (!entry || !isIt) return note('evidence-act-missing', { part });
  const isPaired = entries.some(
    ({ event, details, position }) =>
      event === 'device-paired' && details.thumbprint === thumbprint && position < entry.position,
  );
  if (!isPaired) note('evidence-device-unknown', { part });
  if (entries.some(({ event, details }) => event === 'act-voided' && details.actId === act.actId))
    note('evidence-act-voided', { part });
}

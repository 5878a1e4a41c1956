import { eq } from 'drizzle-orm';
import { type Bytes, sha256Hex } from '../../../shared/base/bytes.ts';
import { limits } from '../../../shared/base/limits.ts';
import type { DocumentProblem } from '../../../shared/wire/cases.ts';
import { anchorsOf } from '../../anchors.ts';
import type { Office } from '../../context.ts';
import type { JobData } from '../../jobs.ts';
import type { SealChains } from '../../sealing/chains.ts';
import { lockCase, saveCase } from '../cases/record.ts';
import { appendEvidence } from '../evidence/actions.ts';
import { confirmedLevel, highest, isAbove, type Level, levelOf, NotProven } from './confirmed-level.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { NoYoungerTimestamp, noteProblem, problemOf } from './problems.ts';
import { gatherProofs, gatherWhatIsAtHand, type Proofs } from './proofs.ts';
import { findDocument } from './queries.ts';
import { isRenewalDue, lastingOf, type Lasting } from './renewals.ts';
import { replaceSeal } from './replace-seal.ts';
import { stampDocument } from './stamping.ts';
import { type DocumentRow, documents } from './tables.ts';
import { settleTasks } from './try-again.ts';
import { growDocument, readDocument } from './versions.ts';

/**
 * The ladder of a sealed document (signing.md 6): a time stamp where the first was missing, what it takes to validate it
 * later, a time stamp over all of that, and a fresh one before that loses its force. Each step appends, is proven by our
 * own verification before it is claimed, and commits by itself; a job that comes twice finds it done. Throws while a step
 * cannot be taken: the queue comes back after a growing pause, for days.
 */
export const raiseLevel = (office: Office, { documentId = '' }: JobData): Promise<void> =>
  oneAtATime(office, `raise:${documentId}`, async () => {
    while (await takeNextStep(office, documentId));
  });

/** Says whether there may be another step. */
async function takeNextStep(office: Office, documentId: string): Promise<boolean> {
  const document = await findDocument(office.db, documentId);
  if (document?.state !== 'sealed') return false;
  if (levelOf(document) === highest && !isRenewalDue(office, document)) return false;
  let problem: DocumentProblem = 'not-verified';
  try {
    const sealed = await openDocument(office, documentId);
    const longer = await nextVersion(office, sealed);
    if (longer === 'replaced') return false;
    problem = 'not-stored';
    await keep(office, sealed, longer);
    return longer.level !== highest;
  } catch (error) {
    await noteProblem(office, document, problemOf(error, problem));
    throw error;
  }
}

/** The document as it lies there, and whose word it rests on. */
type Sealed = { document: DocumentRow; level: Level; pdf: Bytes; chains: SealChains };
type Longer = { pdf: Bytes; level: Level; lasting?: Lasting };

async function openDocument(office: Office, documentId: string): Promise<Sealed> {
  const { document, pdf } = await readDocument(office, office.db, documentId);
  if ((await sha256Hex(pdf)) !== document.sha256) throw new Error(`document ${documentId} is not what was stored`);
  return {
    document,
    level: levelOf(document),
    pdf,
    chains: await office.typesetter.readChains(pdf, await anchorsOf(office)),
  };
}

/** One step up from here. */
async function nextVersion(office: Office, sealed: Sealed): Promise<Longer | 'replaced'> {
  const { document, level, pdf, chains } = sealed;
  const all = [chains.seal, ...chains.stamps.map(({ chain }) => chain)];
  if (level === 'unconfirmed' || level === 'B-B') {
    const known = await gatherWhatIsAtHand(office, all);
    if (await isReplaced(office, sealed, known)) return 'replaced';
    return level === 'B-B' ? stamped(office, { before: level, pdf }) : proven(office, { before: level, pdf, known });
  }
  if (level === 'B-T') {
    const known = await gatherProofs(office, all, { since: new Date(provenAt(chains)), signal: patience() });
    if (await isReplaced(office, sealed, known)) return 'replaced';
    return proven(office, { before: level, pdf: await office.typesetter.appendData(pdf, known.data), known });
  }
  if (level === 'B-LT') return stamped(office, { before: level, pdf });
  return renew(office, { document, pdf, chains });
}

/** With a time stamp over all of it, and how long that lasts. */
async function stamped(office: Office, { before, pdf }: { before: Level; pdf: Bytes }): Promise<Longer> {
  const longer = await stampDocument(office, pdf);
  const chains = await office.typesetter.readChains(longer, await anchorsOf(office));
  const known = await gatherWhatIsAtHand(office, [chains.seal, ...chains.stamps.map(({ chain }) => chain)]);
  return { ...(await proven(office, { before, pdf: longer, known })), lasting: lastingOf(chains) };
}

/** What the last stamp is validated with, and a fresh stamp over that: both or neither. */
async function renew(
  office: Office,
  { document, pdf, chains }: Pick<Sealed, 'document' | 'pdf' | 'chains'>,
): Promise<Longer> {
  const last = chains.stamps.at(-1);
  if (!last) throw new Error('an archived document has a time stamp');
  const { data } = await gatherProofs(office, [last.chain], { since: new Date(last.time), signal: patience() });
  const longer = await stamped(office, { before: 'B-LT', pdf: await office.typesetter.appendData(pdf, data) });
  if (!longer.lasting || !isLonger(office, document, longer.lasting))
    throw new NoYoungerTimestamp('the new time stamp holds no longer than the last one');
  return longer;
}

function isLonger(office: Office, before: DocumentRow, after: Lasting): boolean {
  if (!isRenewalDue(office, after)) return true;
  return after.renewBy > (before.renewBy ?? '');
}

/** Claimed only after our own verification says so. */
async function proven(
  office: Office,
  { before, pdf, known }: { before: Level; pdf: Bytes; known: Proofs },
): Promise<Longer> {
  const level = await confirmedLevel(office, pdf, known.data);
  if (!isAbove(level, before)) throw new NotProven([`${level} after ${before}`]);
  return { pdf, level };
}

/** Revoked before anybody could prove that the seal is older: sealed anew. */
async function isReplaced(office: Office, { document, chains }: Sealed, { revoked }: Proofs): Promise<boolean> {
  const [leaf] = chains.seal;
  const found = revoked.find(
    ({ certificate, at }) => isOneOf(chains.seal, certificate) && at.getTime() <= provenAt(chains),
  );
  if (!leaf || !found) return false;
  await replaceSeal(office, document, { leaf, revokedAt: found.at });
  return true;
}

async function keep(
  office: Office,
  { document, pdf: before }: Sealed,
  { pdf: after, level, lasting }: Longer,
): Promise<void> {
  const { caseId, documentId } = document;
  await office.db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    const now = await findDocument(tx, documentId);
    // Another process was first, or the seal was replaced meanwhile: nothing of this counts.
    if (now?.state !== 'sealed' || now.sha256 !== document.sha256 || now.level !== document.level) return;
    const hasGrown = after !== before;
    const sha256 = hasGrown ? await growDocument(office, tx, { document: now, before, after, level }) : now.sha256;
    const claimed = { level, problem: null, givenUpAt: null, renewalOrderedAt: null, ...lasting };
    await tx.update(documents).set(claimed).where(eq(documents.documentId, documentId));
    const event = !hasGrown ? 'level-confirmed' : now.level === highest ? 'archive-renewed' : 'level-raised';
    const details = { documentId, sha256: sha256 ?? '', level };
    await appendEvidence(office, tx, { caseId, actor: 'system', event, details });
    await settleTasks(office, tx, now, 'system');
    await saveCase(office, tx, row, {});
  });
}

/** The earliest time that is proven; without a stamp nothing is, however late. */
const provenAt = ({ stamps }: SealChains): number =>
  stamps.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...stamps.map(({ time }) => time));

const isOneOf = (all: readonly Bytes[], one: Bytes): boolean => all.some((der) => Buffer.compare(der, one) === 0);

const patience = (): AbortSignal => AbortSignal.timeout(limits.outsideSeconds * 1000);

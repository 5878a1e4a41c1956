import type { InferOutput } from 'valibot';
import { Refusal } from '../../../shared/base/refusal.ts';
import { type Act, readAct } from '../../../shared/declaration/act.ts';
import type { Declaration } from '../../../shared/declaration/declaration.ts';
import { hashDrawing, isEvenlySpaced } from '../../../shared/declaration/drawing.ts';
import type { SendAct } from '../../../shared/wire/counter.ts';

/**
 * What makes a Bestätigung count (signing.md 4). Each check is one step, one sentence and one refusal; the lists are
 * read from top to bottom, and a wrong act is told the first thing that is wrong with it.
 */
export type SentAct = InferOutput<typeof SendAct>;

/** Who sent it: the tablet as it is registered now, not as its session remembers it. */
export type Tablet = { thumbprint: string; state: 'paired' | 'revoked' };

/** What can be said of the act from the act and its tablet alone. */
export async function readSentAct(sent: SentAct, from: { caseId: string; tablet: Tablet }): Promise<Act> {
  const read = await readAct(sent.jws);

  // 1. It is an act: known header, known fields, nothing else.
  if (!read.ok && read.because !== 'signature-wrong' && read.because !== 'thumbprint-differs')
    throw new Refusal('act-unreadable', { because: read.because });

  // 2. The signature fits what it signs, by the key it carries.
  if (!read.ok) throw new Refusal('act-signature-wrong');

  // 3. That key is the one of the tablet that sends it, paired to this office and its desk.
  const { tablet } = from;
  if (read.thumbprint !== tablet.thumbprint) throw new Refusal('act-key-foreign');

  // 4. The tablet is still in service.
  if (tablet.state === 'revoked') throw new Refusal('act-key-revoked');

  // 5. It is sent as what it says it is.
  if (read.act.actId !== sent.actId || read.act.caseId !== from.caseId) throw new Refusal('act-unreadable');
  return read.act;
}

export type Ground = {
  lease: { revision: number; challenge: string; validUntil: string };
  declarationHash: string;
  declaration: Pick<Declaration, 'signers' | 'sections'>;
  confirmed: readonly string[];
  now: string;
};

/** What the act must fit: the revision that was lent, the challenge that came with it, the declaration that was shown. */
export async function checkAct(act: Act, drawing: SentAct['drawing'], ground: Ground): Promise<void> {
  const { lease, declaration } = ground;

  // 6. It confirms the revision that was lent to this tablet.
  if (act.revision !== lease.revision) throw new Refusal('act-revision-outdated');

  // 7. It answers the challenge of the lease, in time.
  if (act.challenge !== lease.challenge || ground.now > lease.validUntil) throw new Refusal('act-challenge-stale');

  // 8. It confirms exactly the declaration on record.
  if (act.declarationHash !== ground.declarationHash) throw new Refusal('act-declaration-differs');

  // 9. The signer has to confirm this declaration.
  if (!declaration.signers.some(({ id }) => id === act.signer)) throw new Refusal('act-signer-unknown');

  // 10. He has not done so yet: a challenge serves each signer once.
  if (ground.confirmed.includes(act.signer)) throw new Refusal('act-repeated');

  // 11. He has seen all of it.
  const unseen = declaration.sections.map(({ id }) => id).filter((id) => !act.sectionsSeen.includes(id));
  if (unseen.length > 0) throw new Refusal('act-sections-unseen', { sections: unseen });

  await checkDrawing(act, drawing);
}

async function checkDrawing(act: Act, drawing: SentAct['drawing']): Promise<void> {
  const isDrawn = act.method !== 'confirmed';

  // 12. There is a drawing where one was made, and only there.
  if (isDrawn !== (drawing !== undefined) || isDrawn !== (act.drawingHash !== undefined))
    throw new Refusal('act-drawing-misplaced');
  if (drawing === undefined) return;

  // 13. It is lines and nothing else: no speed hidden in its spacing.
  if (!isEvenlySpaced(drawing)) throw new Refusal('act-drawing-uneven');

  // 14. It is the one the act names.
  if ((await hashDrawing(drawing)) !== act.drawingHash) throw new Refusal('act-drawing-differs');
}

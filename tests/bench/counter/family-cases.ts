import * as jose from 'jose';
import { sha256Hex, utf8 } from '../../../shared/base/bytes.ts';
import { type Act, hashAct, signAct } from '../../../shared/declaration/act.ts';
import { canonicalBytes } from '../../../shared/declaration/canonical.ts';
import type { Declaration } from '../../../shared/declaration/declaration.ts';
import { hashDrawing } from '../../../shared/declaration/drawing.ts';
import { comparingCode, hashDeclaration } from '../../../shared/declaration/hash.ts';
import { type Draft, type Entry, nextEntry } from '../../../shared/evidence/chain.ts';
import type { TypesetJob } from '../../../server/ports/typesetter.ts';
import { declarationAttachments } from '../../../server/typesetting/attachments.ts';
import { actsOfTheFamily, familyOfFour, sheetOfTheFamily } from '../../../server/typesetting/family-of-four.ts';
import { declarationSheet } from '../../../server/typesetting/sheet.ts';

/**
 * Cases of a family of four, confirmed by two drawings: three pages with everything a verification looks for. Each
 * number is another case, because Typst remembers what it has set and the office never sets the same twice. What comes
 * back does the office's part: from the confirmed case to the order for its document.
 */
export async function makeFamilyCases(): Promise<(at: number) => Promise<() => TypesetJob>> {
  const { privateKey, publicKey } = await jose.generateKeyPair('ES256', { extractable: true });
  const { x = '', y = '' } = await jose.exportJWK(publicKey);
  const publicJwk = { kty: 'EC', crv: 'P-256', x, y } as const;
  const thumbprint = await jose.calculateJwkThumbprint(publicJwk);
  return async (at) => {
    const declaration = { ...familyOfFour, number: `26-0007-${String(at).padStart(5, '0')}-3`, revision: at + 1 };
    const declarationHash = await hashDeclaration(declaration);
    const acts = await Promise.all(actsOfTheFamily.map((_, place) => actOf(declaration, declarationHash, place)));
    const entries = await chainOf(declaration, declarationHash, acts, thumbprint);
    const signed = await Promise.all(
      acts.map(async (act, place) => {
        const drawing = actsOfTheFamily[place]?.drawing;
        return { jws: await signAct(act, { privateKey, publicJwk }), ...(drawing && { drawing }) };
      }),
    );
    const { caseId } = declaration;
    return () => ({
      template: 'declaration',
      data: JSON.stringify(
        declarationSheet({
          ...sheetOfTheFamily,
          declaration,
          declarationHash,
          evidence: { entries: entries.length, head: entries.at(-1)?.hash ?? '' },
        }),
      ),
      attachments: declarationAttachments({
        declaration,
        acts: signed,
        evidence: canonicalBytes({ schema: 'schalter/evidence@1', caseId, entries, inclusion: 'pending' }),
      }),
      madeAt: new Date(),
    });
  };
}

const challenge = 'q83vEjRWeJCrze8SNFZ4kA';

async function actOf(
  { caseId, revision, sections }: Declaration,
  declarationHash: string,
  place: number,
): Promise<Act> {
  const given = actsOfTheFamily[place];
  if (!given?.drawing) throw new Error('the family confirms by drawing');
  return {
    schema: 'schalter/act@1',
    actId: `019b0e6e-5f00-7000-8000-00000000b00${place}`,
    caseId,
    revision,
    declarationHash,
    signer: given.signer,
    method: 'drawn',
    drawingHash: await hashDrawing(given.drawing),
    sectionsSeen: sections.map(({ id }) => id),
    challenge,
    capturedAt: given.at,
    offline: false,
    appVersion: 'bench',
  };
}

async function chainOf(
  { caseId, number, revision }: Declaration,
  declarationHash: string,
  acts: readonly Act[],
  thumbprint: string,
): Promise<readonly Entry[]> {
  const draft = (event: Draft['event'], details: Draft['details']): Draft => ({
    at: '2026-11-23T09:45:00.000Z',
    actor: 'clerk:demo-clerk-1',
    event,
    details,
  });
  const frozen = { revision: String(revision), declarationHash };
  const confirmed = await Promise.all(
    acts.map(async (act) => {
      const { actId, signer, method, drawingHash = '' } = act;
      return draft('confirmed', {
        ...frozen,
        actId,
        actHash: await hashAct(act),
        signer,
        method,
        thumbprint,
        drawingHash,
      });
    }),
  );
  const drafts = [
    draft('case-opened', { caseId, number }),
    draft('device-paired', { thumbprint, desk: 'leinfelden-3', number: '0007' }),
    draft('review-started', {
      ...frozen,
      comparingCode: comparingCode(declarationHash),
      challengeHash: await sha256Hex(utf8(challenge)),
    }),
    ...confirmed,
    draft('accepted', frozen),
  ];
  const entries: Entry[] = [];
  for (const each of drafts) entries.push(await nextEntry(entries.at(-1), each));
  return entries;
}

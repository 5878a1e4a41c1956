import * as jose from 'jose';
import { canonicalBytes } from '../../../shared/declaration/canonical.ts';
import { signAct } from '../../../shared/declaration/act.ts';
import { hashDrawing } from '../../../shared/declaration/drawing.ts';
import type { TypesetJob } from '../../../server/ports/typesetter.ts';
import { declarationAttachments } from '../../../server/typesetting/attachments.ts';
import { actsOfTheFamily, familyOfFour, sheetOfTheFamily } from '../../../server/typesetting/family-of-four.ts';
import { declarationSheet } from '../../../server/typesetting/sheet.ts';

/**
 * The declaration of a family of four on three pages with two drawings, real acts attached. Each number gives another
 * document: Typst remembers what it has set before, and the office never sets the same twice.
 */
export async function makeFamilyJob(): Promise<(at: number) => TypesetJob> {
  const { privateKey, publicKey } = await jose.generateKeyPair('ES256', { extractable: true });
  const { x = '', y = '' } = await jose.exportJWK(publicKey);
  const key = { privateKey, publicJwk: { kty: 'EC', crv: 'P-256', x, y } } as const;
  const acts = await Promise.all(
    actsOfTheFamily.map(async ({ signer, drawing, at }, place) => ({
      jws: await signAct(
        {
          schema: 'schalter/act@1',
          actId: `019b0e6e-5f00-7000-8000-00000000b00${place}`,
          caseId: familyOfFour.caseId,
          revision: familyOfFour.revision,
          declarationHash: sheetOfTheFamily.declarationHash,
          signer,
          method: 'drawn',
          ...(drawing && { drawingHash: await hashDrawing(drawing) }),
          sectionsSeen: familyOfFour.sections.map(({ id }) => id),
          challenge: 'q83vEjRWeJCrze8SNFZ4kA',
          capturedAt: at,
          offline: false,
          appVersion: 'bench',
        },
        key,
      ),
      ...(drawing && { drawing }),
    })),
  );
  const evidence = canonicalBytes({ schema: 'schalter/evidence@1', entries: [] });
  return (at) => {
    const declaration = { ...familyOfFour, number: `26-0007-${String(at).padStart(5, '0')}-3`, revision: at + 1 };
    return {
      template: 'declaration',
      data: JSON.stringify(declarationSheet({ ...sheetOfTheFamily, declaration })),
      attachments: declarationAttachments({ declaration, acts, evidence }),
      madeAt: new Date(),
    };
  };
}

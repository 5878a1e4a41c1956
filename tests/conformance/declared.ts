import * as v from 'valibot';
import type { Declaration } from '../../shared/declaration/declaration.ts';
import { hashDeclaration } from '../../shared/declaration/hash.ts';
import { EvidenceFile } from '../../shared/evidence/file.ts';
import type { TypesetJob } from '../../server/ports/typesetter.ts';
import { declarationAttachments, reportAttachments } from '../../server/typesetting/attachments.ts';
import { evidenceReportSheet } from '../../server/typesetting/evidence-report.ts';
import { type DeclarationSheet, declarationSheet } from '../../server/typesetting/sheet.ts';
import { caseFiles, declaration as small, drawing } from '../support/sealed-case.ts';

/**
 * The document of a declaration with real acts and a real chain of evidence, so that our own verification judges it
 * as well. Its first signer drew, a second one pressed the key. `face` exchanges what is drawn on the page alone.
 */
export async function jobOf(declared: Declaration, face: Partial<DeclarationSheet> = {}): Promise<TypesetJob> {
  // Acts and evidence are of the sample's case, so the declaration is, too.
  const declaration = { ...declared, caseId: small.caseId, revision: small.revision };
  const sectionsSeen = declaration.sections.map(({ id }) => id);
  const files = await caseFiles({
    declaration,
    act: (act) => ({ ...act, sectionsSeen }),
  });
  const textOf = (name: string) => new TextDecoder().decode(files[name]);
  const sheet = declarationSheet({
    declaration,
    declarationHash: await hashDeclaration(declaration),
    acts: [
      { signer: 'p1', method: 'drawn', at: confirmedAt, offline: false, drawing },
      { signer: 'p2', method: 'confirmed', at: confirmedAt, offline: false },
    ],
    purpose: 'office',
    checkAt: 'http://localhost:8080/citizen/checking',
    demo: true,
  });
  return {
    template: 'declaration',
    data: JSON.stringify({ ...sheet, ...face }),
    attachments: declarationAttachments({
      declaration,
      acts: [{ jws: textOf('act-1.jws'), drawing }, { jws: textOf('act-2.jws') }],
      evidence: files['evidence-at-seal.json'] ?? new Uint8Array(),
    }),
    madeAt: new Date(confirmedAt),
  };
}

const confirmedAt = '2026-11-23T08:58:00.000Z';

/** The Nachweisbericht of the same small case, one day of it closed and the root not timestamped yet. */
export async function reportJob(): Promise<TypesetJob> {
  const bytes = (await caseFiles())['evidence-at-seal.json'] ?? new Uint8Array();
  const { entries } = v.parse(EvidenceFile, JSON.parse(new TextDecoder().decode(bytes)));
  const madeAt = new Date(confirmedAt);
  const sheet = evidenceReportSheet({
    entries,
    days: [{ day: '2026-11-23', position: entries.length - 2, root: '5'.repeat(64) }],
    authority: small.authority,
    madeAt,
    checkAt: 'http://localhost:8080/citizen/checking',
    demo: true,
  });
  return { template: 'evidence-report', data: JSON.stringify(sheet), attachments: reportAttachments(bytes), madeAt };
}

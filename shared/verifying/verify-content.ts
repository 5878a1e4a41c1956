import { type Bytes, sha256Hex } from '../base/bytes.ts';
import { comparingCode } from '../declaration/hash.ts';
import type { PdfFile } from '../pdf/file.ts';
import { checkActs } from './acts.ts';
import { attachmentNames } from './attachment-names.ts';
import { readAttachments } from './attachments.ts';
import { readCertificateContent } from './certificate-file.ts';
import { readDeclaration } from './declaration-file.ts';
import { checkEvidence } from './evidence-file.ts';
import { type Note, Objection, type Steps } from './notes.ts';
import { checkOriginal } from './original.ts';
import { readReportEvidence } from './report-file.ts';
import type { DocumentShown } from './report.ts';

/** What the document is, and whether its parts belong together. */
export async function verifyContent(
  file: PdfFile,
  revision: number,
  { step, skip }: Steps,
): Promise<DocumentShown | undefined> {
  const attachments = await step('attachments', async (note) => {
    const found = await readAttachments(file, revision);
    checkNames(found, note);
    return found;
  });
  if (!attachments) return undefined;
  const certificate = attachments.get(attachmentNames.certificate);
  if (certificate) {
    for (const name of ['declaration', 'acts', 'evidence'] as const) skip(name);
    const content = await step('certificate', () => readCertificateContent(certificate));
    return content && { kind: 'certificate', ...content };
  }
  skip('certificate');
  const report = attachments.get(attachmentNames.report);
  if (report) {
    for (const name of ['declaration', 'acts'] as const) skip(name);
    return step('evidence', () => readReportEvidence(report));
  }
  const bytes = attachments.get(attachmentNames.declaration);
  const declaration =
    bytes &&
    (await step('declaration', async (note) => {
      const read = readDeclaration(bytes);
      await checkOriginal(read.original, attachments.get(attachmentNames.original), note);
      return read;
    }));
  if (!bytes || !declaration) return undefined;
  const declarationHash = await sha256Hex(bytes);
  const acts = await step('acts', (note) => checkActs(attachments, { declaration, declarationHash }, note));
  const evidence = attachments.get(attachmentNames.evidence);
  if (evidence && acts)
    await step('evidence', (note) => checkEvidence(evidence, { declaration, declarationHash, acts }, note));
  return {
    kind: 'declaration',
    title: declaration.title.de,
    number: declaration.number,
    authority: declaration.authority.name,
    declarationHash,
    comparingCode: comparingCode(declarationHash),
    acts: (acts ?? []).map(({ act, thumbprint }) => {
      const signer = declaration.signers.find(({ id }) => id === act.signer);
      const { method, capturedAt, offline } = act;
      return { signer: signer?.name ?? act.signer, role: signer?.role ?? '', method, capturedAt, offline, thumbprint };
    }),
  };
}

/** Exactly the attachments of the kind, acts counted without a gap. */
function checkNames(attachments: ReadonlyMap<string, Bytes>, note: Note): void {
  const names = new Set(attachments.keys());
  const alone = [attachmentNames.certificate, attachmentNames.report].find((name) => names.has(name));
  if (alone === undefined && !names.has(attachmentNames.declaration)) throw new Objection('document-unknown');
  const expected = new Set<string>(
    alone === undefined ? [attachmentNames.declaration, attachmentNames.evidence] : [alone],
  );
  for (const name of expected) if (!names.has(name)) note('attachment-missing', { part: name });
  if (alone === undefined) expected.add(attachmentNames.original);
  for (let number = 1; alone === undefined && names.has(attachmentNames.act(number)); number += 1)
    expected.add(attachmentNames.act(number)).add(attachmentNames.drawing(number));
  for (const name of names) if (!expected.has(name)) note('attachment-unexpected', { part: name });
}

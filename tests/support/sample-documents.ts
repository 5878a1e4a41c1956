import { canonicalBytes } from '../../shared/declaration/canonical.ts';
import type { Meldebestaetigung } from '../../shared/services/anmeldung/meldebestaetigung.ts';
import type { TypesetJob } from '../../server/ports/typesetter.ts';
import { certificateAttachments, declarationAttachments } from '../../server/typesetting/attachments.ts';
import { actsOfTheFamily, familyOfFour, sheetOfTheFamily } from '../../server/typesetting/family-of-four.ts';
import { codeBarcode, meldebestaetigungSheet } from '../../server/typesetting/meldebestaetigung.ts';
import { declarationSheet } from '../../server/typesetting/sheet.ts';

/**
 * The jobs of both kinds of document the office makes, with all they can carry: for tests of sealing and for foreign
 * validators. The acts are placeholders: here nobody looks into the attachments.
 */
const madeAt = new Date('2026-11-23T09:45:00Z');

export const declarationJob: TypesetJob = {
  template: 'declaration',
  data: JSON.stringify(declarationSheet(sheetOfTheFamily)),
  attachments: declarationAttachments({
    declaration: familyOfFour,
    acts: actsOfTheFamily.map(({ drawing }) => ({ jws: 'e30.e30.AA', ...(drawing ? { drawing } : {}) })),
    evidence: canonicalBytes({ schema: 'schalter/evidence@1', entries: [] }),
  }),
  madeAt,
};

const confirmed: Meldebestaetigung = {
  schema: 'schalter/meldebestaetigung@1',
  kind: 'anmeldung',
  authority: { name: 'Stadt Leinfelden-Echterdingen', address: 'Marktplatz 1, 70771 Leinfelden-Echterdingen' },
  issuedOn: '2026-11-23',
  persons: [
    {
      familienname: 'Öztürk-Żółkiewska',
      vornamen: 'Małgorzata Ayşe',
      gebraeuchlicherVorname: 'Ayşe',
      geburtsdatum: '1986-05-03',
      einzugsOderAuszugsdatum: '2026-11-14',
      datumDerMeldung: '2026-11-23',
      anschrift: 'Stuttgarter Straße 12 a, 70771 Leinfelden-Echterdingen',
      wohnung: 'alleinige Wohnung',
    },
  ],
};

const face = { demo: true, origin: 'http://localhost:8080', code: '0024H36H2NCSVRH6DAQF6DVVQZWM' };

export const meldebestaetigungJob: TypesetJob = {
  template: 'meldebestaetigung',
  data: JSON.stringify(meldebestaetigungSheet(confirmed, face)),
  attachments: certificateAttachments(confirmed),
  barcodes: [codeBarcode(face)],
  madeAt,
};

/** With a printed seal of the usual size; here nobody reads it. */
export const printedSealJob: TypesetJob = {
  ...meldebestaetigungJob,
  data: JSON.stringify(meldebestaetigungSheet(confirmed, { ...face, sealed: [1] })),
  barcodes: [
    codeBarcode(face),
    { name: 'seal-1', kind: 'data-matrix', bytes: Uint8Array.from({ length: 240 }, (_, at) => (at * 37) & 0xff) },
  ],
};

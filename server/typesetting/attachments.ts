import { type Bytes, utf8 } from '../../shared/base/bytes.ts';
import { canonicalBytes } from '../../shared/declaration/canonical.ts';
import type { Declaration } from '../../shared/declaration/declaration.ts';
import type { Drawing } from '../../shared/declaration/drawing.ts';
import type { Meldebestaetigung } from '../../shared/services/anmeldung/meldebestaetigung.ts';
import { attachmentNames } from '../../shared/verifying/attachment-names.ts';
import type { TypesetAttachment } from '../ports/typesetter.ts';

/**
 * The files inside a document, so that it can be verified from itself alone (signing.md 5): the page is drawn from
 * `declaration.json`; acts, drawings and evidence supplement it.
 */
export function declarationAttachments(parts: {
  declaration: Declaration;
  /** In the order of the declaration's signers. */
  acts: readonly { jws: string; drawing?: Drawing }[];
  /** Canonical JSON of the chain; missing on a copy. */
  evidence?: Bytes;
}): readonly TypesetAttachment[] {
  const acts = parts.acts.flatMap(({ jws, drawing }, at) => [
    supplement(attachmentNames.act(at + 1), 'application/jose', `Bestätigung ${at + 1}, signiert vom Gerät`, utf8(jws)),
    ...(drawing
      ? [
          supplement(
            attachmentNames.drawing(at + 1),
            json,
            `Zeichnung zur Bestätigung ${at + 1}`,
            canonicalBytes(drawing),
          ),
        ]
      : []),
  ]);
  return [
    {
      name: attachmentNames.declaration,
      mimeType: json,
      description: 'Die Erklärung, wie sie gezeigt und bestätigt wurde',
      relationship: 'source',
      bytes: canonicalBytes(parts.declaration),
    },
    ...acts,
    ...(parts.evidence
      ? [supplement(attachmentNames.evidence, json, 'Der Nachweis zum Zeitpunkt der Ausfertigung', parts.evidence)]
      : []),
  ];
}

/** A certificate carries what is printed on it and nothing else. */
export const certificateAttachments = (content: Meldebestaetigung): readonly TypesetAttachment[] => [
  {
    name: attachmentNames.certificate,
    mimeType: json,
    description: 'Der Inhalt der Meldebestätigung',
    relationship: 'data',
    bytes: canonicalBytes(content),
  },
];

/** A Nachweisbericht is drawn from the chain it carries. */
export const reportAttachments = (evidence: Bytes): readonly TypesetAttachment[] => [
  {
    name: attachmentNames.report,
    mimeType: json,
    description: 'Der Nachweis, aus dem der Bericht erzeugt ist',
    relationship: 'source',
    bytes: evidence,
  },
];

const json = 'application/json';

const supplement = (name: string, mimeType: string, description: string, bytes: Bytes): TypesetAttachment => ({
  name,
  mimeType,
  description,
  relationship: 'supplement',
  bytes,
});

import * as v from 'valibot';
import type { Bytes } from '../base/bytes.ts';
import type { Meldebestaetigung } from '../services/anmeldung/meldebestaetigung.ts';
import { checkCanonical, parseJson } from './declaration-file.ts';
import { Objection } from './notes.ts';

/**
 * `certificate.json`: exactly what a certificate's page says. Each kind is held to the data its paragraph names; one
 * datum more is as wrong as one less.
 */
const text = v.pipe(v.string(), v.minLength(1));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** § 24 Abs. 2 BMG. */
const MeldebestaetigungFile: v.GenericSchema<unknown, Meldebestaetigung> = v.strictObject({
  schema: v.literal('schalter/meldebestaetigung@1'),
  kind: v.picklist(['anmeldung', 'abmeldung']),
  authority: v.strictObject({ name: text, address: text }),
  issuedOn: day,
  persons: v.pipe(
    v.array(
      v.strictObject({
        familienname: text,
        vornamen: text,
        gebraeuchlicherVorname: v.exactOptional(text),
        doktorgrad: v.exactOptional(text),
        geburtsdatum: v.pipe(v.string(), v.regex(/^(\d{4}(-\d{2}(-\d{2})?)?|unknown)$/)),
        einzugsOderAuszugsdatum: day,
        datumDerMeldung: day,
        anschrift: text,
        wohnung: v.picklist(['alleinige Wohnung', 'Hauptwohnung', 'Nebenwohnung']),
      }),
    ),
    v.minLength(1),
  ),
});

/** What is certified, and what the certificate is called. */
export function readCertificateContent(bytes: Bytes): { title: string; content: unknown } {
  const value = parseJson(bytes, 'certificate-content-malformed');
  const content = v.safeParse(MeldebestaetigungFile, value);
  if (!content.success)
    throw new Objection('certificate-content-malformed', { part: v.getDotPath(content.issues[0]) ?? '' });
  checkCanonical(bytes, value, 'certificate-content-malformed');
  return { title: 'Amtliche Meldebestätigung', content: content.output };
}

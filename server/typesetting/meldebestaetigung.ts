import * as v from 'valibot';
import { groupAuthenticityCode } from '../../shared/base/authenticity-code.ts';
import type { Meldebestaetigung } from '../../shared/services/anmeldung/meldebestaetigung.ts';
import type { Barcode } from '../ports/typesetter.ts';
import { germanDay } from './german-time.ts';

/**
 * The amtliche Meldebestätigung: the eight data § 24 Abs. 2 BMG names, for each person of the document, and nothing
 * more. A ninth is refused here, before anything is typeset.
 */
const text = v.pipe(v.string(), v.minLength(1));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
/** `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `unknown`: a register does not always know the day somebody was born. */
const partialDay = v.pipe(v.string(), v.regex(/^(\d{4}(-\d{2}(-\d{2})?)?|unknown)$/));

const GemeldetePerson = v.strictObject({
  familienname: text,
  vornamen: text,
  /** One of the Vornamen; marked, not a datum of its own. */
  gebraeuchlicherVorname: v.optional(text),
  doktorgrad: v.optional(text),
  geburtsdatum: partialDay,
  /** The day of moving in, on an Abmeldung of moving out. */
  einzugsOderAuszugsdatum: day,
  datumDerMeldung: day,
  anschrift: text,
  wohnung: v.picklist(['alleinige Wohnung', 'Hauptwohnung', 'Nebenwohnung']),
});

const Content = v.strictObject({
  schema: v.literal('schalter/meldebestaetigung@1'),
  kind: v.picklist(['anmeldung', 'abmeldung']),
  authority: v.strictObject({ name: text, address: text }),
  issuedOn: day,
  persons: v.pipe(v.array(GemeldetePerson), v.minLength(1)),
});

/** What `meldebestaetigung.typ` reads. */
export type MeldebestaetigungSheet = ReturnType<typeof meldebestaetigungSheet>;

/** What stands on the page beside the content: how to check it. The Echtheitscode is no datum of a person. */
export type CertificateFace = {
  demo: boolean;
  /** Where browsers reach the office, without a slash at the end. */
  origin: string;
  /** 28 letters, without hyphens. */
  code: string;
  /** Which persons have a printed seal, counted from 1; its barcode is called `seal-1`, `seal-2`, … */
  sealed?: readonly number[];
};

/** Throws a plain Error on any datum that § 24 Abs. 2 BMG does not name. */
export function meldebestaetigungSheet(content: Meldebestaetigung, face: CertificateFace) {
  const { kind, authority, issuedOn, persons } = v.parse(Content, content);
  const names = kindWords[kind];
  return {
    demo: face.demo,
    authority,
    sentence: names.sentence,
    issuedOn: germanDate(issuedOn),
    persons: persons.map((person) => ({
      familienname: person.familienname,
      vornamen: person.vornamen,
      ...(person.gebraeuchlicherVorname ? { gebraeuchlicherVorname: person.gebraeuchlicherVorname } : {}),
      doktorgrad: person.doktorgrad ?? '–',
      geburtsdatum: germanDate(person.geburtsdatum),
      wechsel: { name: names.change, datum: germanDate(person.einzugsOderAuszugsdatum) },
      meldung: { name: names.report, datum: germanDate(person.datumDerMeldung) },
      anschrift: person.anschrift,
      wohnung: person.wohnung,
    })),
    checking: [
      {
        text: 'Gültig mit dem elektronischen Siegel dieser Behörde. Ob die Datei echt und unverändert ist, kann jede und jeder prüfen:',
        address: `${face.origin}/citizen/checking`,
      },
      {
        text: 'Ein Ausdruck ist nur ein Abbild. Ob es dieses Dokument gibt und ob es zurückgezogen wurde, sagt der Echtheitscode:',
        address: codePage(face),
      },
      { text: 'Die Bestätigung sagt nicht, ob die Person heute noch dort wohnt.' },
    ],
    seals: (face.sealed ?? []).map((person) => ({
      barcode: `seal-${person}`,
      name: persons.length === 1 ? 'Digitales Siegel' : `Digitales Siegel, Person ${person}`,
      alt: sealAlt,
    })),
    code: { name: 'Echtheitscode', groups: groupAuthenticityCode(face.code), alt: codeAlt },
  };
}

/** The QR code: our page with the code behind the `#`, where no server and no log sees it. */
export const codeBarcode = (face: CertificateFace): Barcode => ({
  name: 'code',
  kind: 'qr',
  text: `${codePage(face)}#${face.code}`,
});

const codePage = ({ origin }: CertificateFace): string => `${origin}/citizen/echtheit`;
const sealAlt = 'Barcode: die Angaben dieser Bestätigung mit digitalem Siegel, für Prüf-Apps';
const codeAlt = 'QR-Code: öffnet die Prüfung dieses Echtheitscodes im Internet';

/** Today's date in the office, as `issuedOn` needs it. */
export const issuedOn = (at: Date): string => germanDay(at).split('.').toReversed().join('-');

const kindWords = {
  anmeldung: {
    sentence: 'Die Anmeldung der folgenden Wohnung wird bestätigt.',
    change: 'Einzugsdatum',
    report: 'Datum der Anmeldung',
  },
  abmeldung: {
    sentence: 'Die Abmeldung der folgenden Wohnung wird bestätigt.',
    change: 'Auszugsdatum',
    report: 'Datum der Abmeldung',
  },
} as const;

/** `2026-11-23` as `23.11.2026`, `1954-07` as `07.1954`. */
const germanDate = (date: string): string =>
  date === 'unknown' ? 'unbekannt' : date.split('-').toReversed().join('.');

import { fromHex, utf8 } from '../base/bytes.ts';
import type { Day } from '../base/partial-date.ts';
import type { Feature } from './features.ts';

/**
 * The profile MELDEBESCHEINIGUNG of an administrative document: what the printed seal of one person says. These are
 * the data of § 24 Abs. 2 BMG and no others, the address in its parts.
 */
export type Registration = {
  familienname: string;
  vornamen: string;
  gebraeuchlicherVorname?: string;
  doktorgrad?: string;
  /** A whole day; a birthday of which only the year is known is left out. */
  geburtsdatum?: Day;
  strasse: string;
  hausnummer: string;
  plz: string;
  ort: string;
  einzugsdatum: Day;
  /** The number that stands for the kind of dwelling, 0 to 255; which one it is, the office's profile says. */
  wohnungsstatus: number;
  datumDerMeldung: Day;
};

/** Of the header: an administrative document, after the eighth version of TR-03171. */
export const administrativeDocument = 0x01c8;
const profile = fromHex('9a4223406d374ef99e2cf95e31a23846');

/** The features in the order of their tags, or the names of what is missing or too long. */
export function featuresOf(person: Registration): { features: readonly Feature[] } | { wrong: readonly string[] } {
  const texts = fields.map(({ name, tag, from, rule }) => ({ name, tag, rule, text: from(person).normalize('NFC') }));
  const wrong = texts.filter(({ rule, text }) => !rule(text)).map(({ name }) => name);
  const { wohnungsstatus } = person;
  if (!Number.isInteger(wohnungsstatus) || wohnungsstatus < 0 || wohnungsstatus > 255) wrong.push('HOUSING_STATUS');
  if (wrong.length > 0) return { wrong };
  const features: Feature[] = [
    { tag: 0, value: profile },
    ...texts.filter(({ text }) => text !== '').map(({ tag, text }) => ({ tag, value: utf8(text) })),
    { tag: housingStatus, value: Uint8Array.of(wohnungsstatus) },
  ];
  return { features: features.toSorted((one, other) => one.tag - other.tag) };
}

const housingStatus = 14;

type Rule = (text: string) => boolean;
const bytesIn = (text: string) => utf8(text).length;
const needed: Rule = (text) => text !== '' && bytesIn(text) <= 255;
const optional: Rule = (text) => bytesIn(text) <= 255;
const compact = (day: Day) => day.replaceAll('-', '');

/** Names and limits as the profile has them; lengths are bytes of UTF-8. */
const fields: readonly { tag: number; name: string; from(person: Registration): string; rule: Rule }[] = [
  { tag: 4, name: 'SURNAME', from: (of) => of.familienname, rule: needed },
  { tag: 5, name: 'ACADEMIC_DEGREE', from: (of) => of.doktorgrad ?? '', rule: optional },
  { tag: 6, name: 'FIRST_NAME', from: (of) => of.vornamen, rule: needed },
  { tag: 7, name: 'COMMON_FIRST_NAME', from: (of) => of.gebraeuchlicherVorname ?? '', rule: optional },
  {
    tag: 8,
    name: 'DATE_OF_BIRTH',
    from: (of) => (of.geburtsdatum ?? '').split('-').toReversed().join('.'),
    rule: (text) => text === '' || /^\d\d\.\d\d\.\d{4}$/.test(text),
  },
  { tag: 9, name: 'STREET', from: (of) => of.strasse, rule: needed },
  {
    tag: 10,
    name: 'HOUSE_NUMBER',
    from: (of) => of.hausnummer,
    rule: (text) => text !== '' && bytesIn(text) <= 10,
  },
  { tag: 11, name: 'POSTAL_CODE', from: (of) => of.plz, rule: (text) => /^\d{5}$/.test(text) },
  { tag: 12, name: 'CITY', from: (of) => of.ort, rule: needed },
  { tag: 13, name: 'MOVING_DATE', from: (of) => compact(of.einzugsdatum), rule: (text) => /^\d{8}$/.test(text) },
  {
    tag: 15,
    name: 'DATE_OF_NOTIFICATION',
    from: (of) => compact(of.datumDerMeldung),
    rule: (text) => /^\d{8}$/.test(text),
  },
];

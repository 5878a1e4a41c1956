import type { Day } from '../../base/partial-date.ts';
import type { Answers, Item } from '../../forms/answers.ts';
import { addressAt, isBranch, itemsAt, textAt } from '../../forms/paths.ts';
import { showAddress } from '../../forms/show.ts';

/**
 * What the amtliche Meldebestätigung says: the eight data of § 24 Abs. 2 BMG for each person, and nothing more. It is
 * made from the entry in the register, never from the declaration.
 */
export type Meldebestaetigung = {
  schema: 'schalter/meldebestaetigung@1';
  kind: 'anmeldung' | 'abmeldung';
  authority: { name: string; address: string };
  issuedOn: Day;
  persons: readonly GemeldetePerson[];
};

export type GemeldetePerson = {
  familienname: string;
  vornamen: string;
  /** One of the Vornamen; marked among them, not a datum of its own. */
  gebraeuchlicherVorname?: string;
  doktorgrad?: string;
  /** A partial date. */
  geburtsdatum: string;
  einzugsOderAuszugsdatum: Day;
  datumDerMeldung: Day;
  anschrift: string;
  wohnung: 'alleinige Wohnung' | 'Hauptwohnung' | 'Nebenwohnung';
};

export type MeldebestaetigungCircumstances = {
  authority: { name: string; address: string };
  issuedOn: Day;
  /** The day the registration was made. */
  reportedOn: Day;
};

/** Throws a plain Error where the entry lacks one of the data: such an entry cannot be certified. */
export function buildMeldebestaetigung(register: Answers, about: MeldebestaetigungCircumstances): Meldebestaetigung {
  const { name, address } = about.authority;
  return {
    schema: 'schalter/meldebestaetigung@1',
    kind: 'anmeldung',
    authority: { name, address },
    issuedOn: about.issuedOn,
    persons: itemsAt(register, 'persons').map((person) => certifyPerson(register, person, about.reportedOn)),
  };
}

function certifyPerson(register: Answers, person: Item, reportedOn: Day): GemeldetePerson {
  const home = addressAt(register, 'neueWohnung');
  const wohnung = homeWords[textAt(register, 'wohnungsstatus')];
  const [birth, movedIn] = [textAt(person, 'geburtsdatum'), textAt(register, 'einzugsdatum')];
  if (!home || !wohnung || birth === '' || movedIn === '')
    throw new Error('the entry lacks what § 24 Abs. 2 BMG names');
  const [used, doctorate] = [textAt(person, 'gebraeuchlicherVorname'), textAt(person, 'doktorgrad')];
  return {
    familienname: textAt(person, 'familienname') || noName,
    vornamen: textAt(person, 'vornamen') || noName,
    ...(used === '' ? {} : { gebraeuchlicherVorname: used }),
    ...(doctorate === '' ? {} : { doktorgrad: doctorate }),
    geburtsdatum: birth,
    einzugsOderAuszugsdatum: movedIn,
    datumDerMeldung: reportedOn,
    anschrift: showAddress(home, 'de'),
    wohnung,
  };
}

/** The names of everything in a content that § 24 Abs. 2 BMG does not name. None means it may be certified. */
export function beyondMeldebestaetigung(content: unknown): readonly string[] {
  if (!isBranch(content)) return ['content'];
  const persons: unknown = content['persons'];
  return [
    ...surplus(content, contentKeys, ''),
    ...surplus(content['authority'], ['name', 'address'], 'authority.'),
    ...(Array.isArray(persons) ? persons.flatMap((person) => surplus(person, personKeys, 'persons.')) : ['persons']),
  ];
}

/** Fees in cents by what they are for. A Meldebestätigung is free of charge (§ 24 Abs. 2 BMG, R-051). */
export function wrongFees(fees: Readonly<Record<string, number>>): readonly string[] {
  return free.filter((name) => (fees[name] ?? 0) !== 0);
}

const free = ['anmeldung', 'meldebestaetigung'];

const contentKeys = ['schema', 'kind', 'authority', 'issuedOn', 'persons'];
const personKeys = [
  'familienname',
  'vornamen',
  'gebraeuchlicherVorname',
  'doktorgrad',
  'geburtsdatum',
  'einzugsOderAuszugsdatum',
  'datumDerMeldung',
  'anschrift',
  'wohnung',
];

const surplus = (value: unknown, allowed: readonly string[], prefix: string): readonly string[] =>
  isBranch(value)
    ? Object.keys(value)
        .filter((key) => !allowed.includes(key))
        .map((key) => prefix + key)
    : [`${prefix}?`];

const homeWords: Readonly<Record<string, GemeldetePerson['wohnung']>> = {
  alleinig: 'alleinige Wohnung',
  haupt: 'Hauptwohnung',
  neben: 'Nebenwohnung',
};

/** Printed where a person rightly has no family name or no given name. */
const noName = '–';

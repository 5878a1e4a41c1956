import { type Drawing, makeDrawing, type Point } from '../../shared/declaration/drawing.ts';
import type { Declaration, DeclaredEntry, DeclaredSection } from '../../shared/declaration/declaration.ts';
import type { SheetAct, SheetInput } from './sheet.ts';

/** The documents' example: a family of four that moved from Stuttgart to Leinfelden, two of them sign. For tests and measurements. */
export const familyOfFour: Declaration = {
  schema: 'schalter/declaration@1',
  salt: 'q83vEjRWeJCrze8SNFZ4kA',
  service: 'anmeldung',
  serviceVersion: '2026-11',
  definitionHash: '5d'.repeat(32),
  authority: {
    name: 'Stadt Leinfelden-Echterdingen, Bürgeramt',
    ags: '08116078',
    address: 'Bernhäuser Straße 13, 70771 Leinfelden-Echterdingen',
  },
  caseId: '019b0e6e-5f00-7000-8000-00000000a001',
  revision: 2,
  number: '26-0007-00042-3',
  title: { de: 'Anmeldung einer Wohnung', shown: 'Registration of a residence' },
  basis: '§ 17 Abs. 1 BMG',
  channel: 'counter',
  policy: { profile: 'leinfelden-echterdingen', basis: '§ 23 Abs. 2 Satz 5 BMG' },
  form: { basis: '§ 23 Abs. 1 Satz 2 BMG' },
  identification: [
    { person: 'p1', how: 'visual', document: 'PA', result: 'shown' },
    { person: 'p2', how: 'visual', document: 'RP', result: 'shown' },
    { person: 'p3', how: 'visual', document: 'other', result: 'not-with-them' },
  ],
  assistance: ['read-aloud', 'accompanied'],
  locale: 'en',
  sections: [
    {
      id: 'home',
      title: { de: 'Neue Wohnung', shown: 'New home' },
      entries: entries([
        ['Tag des Einzugs', 'Day of moving in', '14.11.2026'],
        ['Anschrift', 'Address', 'Stuttgarter Straße 12 a, 70771 Leinfelden-Echterdingen, Ortsteil Leinfelden'],
        ['Art der Wohnung', 'Kind of home', 'Alleinige Wohnung', 'Only home'],
        ['Wohnungsgeber', 'Landlord', 'Baugenossenschaft Filder eG, Musberger Straße 4, 70771 Leinfelden-Echterdingen'],
        ['Bestätigung des Wohnungsgebers', 'Landlord’s confirmation', 'Auf Papier vorgelegt', 'Shown on paper'],
      ]),
    },
    {
      id: 'previous',
      title: { de: 'Bisherige Wohnung', shown: 'Previous home' },
      entries: entries([
        ['Anschrift', 'Address', 'Hackstraße 77, 70190 Stuttgart'],
        ['Tag des Auszugs', 'Day of moving out', '13.11.2026'],
        ['Behalten Sie die Wohnung?', 'Will you keep this home?', 'nein', 'no'],
      ]),
    },
    person('person-p1', 'Person 1', [
      'Öztürk-Żółkiewska',
      'Małgorzata Ayşe',
      '03.05.1986',
      'Kraków (Polen)',
      'weiblich',
      'deutsch, polnisch',
      'verheiratet',
    ]),
    person('person-p2', 'Person 2', [
      'Öztürk',
      'Emre',
      '21.09.1984',
      'Stuttgart',
      'männlich',
      'türkisch',
      'verheiratet',
    ]),
    person('person-p3', 'Person 3', [
      'Öztürk-Żółkiewska',
      'Noah',
      '30.01.2015',
      'Stuttgart',
      'männlich',
      'deutsch',
      'ledig',
    ]),
    person('person-p4', 'Person 4', [
      'Öztürk-Żółkiewska',
      'Lea Zofia',
      '11.12.2019',
      'Stuttgart',
      'weiblich',
      'deutsch',
      'ledig',
    ]),
  ],
  statements: [
    clause(
      'correct',
      'Ich bestätige: Alle Angaben in dieser Erklärung sind richtig und vollständig.',
      'I confirm that everything stated in this declaration is correct and complete.',
      '§ 23 Abs. 1 Satz 2 BMG',
    ),
    clause(
      'entitled',
      'Ich versichere: Ich bin berechtigt, die Daten der übrigen meldepflichtigen Personen entgegenzunehmen.',
      'I give my assurance that I am entitled to receive the data of the other persons who have to register.',
      '§ 23 Abs. 4 Satz 3 BMG',
    ),
  ],
  notices: [
    clause(
      'objections',
      'Sie können der Weitergabe Ihrer Daten an Parteien vor Wahlen und an Presse und Rundfunk zu Jubiläen widersprechen. Das kostet nichts und braucht keine Begründung.',
      'You can object to your data being passed on to parties before elections and to press and broadcasters for anniversaries. It is free of charge and needs no reason.',
      '§ 50 Abs. 5 BMG',
    ),
    clause(
      'fine',
      'Wer sich nicht, nicht richtig oder nicht rechtzeitig anmeldet, handelt ordnungswidrig. Die Geldbuße kann bis zu 1.000 Euro betragen.',
      'Whoever does not register, or not correctly or in time, commits an administrative offence. The fine may be up to 1,000 euros.',
      '§ 54 BMG',
    ),
    clause(
      'privacy',
      'Verantwortlich für Ihre Daten ist die Stadt. Sie braucht sie, um das Melderegister zu führen. Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Beschwerde.',
      'The city is responsible for your data and needs them to keep the register. You have the right of access, rectification, erasure and complaint.',
      'Art. 13 DSGVO',
    ),
  ],
  signers: [
    { id: 'p1', role: 'family', name: 'Małgorzata Ayşe Öztürk-Żółkiewska' },
    { id: 'p2', role: 'self', name: 'Emre Öztürk' },
  ],
};

export const actsOfTheFamily: readonly SheetAct[] = [
  { signer: 'p1', method: 'drawn', at: '2026-11-23T09:42:10.000Z', offline: false, drawing: handwriting(3) },
  { signer: 'p2', method: 'drawn', at: '2026-11-23T09:44:31.000Z', offline: false, drawing: handwriting(8) },
];

export const sheetOfTheFamily: SheetInput = {
  declaration: familyOfFour,
  declarationHash: 'a3f1c09b5e'.padEnd(64, '7'),
  acts: actsOfTheFamily,
  evidence: { entries: 14, head: 'c4'.repeat(32) },
  purpose: 'office',
  checkAt: 'http://localhost:8080/citizen/checking',
  demo: true,
};

/** Something that looks like a hurried signature; another seed, another hand. */
export function handwriting(seed: number): Drawing {
  const letters: Point[] = Array.from({ length: 900 }, (_, at) => {
    const t = at / 900;
    const height = 70 * Math.exp(-3 * t) + 26;
    const swing = t * (26 + seed) * 2;
    return [
      110 + 640 * t + 34 * Math.sin(swing * 1.02 + seed),
      165 - height * Math.cos(swing) * (0.72 + 0.28 * Math.sin(seed + 9 * t)) - 22 * t,
    ];
  });
  const underline: Point[] = Array.from({ length: 120 }, (_, at) => [
    170 + at * 5,
    238 - 18 * Math.sin(at / 50) + (seed % 4),
  ]);
  return makeDrawing([letters, underline, [[640, 66]]]);
}

function entries(rows: readonly (readonly [string, string, string, string?])[]): readonly DeclaredEntry[] {
  return rows.map(([de, en, value, shown], at) => ({
    id: `e${at}`,
    label: { de, shown: en },
    shown: shown ? { de: value, shown } : { de: value },
    value,
  }));
}

function person(id: string, title: string, values: readonly string[]): DeclaredSection {
  const labels = [
    ['Familienname', 'Surname'],
    ['Vornamen', 'Given names'],
    ['Geburtsdatum', 'Date of birth'],
    ['Geburtsort', 'Place of birth'],
    ['Geschlecht', 'Sex'],
    ['Staatsangehörigkeiten', 'Nationalities'],
    ['Familienstand', 'Marital status'],
  ] as const;
  return {
    id,
    title: { de: title, shown: title },
    entries: entries(labels.map(([de, en], at) => [de, en, values[at] ?? ''])),
  };
}

function clause(id: string, de: string, shown: string, basis: string) {
  return { id, text: { de, shown }, basis };
}

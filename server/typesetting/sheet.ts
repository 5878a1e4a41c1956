import type { Instant } from '../../shared/base/instant.ts';
import type { Day } from '../../shared/base/partial-date.ts';
import type { Act } from '../../shared/declaration/act.ts';
import type { Declaration, DeclaredClause, Signer, T } from '../../shared/declaration/declaration.ts';
import type { Drawing } from '../../shared/declaration/drawing.ts';
import { comparingCode } from '../../shared/declaration/hash.ts';
import { germanMoment } from './german-time.ts';
import { drawInk } from './ink.ts';
import {
  assistanceWords,
  channelWords,
  identificationWords,
  localeWords,
  methodWords,
  offlineWords,
  purposeWords,
  roleWords,
  rootWords,
  type SecondLanguage,
} from './words.ts';

/**
 * The declaration document on its way to the page: everything of the declaration, who confirmed it how, and nothing
 * that is not in declaration and acts. Ids, hashes of the form and the salt stay in the attached JSON.
 */
export type SheetInput = {
  declaration: Declaration;
  /** SHA-256 of the declaration, hex; gives the comparing code. */
  declarationHash: string;
  acts: readonly SheetAct[];
  /** The chain as it stood when the document was made; missing on a copy. */
  evidence?: { entries: number; head: string };
  /** The root of the last closed day, on what the citizen takes home: the office can no longer change what lies before it. */
  lastRoot?: { day: Day; root: string };
  purpose: SheetPurpose;
  /** The page on which everybody can check the file. */
  checkAt: string;
  /** Printed on its face: what a demo office makes has no legal effect. */
  demo: boolean;
};

/** `office` is the document that is sealed, `paper` the one to be signed by hand. */
export type SheetPurpose = 'office' | 'copy' | 'unsent-copy' | 'paper';
export type SheetMethod = Act['method'] | 'paper';

export type SheetAct = {
  /** The signer's id in the declaration. */
  signer: string;
  method: SheetMethod;
  /** When it was confirmed; with `paper`, when the signed sheet was filed. */
  at: Instant;
  offline: boolean;
  drawing?: Drawing;
  /** The clerk's note to a mark or to a paper. */
  note?: string;
};

/** What `declaration.typ` reads. */
export type DeclarationSheet = {
  demo: boolean;
  remark: string | null;
  authority: { name: string; address: string };
  title: T;
  basis: string;
  number: string;
  comparingCode: string;
  second: SecondLanguage | null;
  facts: readonly Fact[];
  sections: readonly { title: T; entries: readonly { label: T; shown: T }[] }[];
  clauses: readonly { title: string; items: readonly { text: T; basis: string }[] }[];
  identification: readonly { person: string; how: string; document: string; result: string }[];
  circumstances: readonly Fact[];
  confirmations: readonly Confirmation[];
  checking: { title: string; text: string; facts: readonly Fact[] };
};

type Fact = { name: string; value: string };
type Confirmation = {
  name: string;
  role: string;
  sentence: string;
  note: string | null;
  /** SVG */
  drawing: string | null;
  /** Stands for the drawing where it can't be seen. */
  alt: string;
  /** A line for signing by hand. */
  blank: boolean;
};

export function declarationSheet(input: SheetInput): DeclarationSheet {
  const { declaration, purpose } = input;
  const code = comparingCode(input.declarationHash);
  const words = purposeWords[purpose];
  return {
    demo: input.demo,
    remark: words.remark,
    authority: { name: declaration.authority.name, address: declaration.authority.address },
    title: declaration.title,
    basis: declaration.basis,
    number: declaration.number,
    comparingCode: code,
    second: declaration.locale && localeWords[declaration.locale],
    facts: [
      { name: 'Vorgangsnummer', value: declaration.number },
      { name: 'Vergleichscode', value: code },
      { name: 'Fassung', value: String(declaration.revision) },
    ],
    sections: declaration.sections.map(({ title, entries }) => ({
      title,
      entries: entries.map(({ label, shown }) => ({ label, shown })),
    })),
    clauses: [
      { title: 'Sie erklären', items: declaration.statements.map(clause) },
      { title: 'Hinweise', items: declaration.notices.map(clause) },
    ].filter(({ items }) => items.length > 0),
    identification: declaration.identification.map(({ person, how, document, result }) => ({
      person: personWords(declaration, person),
      how: identificationWords[how] ?? how,
      document: identificationWords[document] ?? document,
      result: identificationWords[result] ?? result,
    })),
    circumstances: circumstances(declaration),
    confirmations: declaration.signers.flatMap((signer) => confirmations(signer, input)),
    checking: {
      title: words.title,
      text: input.lastRoot ? `${words.text} ${rootWords}` : words.text,
      facts: [
        ...(purpose === 'office' ? [{ name: 'Prüfseite', value: input.checkAt }] : []),
        { name: 'Vergleichscode', value: code },
        { name: 'Prüfsumme (SHA-256)', value: input.declarationHash },
        ...(input.evidence
          ? [{ name: `Nachweis, ${input.evidence.entries} Einträge`, value: input.evidence.head }]
          : []),
        ...(input.lastRoot
          ? [
              {
                name: `Tageswurzel ${input.lastRoot.day.split('-').toReversed().join('.')}`,
                value: input.lastRoot.root,
              },
            ]
          : []),
      ],
    },
  };
}

const clause = ({ text, basis }: DeclaredClause) => ({ text, basis });

/** The name of a signer, or the title of the card that is about the person (`person-p3`), or the text as it is. */
function personWords({ signers, sections }: Declaration, person: string): string {
  const card = sections.find(({ id }) => id.endsWith(`-${person}`));
  return signers.find(({ id }) => id === person)?.name ?? card?.title.de ?? person;
}

function circumstances(declaration: Declaration): readonly Fact[] {
  const { channel, policy, form, assistance, original, service, serviceVersion, authority, locale } = declaration;
  return [
    { name: 'Aufgenommen', value: channelWords[channel] },
    { name: 'Grundlage dafür', value: `${policy.basis} (Profil ${policy.profile})` },
    { name: 'Form der Bestätigung', value: form.basis },
    ...(assistance.length > 0
      ? [{ name: 'Hilfe beim Lesen', value: assistance.map((kind) => assistanceWords[kind]).join(', ') }]
      : []),
    ...(locale ? [{ name: 'Zweite Sprache', value: localeWords[locale].name }] : []),
    ...(original
      ? [
          {
            name: 'Vorgelegtes Formular',
            value: `${original.fileName}, ${original.pages} Seiten, SHA-256 ${original.sha256}`,
          },
        ]
      : []),
    { name: 'Formular', value: `${service}, Ausgabe ${serviceVersion}` },
    { name: 'Gemeindeschlüssel', value: authority.ags },
  ];
}

/** A signer's confirmations; without any, a line to sign on where the sheet is made for that. */
function confirmations(signer: Signer, { acts, purpose }: SheetInput): readonly Confirmation[] {
  const person = { name: signer.name, role: roleWords[signer.role] };
  const own = acts.filter((act) => act.signer === signer.id);
  if (own.length === 0)
    return [
      {
        ...person,
        sentence:
          purpose === 'paper'
            ? 'Mit meiner Unterschrift bestätige ich die Angaben auf allen Seiten.'
            : 'Noch nicht bestätigt.',
        note: null,
        drawing: null,
        alt: '',
        blank: purpose === 'paper',
      },
    ];
  return own.map((act) => ({
    ...person,
    sentence: [methodWords[act.method](germanMoment(act.at)), ...(act.offline ? [offlineWords] : [])].join(' '),
    note: act.note ?? null,
    drawing: act.drawing ? drawInk(act.drawing) : null,
    alt: `${act.method === 'mark' ? 'Handzeichen' : 'Unterschrift'} von ${signer.name}`,
    blank: false,
  }));
}

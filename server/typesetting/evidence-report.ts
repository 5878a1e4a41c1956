import type { Instant } from '../../shared/base/instant.ts';
import type { Entry } from '../../shared/evidence/chain.ts';
import type { EvidenceEvent } from '../../shared/evidence/events.ts';
import { actorWords, confirmedHow, documentWords, happeningWords, personWords, voidedWhy } from './evidence-words.ts';
import { germanMoment, germanSecond } from './german-time.ts';

/**
 * The Nachweisbericht for a court: what was shown, who was identified how, who confirmed what, which documents were
 * sealed, and every entry with its hash. It is drawn from the chain and from nothing else, so it names nobody; the
 * declaration that goes with it is known by its hash.
 */
export type ReportInput = {
  entries: readonly Entry[];
  /** The closed days the chain stands in, oldest first. */
  days: readonly { day: string; position: number; root: string; stampedAt?: Instant }[];
  authority: { name: string; address: string };
  madeAt: Date;
  checkAt: string;
  demo: boolean;
};

/** What `evidence-report.typ` reads. */
export type EvidenceReportSheet = {
  demo: boolean;
  authority: { name: string; address: string };
  number: string;
  service: string;
  madeAt: string;
  facts: readonly Fact[];
  lead: readonly string[];
  parts: readonly Part[];
  history: readonly { position: string; at: string; actor: string; what: string; hash: string }[];
  checking: { title: string; text: string; facts: readonly Fact[] };
};

type Fact = { name: string; value: string };
/** Rows of a table, or the sentence that stands there without any. `fine` is printed small under the first cell's row. */
type Part = {
  title: string;
  columns: readonly string[];
  /** Shares of the page's width, one a column. */
  widths: readonly number[];
  rows: readonly Row[];
  none: string;
};
type Row = { cells: readonly string[]; fine: readonly Fact[] };

export function evidenceReportSheet(input: ReportInput): EvidenceReportSheet {
  const { entries, authority, demo, checkAt } = input;
  const opened = entries.find(({ event }) => event === 'case-opened');
  const { number = '', service = '', serviceVersion = '', definitionHash = '' } = opened?.details ?? {};
  const last = entries.at(-1);
  const madeAt = germanMoment(input.madeAt);
  return {
    demo,
    authority: { name: authority.name, address: authority.address },
    number,
    service: serviceNames[service] ?? service,
    madeAt,
    facts: [
      { name: 'Vorgangsnummer', value: number },
      { name: 'Einträge im Nachweis', value: String(entries.length) },
      { name: 'Stand', value: madeAt },
    ],
    lead: [
      'Dieser Bericht ist vollständig aus dem Nachweis des Vorgangs erzeugt. Der Nachweis ist eine Liste von Einträgen; jeder enthält die Prüfsumme des vorigen, sodass kein Eintrag geändert, entfernt oder eingefügt werden kann, ohne dass es auffällt. Bei der Erstellung war die Kette vollständig und unverändert.',
      'Der Nachweis nennt weder Namen noch Angaben. Personen heißen nach ihrer Stelle in der Erklärung. Den Wortlaut enthält das gesiegelte Dokument mit der jeweils genannten Prüfsumme; wer es hat, kann beides vergleichen. Zeiten sind die der Uhr der Behörde, in Ortszeit.',
    ],
    parts: [
      formPart({ service, serviceVersion, definitionHash, caseId: opened?.details.caseId ?? '' }),
      shownPart(entries),
      identifiedPart(entries),
      confirmedPart(entries),
      devicePart(entries),
      sealedPart(entries),
      daysPart(input),
    ],
    history: entries.map((entry) => ({
      position: String(entry.position + 1),
      at: germanSecond(entry.at),
      actor: actorWords(entry.actor),
      what: happeningWords(entry),
      hash: entry.hash,
    })),
    checking: {
      title: 'Prüfen',
      text: 'Gültig mit dem elektronischen Siegel dieser Behörde. Die Datei enthält den Nachweis als Anlage „evidence.json“; Kette, Tageswurzeln und Zeitstempel kann jede und jeder daran prüfen, ohne die Behörde zu fragen. Ein Ausdruck ist nur ein Abbild.',
      facts: [
        { name: 'Prüfseite', value: checkAt },
        { name: `Prüfsumme von Eintrag ${entries.length}`, value: last?.hash ?? '' },
      ],
    },
  };
}

const of = (entries: readonly Entry[], ...events: EvidenceEvent[]) =>
  entries.filter(({ event }) => events.includes(event));
const fine = (facts: Readonly<Record<string, string | undefined>>): readonly Fact[] =>
  Object.entries(facts).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }]));

function formPart(form: { service: string; serviceVersion: string; definitionHash: string; caseId: string }): Part {
  return {
    title: 'Formular',
    columns: ['Formular', 'Ausgabe'],
    widths: [2, 1],
    rows: [
      {
        cells: [serviceNames[form.service] ?? form.service, form.serviceVersion],
        fine: fine({ 'Prüfsumme des Formulars': form.definitionHash, 'Kennung des Vorgangs': form.caseId }),
      },
    ],
    none: '',
  };
}

const shownPart = (entries: readonly Entry[]): Part => ({
  title: 'Was gezeigt wurde',
  columns: ['Fassung', 'Gezeigt am', 'Vergleichscode'],
  widths: [1, 1, 1],
  rows: of(entries, 'review-started', 'paper-printed').map(({ event, at, details }) => ({
    cells: [
      `Fassung ${details.revision ?? ''}`,
      germanSecond(at),
      event === 'paper-printed' ? 'auf Papier' : (details.comparingCode ?? ''),
    ],
    fine: fine({ 'Prüfsumme der Erklärung': details.declarationHash }),
  })),
  none: 'Eine Erklärung wurde nicht zum Prüfen gezeigt.',
});

const identifiedPart = (entries: readonly Entry[]): Part => ({
  title: 'Wer sich wie ausgewiesen hat',
  columns: ['Person', 'Dokument', 'Ergebnis', 'Vermerkt am', 'Vermerkt von'],
  widths: [1, 1.3, 1.2, 1.7, 1.9],
  rows: of(entries, 'identification-noted').map(({ at, actor, details }) => ({
    cells: [
      personWords(details.person),
      documentWords(details.document),
      documentWords(details.result),
      germanSecond(at),
      actorWords(actor),
    ],
    fine: fine({ 'Prüfsumme der Notiz': details.noteHash }),
  })),
  none: 'Eine Identifizierung ist nicht vermerkt.',
});

function confirmedPart(entries: readonly Entry[]): Part {
  const voids = new Map(of(entries, 'act-voided').map((entry) => [entry.details.actId, entry]));
  return {
    title: 'Bestätigungen',
    columns: ['Person', 'Fassung', 'Wie', 'Eingegangen am', 'Wirkung'],
    widths: [1, 0.7, 2, 1.7, 1.7],
    rows: of(entries, 'confirmed', 'paper-confirmed', 'act-after-recall').map(({ event, at, details }) => {
      const isPaper = event === 'paper-confirmed';
      const voided = details.actId === undefined ? undefined : voids.get(details.actId);
      return {
        cells: [
          event === 'act-after-recall' ? '–' : personWords(details.signer),
          details.revision ?? '',
          event === 'act-after-recall'
            ? 'am Tablet, nach dem Zurückholen'
            : confirmedHow(isPaper ? 'paper' : details.method),
          germanSecond(at),
          event === 'act-after-recall'
            ? 'gilt nicht'
            : voided
              ? `ungültig seit ${germanSecond(voided.at)}, ${voidedWhy(voided.details.because)}`
              : 'gilt',
        ],
        fine: fine({
          'Prüfsumme der Bestätigung': details.actHash,
          'Prüfsumme der Erklärung': details.declarationHash,
          'Prüfsumme der Zeichnung': details.drawingHash,
          'Prüfsumme des Blatts': details.sha256,
          'Schlüssel des Tablets': details.thumbprint,
        }),
      };
    }),
    none: 'Eine Bestätigung liegt nicht vor.',
  };
}

const devicePart = (entries: readonly Entry[]): Part => ({
  title: 'Tablets',
  columns: ['Tablet', 'Platz', 'Im Nachweis seit'],
  widths: [1, 1, 1],
  rows: of(entries, 'device-paired').map(({ at, details }) => ({
    cells: [details.number ?? '', details.desk ?? '', germanSecond(at)],
    fine: fine({ 'Schlüssel (RFC 7638)': details.thumbprint, 'Zugelassen von': details.invitedBy }),
  })),
  none: 'Ein Tablet war nicht beteiligt.',
});

const sealedPart = (entries: readonly Entry[]): Part => ({
  title: 'Dokumente und Siegel',
  columns: ['Dokument', 'Stufe', 'Am'],
  widths: [1, 1, 1],
  rows: entries.flatMap(({ event, at, details }) =>
    details.sha256 === undefined || details.documentId === undefined
      ? []
      : [
          {
            cells: [documentNames[event] ?? happeningWords({ event, details }), details.level ?? '', germanSecond(at)],
            fine: fine({
              'Prüfsumme der Datei': details.sha256,
              'Zertifikat des Siegels': details.certificateHash,
              'Kennung des Dokuments': details.documentId,
            }),
          },
        ],
  ),
  none: 'Ein Dokument wurde nicht gesiegelt.',
});

const daysPart = ({ days, entries }: ReportInput): Part => ({
  title: 'Seit wann es die Einträge gibt',
  columns: ['Abgeschlossener Tag', 'Bis Eintrag', 'Zeitstempel'],
  widths: [1, 1, 1],
  rows: [
    ...days.map(({ day, position, root, stampedAt }) => ({
      cells: [
        day.split('-').toReversed().join('.'),
        String(position + 1),
        stampedAt === undefined ? 'steht noch aus' : germanSecond(stampedAt),
      ],
      fine: fine({ Tageswurzel: root }),
    })),
    ...((days.at(-1)?.position ?? -1) + 1 < entries.length && days.length > 0
      ? [
          {
            cells: ['noch nicht abgeschlossen', String(entries.length), 'folgt nach dem Abschluss des Tages'],
            fine: [],
          },
        ]
      : []),
  ],
  none: 'Der Tag ist noch nicht abgeschlossen. Danach belegt eine Tageswurzel mit Zeitstempel, dass es die Einträge gab.',
});

const serviceNames: Readonly<Record<string, string>> = { anmeldung: 'Anmeldung einer Wohnung' };

const documentNames: Partial<Record<EvidenceEvent, string>> = {
  sealed: 'Erklärung',
  'certificate-sealed': 'Meldebestätigung',
  'level-confirmed': 'Stufe bestätigt',
  'level-raised': 'Stufe erreicht',
  'archive-renewed': 'Archivzeitstempel erneuert',
  'seal-replaced': 'Neu gesiegelt',
  'report-made': 'Nachweisbericht',
};

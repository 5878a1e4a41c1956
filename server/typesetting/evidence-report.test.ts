import { PDF } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Draft, type Entry, nextEntry } from '../../shared/evidence/chain.ts';
import { evidenceEvents } from '../../shared/evidence/events.ts';
import { reportAttachments } from './attachments.ts';
import { evidenceReportSheet, type ReportInput } from './evidence-report.ts';
import { happeningWords } from './evidence-words.ts';
import { madeAt, typst } from './trial-print.ts';

const hash = (letter: string) => letter.repeat(64);
const thumbprint = 'Zg3o6Z0u1Qkq7XbT0yNn5mQv4m2m8V1c8l0mJ9s3xYw';
const told: readonly [string, Draft['actor'], Draft['event'], Draft['details']][] = [
  [
    '08:40:11',
    'clerk:k-17',
    'case-opened',
    {
      caseId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d12',
      number: '26-0001-00001-5',
      service: 'anmeldung',
      serviceVersion: '2026-11',
      definitionHash: hash('d'),
    },
  ],
  ['08:41:30', 'clerk:k-17', 'identification-noted', { person: 'p1', document: 'PA', result: 'shown' }],
  [
    '08:41:52',
    'clerk:k-17',
    'identification-noted',
    { person: 'p2', document: 'RP', result: 'expired', noteHash: hash('9') },
  ],
  ['08:42:00', 'system', 'device-paired', { thumbprint, desk: 'echterdingen-3', number: '0001', invitedBy: 'l-2' }],
  ['08:42:00', 'clerk:k-17', 'handed-over', { desk: 'echterdingen-3', thumbprint }],
  ['08:42:40', 'citizen', 'begun', { locale: 'en' }],
  ['08:43:10', 'citizen', 'entitlement-assured', { statement: 'entitled', instruction: 'informed-202a-stgb' }],
  [
    '08:50:02',
    'citizen',
    'review-started',
    { revision: '1', declarationHash: hash('a'), comparingCode: 'K7QM-3F2X', challengeHash: hash('c') },
  ],
  [
    '08:53:20',
    'citizen',
    'confirmed',
    {
      actId: 'a1',
      actHash: hash('1'),
      revision: '1',
      declarationHash: hash('a'),
      signer: 'p1',
      method: 'drawn',
      thumbprint,
      drawingHash: hash('2'),
    },
  ],
  ['08:55:00', 'clerk:k-17', 'act-voided', { actId: 'a1', revision: '1', because: 'answers' }],
  [
    '08:56:00',
    'citizen',
    'review-started',
    { revision: '2', declarationHash: hash('b'), comparingCode: 'M2QP-77XA', challengeHash: hash('e') },
  ],
  [
    '08:57:40',
    'citizen',
    'confirmed',
    {
      actId: 'a2',
      actHash: hash('3'),
      revision: '2',
      declarationHash: hash('b'),
      signer: 'p1',
      method: 'confirmed',
      thumbprint,
    },
  ],
  ['08:58:10', 'citizen', 'copy-delivered', { how: 'printed', revision: '2' }],
  ['08:59:00', 'clerk:k-17', 'accepted', { revision: '2', declarationHash: hash('b') }],
  [
    '08:59:01',
    'system',
    'sealed',
    { documentId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d99', sha256: hash('f'), level: 'B-T', certificateHash: hash('7') },
  ],
  ['09:10:00', 'lead:l-2', 'report-ordered', { documentId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7daa' }],
];

let entries: Entry[] = [];
let input: ReportInput;
beforeAll(async () => {
  entries = [];
  for (const [time, actor, event, details] of told)
    entries.push(await nextEntry(entries.at(-1), { at: `2026-11-23T${time}.000Z`, actor, event, details }));
  input = {
    entries,
    days: [{ day: '2026-11-23', position: entries.length - 1, root: hash('5'), stampedAt: '2026-11-23T23:07:11.000Z' }],
    authority: { name: 'Stadt Leinfelden-Echterdingen', address: 'Marktplatz 1, 70771 Leinfelden-Echterdingen' },
    madeAt,
    checkAt: 'https://schalter.example.de/citizen/checking',
    demo: true,
  };
});

const job = (change: Partial<ReportInput> = {}) => ({
  template: 'evidence-report' as const,
  data: JSON.stringify(evidenceReportSheet({ ...input, ...change })),
  attachments: reportAttachments(new TextEncoder().encode('{}')),
  madeAt,
});
const print = async (change: Partial<ReportInput> = {}) => {
  const pdf = typst.typeset(job(change));
  const pages = (await PDF.load(pdf)).extractText().map(({ text }) => text);
  return { pdf, pages, text: pages.join('\n').replaceAll(/\s+/g, ' ') };
};

describe('the Nachweisbericht', () => {
  test('is an accessible document, and the same chain gives the same bytes', async () => {
    expect(() => typst.holdToUa(job())).not.toThrow();
    expect((await print()).pdf).toEqual((await print()).pdf);
  });

  test('tells what was shown, who identified himself how, who confirmed what, what was sealed and since when', () => {
    const { parts } = evidenceReportSheet(input);
    expect(parts.map(({ title, rows }) => [title, rows.map(({ cells }) => cells.join(' | '))])).toEqual([
      ['Formular', ['Anmeldung einer Wohnung | 2026-11']],
      [
        'Was gezeigt wurde',
        ['Fassung 1 | 23.11.2026, 09:50:02 | K7QM-3F2X', 'Fassung 2 | 23.11.2026, 09:56:00 | M2QP-77XA'],
      ],
      [
        'Wer sich wie ausgewiesen hat',
        [
          'Person 1 | Personalausweis | vorgelegt | 23.11.2026, 09:41:30 | Sachbearbeitung (k-17)',
          'Person 2 | Reisepass | abgelaufen | 23.11.2026, 09:41:52 | Sachbearbeitung (k-17)',
        ],
      ],
      [
        'Bestätigungen',
        [
          'Person 1 | 1 | am Tablet mit gezeichneter Unterschrift | 23.11.2026, 09:53:20 | ungültig seit 23.11.2026, 09:55:00, weil danach Angaben geändert wurden',
          'Person 1 | 2 | am Tablet mit der Taste „Ich bestätige“ | 23.11.2026, 09:57:40 | gilt',
        ],
      ],
      ['Tablets', ['0001 | echterdingen-3 | 23.11.2026, 09:42:00']],
      ['Dokumente und Siegel', ['Erklärung | B-T | 23.11.2026, 09:59:01']],
      ['Seit wann es die Einträge gibt', ['23.11.2026 | 16 | 24.11.2026, 00:07:11']],
    ]);
  });

  test('prints every hash in full: those of declarations, acts, files, roots, and of every entry', async () => {
    const { text } = await print();
    for (const letter of 'd9a123bf75') expect(text).toContain(hash(letter));
    for (const entry of entries) expect(text).toContain(entry.hash);
    for (const code of ['26-0001-00001-5', 'K7QM-3F2X', 'M2QP-77XA', thumbprint]) expect(text).toContain(code);
  });

  test('says what is missing instead of leaving it out', async () => {
    const { text } = await print({ entries: entries.slice(0, 1), days: [] });
    for (const said of [
      'Eine Identifizierung ist nicht vermerkt.',
      'Eine Bestätigung liegt nicht vor.',
      'Ein Dokument wurde nicht gesiegelt.',
      'Der Tag ist noch nicht abgeschlossen.',
    ])
      expect(text).toContain(said);
    const waiting = await print({ days: [{ day: '2026-11-22', position: 3, root: hash('5') }] });
    expect(waiting.text).toContain('steht noch aus');
    expect(waiting.text).toContain('noch nicht abgeschlossen');
  });

  test('says a sentence for everything that can happen, whatever the entry carries', () => {
    for (const event of evidenceEvents) expect(happeningWords({ event, details: {} })).toMatch(/^[A-ZÄÖÜ„].*\.$/);
  });
});

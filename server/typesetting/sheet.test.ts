import { describe, expect, test } from 'vitest';
import { familyOfFour, handwriting, sheetOfTheFamily } from './family-of-four.ts';
import { drawInk } from './ink.ts';
import { declarationSheet, type SheetAct } from './sheet.ts';

const at = '2026-11-23T09:42:10.000Z';
const confirmationOf = (act: Partial<SheetAct>) =>
  declarationSheet({ ...sheetOfTheFamily, acts: [{ signer: 'p1', method: 'confirmed', at, offline: false, ...act }] })
    .confirmations[0];

describe('how a confirmation reads', () => {
  test.for<[string, Partial<SheetAct>, object]>([
    [
      'drawn',
      { method: 'drawn', drawing: handwriting(1) },
      {
        sentence: 'Am Gerät mit Unterschrift bestätigt am 23.11.2026 um 10:42 Uhr.',
        alt: 'Unterschrift von Małgorzata Ayşe Öztürk-Żółkiewska',
        drawing: expect.stringContaining('<svg'),
      },
    ],
    [
      'by button',
      {},
      {
        sentence:
          'Am Gerät mit der Taste „Ich bestätige“ bestätigt am 23.11.2026 um 10:42 Uhr, ohne gezeichnete Unterschrift.',
        drawing: null,
        blank: false,
      },
    ],
    [
      'a mark with the clerk’s note',
      { method: 'mark', drawing: handwriting(2), note: 'Kann nicht schreiben, Inhalt wurde vorgelesen.' },
      {
        sentence: 'Am Gerät mit Handzeichen bestätigt am 23.11.2026 um 10:42 Uhr.',
        alt: 'Handzeichen von Małgorzata Ayşe Öztürk-Żółkiewska',
        note: 'Kann nicht schreiben, Inhalt wurde vorgelesen.',
      },
    ],
    [
      'on paper',
      { method: 'paper', note: 'Blatt eingescannt.' },
      { sentence: 'Auf Papier unterschrieben; das Blatt kam am 23.11.2026 um 10:42 Uhr zum Vorgang.', drawing: null },
    ],
    [
      'without network',
      { offline: true },
      { sentence: expect.stringContaining('Ohne Verbindung aufgenommen und später übermittelt.') },
    ],
    ['in summer', { at: '2026-07-01T22:30:00.000Z' }, { sentence: expect.stringContaining('02.07.2026 um 00:30 Uhr') }],
  ])('%s', ([, act, expected]) => expect(confirmationOf(act)).toMatchObject(expected));

  test('who has not confirmed is named as such, never left out', () => {
    const sheet = declarationSheet({ ...sheetOfTheFamily, acts: sheetOfTheFamily.acts.slice(0, 1) });
    expect(sheet.confirmations.map(({ name, sentence }) => [name, sentence.startsWith('Noch nicht')])).toEqual([
      ['Małgorzata Ayşe Öztürk-Żółkiewska', false],
      ['Emre Öztürk', true],
    ]);
  });

  test('the sheet for signing by hand has a line for everyone and speaks of no seal', () => {
    const sheet = declarationSheet({ ...sheetOfTheFamily, acts: [], purpose: 'paper' });
    expect(sheet.confirmations.every(({ blank }) => blank)).toBe(true);
    expect(JSON.stringify(sheet)).not.toMatch(/Siegel/);
  });
});

describe('a declaration’s sheet', () => {
  test.for([
    ['office', null],
    ['copy', 'Kopie'],
    ['unsent-copy', 'Kopie, noch nicht übermittelt'],
    ['paper', 'Zum Unterschreiben'],
  ] as const)('%s is headed %s', ([purpose, remark]) =>
    expect(declarationSheet({ ...sheetOfTheFamily, purpose }).remark).toBe(remark),
  );

  test('persons of the identification are named as on the rest of the page', () => {
    const sheet = declarationSheet(sheetOfTheFamily);
    expect(sheet.identification.map(({ person, document, result }) => [person, document, result])).toEqual([
      ['Małgorzata Ayşe Öztürk-Żółkiewska', 'Personalausweis', 'vorgelegt'],
      ['Emre Öztürk', 'Reisepass', 'vorgelegt'],
      ['Person 3', 'anderes Dokument', 'nicht dabei'],
    ]);
  });

  test('salt, hash of the form, case id and machine values stay off it', () => {
    const declaration = {
      ...familyOfFour,
      sections: [
        {
          id: 'a-section',
          title: { de: 'T' },
          entries: [{ id: 'an-entry', label: { de: 'L' }, shown: { de: 'S' }, value: 'a-value' }],
        },
      ],
    };
    const text = JSON.stringify(declarationSheet({ ...sheetOfTheFamily, declaration }));
    for (const hidden of [
      familyOfFour.salt,
      familyOfFour.definitionHash,
      familyOfFour.caseId,
      'a-section',
      'an-entry',
      'a-value',
    ])
      expect(text).not.toContain(hidden);
  });

  test('without a second language there is no line about one', () => {
    const sheet = declarationSheet({ ...sheetOfTheFamily, declaration: { ...familyOfFour, locale: null } });
    expect(sheet.second).toBeNull();
    expect(sheet.circumstances.map(({ name }) => name)).not.toContain('Zweite Sprache');
  });

  test('whoever declares because a child moves in says so, not that it is for a family', () => {
    const [first] = familyOfFour.signers;
    const signers = [{ id: first?.id ?? '', name: 'Łucja Wójcik', role: 'householder' } as const];
    const text = JSON.stringify(declarationSheet({ ...sheetOfTheFamily, declaration: { ...familyOfFour, signers } }));
    expect(text).toContain('als Person, in deren Wohnung das Kind einzieht');
    expect(text).not.toContain('für die Familie');
  });

  test('what the citizen takes home names the root of the last closed day, where there is one', () => {
    const lastRoot = { day: '2026-11-22', root: '5'.repeat(64) } as const;
    const { checking } = declarationSheet({ ...sheetOfTheFamily, purpose: 'copy', lastRoot });
    expect(checking.facts).toContainEqual({ name: 'Tageswurzel 22.11.2026', value: lastRoot.root });
    expect(checking.text).toContain('Die Tageswurzel fasst zusammen');
    const without = declarationSheet({ ...sheetOfTheFamily, purpose: 'copy' });
    expect(JSON.stringify(without)).not.toContain('Tageswurzel');
  });

  test('a form of the Fachverfahren is named with its hash', () => {
    const original = { fileName: 'antrag.pdf', sha256: 'ab'.repeat(32), pages: 2 };
    const sheet = declarationSheet({ ...sheetOfTheFamily, declaration: { ...familyOfFour, original } });
    expect(sheet.circumstances).toContainEqual({
      name: 'Vorgelegtes Formular',
      value: `antrag.pdf, 2 Seiten, SHA-256 ${'ab'.repeat(32)}`,
    });
  });
});

describe('ink', () => {
  test('every point of the hand is on paper, where it was', () => {
    const drawing = handwriting(5);
    const numbers = drawInk(drawing).match(/(?<=[ML])[\d.]+ [\d.]+/g) ?? [];
    const lines = drawing.paths.filter((path) => path.length > 1).flat();
    expect(numbers).toEqual(lines.map(([x, y]) => `${x} ${y}`));
  });

  test('a dot is a dot', () => {
    expect(drawInk({ schema: 'schalter/drawing@1', paths: [[[10, 20]]] })).toContain('<circle cx="10" cy="20"');
  });
});

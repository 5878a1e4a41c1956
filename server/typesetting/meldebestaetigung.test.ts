import { PDF } from '@libpdf/core';
import { describe, expect, test } from 'vitest';
import type { Meldebestaetigung } from '../../shared/services/anmeldung/meldebestaetigung.ts';
import { certificateAttachments } from './attachments.ts';
import { codeBarcode, issuedOn, meldebestaetigungSheet } from './meldebestaetigung.ts';
import { makeTypst } from './typst.ts';

const typst = makeTypst();
const face = { demo: false, origin: 'https://schalter.example', code: '0024H36H2NCSVRH6DAQF6DVVQZWM' };

const person = {
  familienname: 'Öztürk-Żółkiewska',
  vornamen: 'Małgorzata Ayşe',
  gebraeuchlicherVorname: 'Ayşe',
  doktorgrad: 'Dr.',
  geburtsdatum: '1986-05-03',
  einzugsOderAuszugsdatum: '2026-11-14',
  datumDerMeldung: '2026-11-23',
  anschrift: 'Stuttgarter Straße 12 a, 70771 Leinfelden-Echterdingen',
  wohnung: 'alleinige Wohnung',
} as const;

const content: Meldebestaetigung = {
  schema: 'schalter/meldebestaetigung@1',
  kind: 'anmeldung',
  authority: {
    name: 'Stadt Leinfelden-Echterdingen, Bürgeramt',
    address: 'Bernhäuser Straße 13, 70771 Leinfelden-Echterdingen',
  },
  issuedOn: '2026-11-24',
  persons: [person],
};

const job = (from: Meldebestaetigung, demo = false) => ({
  template: 'meldebestaetigung' as const,
  data: JSON.stringify(meldebestaetigungSheet(from, { ...face, demo })),
  attachments: certificateAttachments(from),
  barcodes: [codeBarcode(face)],
  madeAt: new Date('2026-11-24T08:00:00Z'),
});
const textOf = async (from: Meldebestaetigung) =>
  (await PDF.load(typst.typeset(job(from))))
    .extractText()
    .map(({ text }) => text)
    .join('\n');

describe('the Meldebestätigung', () => {
  test('R-050: its page has the eight data of § 24 Abs. 2 BMG, the authority, the day, and not one word more', async () => {
    const words = new Set(wordsOf(await textOf(content)));
    const printed = [
      'Familienname',
      person.familienname,
      'Vornamen',
      person.vornamen,
      '(gebräuchlicher Vorname: Ayşe)',
      'Doktorgrad',
      person.doktorgrad,
      'Geburtsdatum',
      '03.05.1986',
      'Einzugsdatum',
      '14.11.2026',
      'Datum der Anmeldung',
      '23.11.2026',
      'Anschrift',
      person.anschrift,
      'Art der Wohnung',
      person.wohnung,
    ];
    const frame = [
      content.authority.name,
      content.authority.address,
      'Amtliche Meldebestätigung',
      'nach § 24 Abs. 2 Bundesmeldegesetz (BMG)',
      'Die Anmeldung der folgenden Wohnung wird bestätigt.',
      'Ausgestellt am 24.11.2026.',
      'Gemeldete Person',
      'Prüfen',
      ...meldebestaetigungSheet(content, face).checking.flatMap(({ text, address }) => [text, address ?? '']),
      'Echtheitscode',
      '0024-H36H-2NCS-VRH6-DAQF-6DVV-QZWM',
      'Meldebestätigung nach § 24 Abs. 2 BMG',
      'Seite 1 von 1',
    ];
    expect(printed.flatMap(wordsOf).filter((word) => !words.has(word))).toEqual([]);
    const allowed = new Set([...printed, ...frame].flatMap(wordsOf));
    expect([...words].filter((word) => !allowed.has(word))).toEqual([]);
  });

  test.for(['religion', 'staatsangehoerigkeit', 'geburtsort', 'familienstand', 'vorgangsnummer'])(
    'R-050: a %s is refused, whoever hands it over',
    (ninth) => {
      const smuggled = { ...content, persons: [{ ...person, [ninth]: 'x' }] };
      expect(() => meldebestaetigungSheet(smuggled, face)).toThrow();
    },
  );

  test('R-050: its metadata name no person and no case, its attachment is exactly what is printed', async () => {
    const document = await PDF.load(typst.typeset(job(content)));
    expect(document.getTitle()).toBe('Amtliche Meldebestätigung');
    expect(document.getAuthor()).toBe(content.authority.name);
    expect(document.getSubject()).toBe('Meldebestätigung nach § 24 Abs. 2 BMG');
    expect(document.getKeywords() ?? []).toEqual([]);
    expect([...document.getAttachments().keys()]).toEqual(['certificate.json']);
    const attached = document.getAttachment('certificate.json');
    expect(JSON.parse(new TextDecoder().decode(attached ?? new Uint8Array()))).toEqual(content);
  });

  test('R-050: its QR code holds our page and the code behind the #, and nothing of a person or a case', () => {
    expect(codeBarcode(face)).toEqual({
      name: 'code',
      kind: 'qr',
      text: 'https://schalter.example/citizen/echtheit#0024H36H2NCSVRH6DAQF6DVVQZWM',
    });
  });

  test('R-050: the code stands on the page only; metadata and attachment do not know it', async () => {
    const document = await PDF.load(typst.typeset(job(content)));
    const known = [document.getTitle(), document.getAuthor(), document.getSubject(), ...(document.getKeywords() ?? [])];
    const attached = new TextDecoder().decode(document.getAttachment('certificate.json') ?? new Uint8Array());
    expect([...known, attached].filter((text) => /0024-?H36H/.test(text ?? ''))).toEqual([]);
  });

  test('an Abmeldung speaks of moving out', async () => {
    const text = await textOf({ ...content, kind: 'abmeldung' });
    expect(text).toContain('Auszugsdatum');
    expect(text).toContain('Datum der Abmeldung');
    expect(text).not.toContain('Einzugsdatum');
  });

  test.for([
    ['1954-07', '07.1954'],
    ['1954', '1954'],
    ['unknown', 'unbekannt'],
  ])('a birth date known as %s reads %s', async ([geburtsdatum = '', shown = '']) => {
    expect(await textOf({ ...content, persons: [{ ...person, geburtsdatum }] })).toContain(shown);
  });

  test.for([1, 4, 8])('%i persons pass PDF/UA-1 and PDF/A-3a', (count) => {
    const family = { ...content, persons: Array.from({ length: count }, () => person) };
    typst.holdToUa(job(family, true));
    expect(typst.typeset(job(family, true)).length).toBeGreaterThan(1000);
  });

  test('a family of four gets one page', async () => {
    const family = { ...content, persons: Array.from({ length: 4 }, () => person) };
    expect((await PDF.load(typst.typeset(job(family)))).getPageCount()).toBe(1);
  });

  test.for([1, 4, 8])('printed seals of %i persons stand on the page and keep it accessible', async (count) => {
    const family = { ...content, persons: Array.from({ length: count }, () => person) };
    const sealed = family.persons.map((_, at) => at + 1);
    const seals = sealed.map(
      (of) => ({ name: `seal-${of}`, kind: 'data-matrix', bytes: new Uint8Array(260) }) as const,
    );
    const data = JSON.stringify(meldebestaetigungSheet(family, { ...face, sealed }));
    const withSeals = { ...job(family), data, barcodes: [codeBarcode(face), ...seals] };
    typst.holdToUa(withSeals);
    const text = (await PDF.load(typst.typeset(withSeals))).extractText().map((page) => page.text);
    expect(text.join('\n').match(/Digitales Siegel/g)).toHaveLength(count);
  });

  test('the day of issue is the day on the office’s wall', () => {
    expect(issuedOn(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
  });
});

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

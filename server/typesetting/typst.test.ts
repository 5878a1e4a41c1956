import { PDF } from '@libpdf/core';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../shared/base/bytes.ts';
import { letters, nameSigns, sequences, textSigns } from '../../shared/base/din-91379.ts';
import { Refusal } from '../../shared/base/refusal.ts';
import type { Declaration, T } from '../../shared/declaration/declaration.ts';
import { completePdf } from '../sealing/complete.ts';
import type { TypesetJob } from '../ports/typesetter.ts';
import { declarationAttachments } from './attachments.ts';
import { codePointsOf, readFonts } from './fonts.ts';
import { familyOfFour, sheetOfTheFamily } from './family-of-four.ts';
import { declarationSheet, type DeclarationSheet } from './sheet.ts';
import { makeTypst } from './typst.ts';

const typst = makeTypst();
const family = declarationSheet(sheetOfTheFamily);

describe('a declaration on paper', () => {
  test('the family of four fits on three pages', async () => {
    const document = await PDF.load(typst.typeset(jobFor(family)));
    expect(document.getPageCount()).toBe(3);
  });

  test('the same job gives the same bytes, after other documents and emptied caches too', () => {
    const first = typst.typeset(jobFor(family));
    typst.typeset(jobFor({ ...family, number: '26-0007-00043-1' }));
    typst.evict();
    expect(Buffer.compare(typst.typeset(jobFor(family)), first)).toBe(0);
  });

  test('it says when it was made, not when it was typeset', async () => {
    const document = await PDF.load(typst.typeset(jobFor(family)));
    expect(document.getCreationDate()).toEqual(new Date('2026-11-23T09:45:00Z'));
  });

  test('everything declared is printed, and the technical rest is not', async () => {
    const { declaration, shown, hidden } = tokenised(familyOfFour);
    const acts = sheetOfTheFamily.acts.map((act, at) => ({ ...act, signer: declaration.signers[at]?.id ?? '' }));
    const text = await textOf(declarationSheet({ ...sheetOfTheFamily, declaration, acts }));
    expect(shown.length).toBeGreaterThan(120);
    expect(shown.filter((token) => !text.includes(token))).toEqual([]);
    expect(hidden.filter((token) => text.includes(token))).toEqual([]);
  });

  test('every page says its number of all pages, the case and the comparing code', async () => {
    const document = await PDF.load(typst.typeset(jobFor(family)));
    for (const [at, page] of document.extractText().entries()) {
      expect(page.text).toContain(`Seite ${at + 1} von 3`);
      expect(page.text).toContain(family.number);
      expect(page.text).toContain(family.comparingCode);
    }
  });

  test('a demo office says so on every page, a real one on none', async () => {
    const demo = (await PDF.load(typst.typeset(jobFor(family)))).extractText();
    expect(demo.every(({ text }) => text.includes('DEMO'))).toBe(true);
    const real = (await PDF.load(typst.typeset(jobFor({ ...family, demo: false })))).extractText();
    expect(real.some(({ text }) => /demo/i.test(text))).toBe(false);
  });

  test('it carries the declaration as its source and the acts as supplements', async () => {
    const attachments = declarationAttachments({
      declaration: familyOfFour,
      acts: [
        { jws: 'a.b.c', ...(sheetOfTheFamily.acts[0]?.drawing ? { drawing: sheetOfTheFamily.acts[0].drawing } : {}) },
      ],
      evidence: utf8('[]'),
    });
    const pdf = typst.typeset({ ...jobFor(family), attachments });
    const document = await PDF.load(pdf);
    expect([...document.getAttachments().keys()].toSorted()).toEqual([
      'act-1.jws',
      'declaration.json',
      'drawing-1.json',
      'evidence-at-seal.json',
    ]);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw.match(/\/AFRelationship \/(\w+)/g)?.toSorted()).toEqual([
      '/AFRelationship /Source',
      '/AFRelationship /Supplement',
      '/AFRelationship /Supplement',
      '/AFRelationship /Supplement',
    ]);
  });
});

describe('every template is held to PDF/UA-1 and PDF/A-3a', () => {
  test.for<[string, Partial<DeclarationSheet>]>([
    ['a family', {}],
    ['a demo-free copy', { demo: false, remark: 'Abschrift' }],
    ['no second language', { second: null, title: { de: 'Anmeldung' } }],
    ['nothing declared, nobody asked', { sections: [], clauses: [], identification: [], confirmations: [] }],
    ['a line to sign on', { confirmations: family.confirmations.map((it) => ({ ...it, drawing: null, blank: true })) }],
    ['eight persons with a long name each', { sections: eightPersons() }],
    ['two hundred entries in one section', { sections: [longSection(200)] }],
    [
      'a notice longer than a page',
      {
        clauses: [
          {
            title: 'Hinweise',
            items: [{ text: { de: 'Datenschutz ist wichtig. '.repeat(400) }, basis: 'Art. 13 DSGVO' }],
          },
        ],
      },
    ],
    [
      'a second language from right to left',
      {
        second: { lang: 'ar', rtl: true, name: 'Arabisch', note: 'Es gilt der deutsche Text.' },
        title: { de: 'Anmeldung', shown: 'تسجيل السكن' },
        sections: arabic(),
      },
    ],
  ])('%s', async ([, changed]) => {
    const job = jobFor({ ...family, ...changed });
    typst.holdToUa(job);
    const complete = await completePdf(typst.typeset(job));
    const document = await PDF.load(complete);
    expect(document.getPageCount()).toBeLessThan(20);
  });
});

describe('characters', () => {
  const everyLetter = codePoints(0x20, 0x2fff).filter((letter) =>
    new RegExp(`^[${letters}${nameSigns}${textSigns}]$`, 'u').test(letter),
  );
  /** Greek and Cyrillic of DIN 91379, extended. */
  const beyond = codePoints(0x386, 0x44f).filter(
    (letter) => /^[Ά-ΈΉΊΌΎ-ΡΣ-ώЍА-ЪЬЮ-ъьюя]$/u.test(letter) && letter !== '\u0387',
  );

  test('all letters and signs of DIN 91379 have a glyph in the text font and in the bold one', () => {
    const [, math = [], regular = [], semibold = []] = readFonts().map((font) => [...codePointsOf(font)]);
    const without = (font: readonly number[]) => {
      const glyphs = new Set([...font, ...math]);
      return [...everyLetter, ...beyond, ...Array.from(sequences.replaceAll(' ', ''))].filter(
        (letter) => !glyphs.has(letter.codePointAt(0) ?? 0),
      );
    };
    expect(everyLetter.length).toBeGreaterThan(600);
    expect(without(regular)).toEqual([]);
    expect(without(semibold)).toEqual([]);
  });

  test('all letters, sequences and signs of DIN 91379 are typeset, in running text and in bold', () => {
    const all = [...everyLetter, ...beyond, ...sequences.split(' ')].join(' ');
    const job = jobFor({
      ...family,
      sections: [{ title: { de: all }, entries: [{ label: { de: all }, shown: { de: all } }] }],
    });
    expect(() => typst.typeset(job)).not.toThrow();
  });

  test('a decomposed name is composed before it is set', async () => {
    const shown = 'Özgür Żak'.normalize('NFD');
    expect(await textOf({ ...family, sections: one(shown) })).toContain('Özgür Żak');
  });

  test.for<[string, string, string[]]>([
    ['a letter no font has', 'Name 漢字', ['U+5B57', 'U+6F22']],
    ['a zero-width space', 'Mei\u200ber', ['U+200B']],
    ['a mark that turns the direction', 'Meier\u202e321', ['U+202E']],
    ['an isolate', '\u2066Meier\u2069', ['U+2066', 'U+2069']],
    ['a control character', 'Mei\u0000er', ['U+0000']],
    ['a soft hyphen', 'Mei\u00ader', ['U+00AD']],
    ['an emoji', 'Meier 🙂', ['U+1F642']],
    ['half a character', 'Meier \ud83d', ['U+D83D']],
    ['a private letter', 'Meier \ue000', ['U+E000']],
  ])('%s is refused by its name, never a box', ([, shown, characters]) => {
    const refused = caught(() => typst.typeset(jobFor({ ...family, sections: one(shown) })));
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'text-not-printable', details: { characters } });
  });

  test('a refused document leaves the next one as it was', () => {
    const before = typst.typeset(jobFor(family));
    caught(() => typst.typeset(jobFor({ ...family, sections: one('漢') })));
    expect(Buffer.compare(typst.typeset(jobFor(family)), before)).toBe(0);
  });
});

describe('hostile text stays text', () => {
  test.for([
    '#panic("no")',
    '*bold* _it_ `raw` = Titel',
    '#read("/etc/passwd")',
    '\\u{41} \\ "quoted" \'single\'',
    '$ x^2 $ <label> @ref [content] // comment /* more */',
    '"}]}, {"de": "other"',
    '</svg><script>alert(1)</script>',
    '- list + enum / term: --- ...',
  ])('%s', async (hostile) => {
    const printed = (await textOf({ ...family, sections: one(hostile) })).replaceAll(/\s/g, '');
    expect(printed).toContain(hostile.replaceAll(/\s/g, ''));
  });

  test('a word of five hundred letters breaks inside its column and loses none', async () => {
    const word = 'Donaudampfschiffahrt'.repeat(25);
    const document = await PDF.load(typst.typeset(jobFor({ ...family, sections: one(word) })));
    const page = document.extractText()[0];
    expect(page?.text.replaceAll(/\s/g, '')).toContain(word);
    const right = Math.max(...(page?.lines ?? []).map(({ bbox }) => bbox.x + bbox.width));
    expect(right).toBeLessThan(page?.width ?? 0);
  });
});

function jobFor(sheet: DeclarationSheet): TypesetJob {
  return {
    template: 'declaration',
    data: JSON.stringify(sheet),
    attachments: [],
    madeAt: new Date('2026-11-23T09:45:00Z'),
  };
}

async function textOf(sheet: DeclarationSheet): Promise<string> {
  const document = await PDF.load(typst.typeset(jobFor(sheet)));
  return document
    .extractText()
    .map(({ text }) => text)
    .join('\n');
}

/** The family's declaration with every string replaced by a token of its own. */
function tokenised(from: Declaration) {
  const shown: string[] = [];
  const hidden: string[] = [];
  const token = (list: string[]) => {
    const made = `Q${shown.length + hidden.length + 100}Z`;
    list.push(made);
    return made;
  };
  const visible = () => token(shown);
  const both = ({ shown: second }: T): T => ({ de: visible(), ...(second === undefined ? {} : { shown: visible() }) });
  const declaration: Declaration = {
    ...from,
    salt: token(hidden),
    service: visible(),
    serviceVersion: visible(),
    definitionHash: token(hidden),
    authority: { name: visible(), ags: visible(), address: visible() },
    caseId: token(hidden),
    number: visible(),
    title: both(from.title),
    basis: visible(),
    policy: { profile: visible(), basis: visible() },
    form: { basis: visible() },
    identification: from.identification.map(() => ({
      person: visible(),
      how: visible(),
      document: visible(),
      result: visible(),
    })),
    sections: from.sections.map(({ title, entries }) => ({
      id: token(hidden),
      title: both(title),
      entries: entries.map((entry) => ({
        id: token(hidden),
        label: both(entry.label),
        shown: both(entry.shown),
        value: token(hidden),
      })),
    })),
    statements: from.statements.map(({ text }) => ({ id: token(hidden), text: both(text), basis: visible() })),
    notices: from.notices.map(({ text }) => ({ id: token(hidden), text: both(text), basis: visible() })),
    original: { fileName: visible(), sha256: visible(), pages: 4 },
    signers: from.signers.map(({ role }) => ({ id: token(hidden), role, name: visible() })),
  };
  return { declaration, shown, hidden };
}

const one = (shown: string) => [
  { title: { de: 'Angaben' }, entries: [{ label: { de: 'Angabe' }, shown: { de: shown } }] },
];

function longSection(count: number) {
  return {
    title: { de: 'Viele Angaben', shown: 'Many entries' },
    entries: Array.from({ length: count }, (_, at) => ({
      label: { de: `Angabe ${at + 1}`, shown: `Entry ${at + 1}` },
      shown: { de: `Wert ${at + 1}` },
    })),
  };
}

function eightPersons() {
  const name = 'Hubertus-Maximilian Freiherr von und zu Guttenberg-Łęczyński-Özdemiroğlu-Straßburger-Weißenfels'.repeat(
    2,
  );
  return Array.from({ length: 8 }, (_, at) => ({
    title: { de: `Person ${at + 1}` },
    entries: ['Familienname', 'Vornamen', 'Geburtsname', 'Geburtsort', 'Anschrift', 'Religion', 'Familienstand'].map(
      (label) => ({
        label: { de: label },
        shown: { de: name },
      }),
    ),
  }));
}

function arabic() {
  return [
    {
      title: { de: 'Neue Wohnung', shown: 'المسكن الجديد' },
      entries: [
        {
          label: { de: 'Tag des Einzugs', shown: 'يوم الانتقال' },
          shown: { de: '14.11.2026', shown: '١٤ نوفمبر ٢٠٢٦ (14.11.2026)' },
        },
      ],
    },
  ];
}

function codePoints(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

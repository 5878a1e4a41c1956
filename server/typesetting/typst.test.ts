import { PDF } from '@libpdf/core';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../shared/base/bytes.ts';
import type { Declaration, T } from '../../shared/declaration/declaration.ts';
import { completePdf } from '../sealing/complete.ts';
import { declarationAttachments } from './attachments.ts';
import { familyOfFour, sheetOfTheFamily } from './family-of-four.ts';
import { declarationSheet, type DeclarationSheet } from './sheet.ts';
import { jobFor, textOf, typst } from './trial-print.ts';

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
    ['a demo-free copy', { demo: false, remark: 'Kopie' }],
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

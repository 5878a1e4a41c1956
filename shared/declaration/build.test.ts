import { describe, expect, test } from 'vitest';
import type { Answers } from '../forms/answers.ts';
import type { ServiceDefinition } from '../forms/definition.ts';
import type { Texts } from '../forms/texts.ts';
import { buildDeclaration, type Circumstances } from './build.ts';
import { hashDeclaration } from './hash.ts';

const definition: ServiceDefinition = {
  id: 'example',
  version: '2026-11',
  title: 'Beispiel',
  basis: '§ 1 BMG',
  form: { basis: '§ 23 Abs. 1 Satz 2 BMG' },
  sections: [
    {
      id: 'move',
      title: 'Umzug',
      fields: [
        { id: 'movedInOn', kind: 'date', label: 'Tag des Einzugs' },
        { id: 'keepsOld', kind: 'yes-no', label: 'Bleibt die alte Wohnung?' },
        { id: 'home', kind: 'address', label: 'Neue Wohnung', within: 'office' },
      ],
    },
    {
      id: 'old',
      title: 'Alte Wohnung',
      when: { field: 'keepsOld', is: true },
      fields: [{ id: 'use', kind: 'text', label: 'Nutzung', maxLength: 50 }],
    },
    {
      id: 'person',
      each: 'persons',
      title: 'Person',
      fields: [{ id: 'name', kind: 'name', label: 'Name', maxLength: 50 }],
    },
  ],
  statements: [
    { id: 'correct', text: 'Ich versichere, dass alles stimmt.', basis: '§ 23 BMG' },
    { id: 'family', text: 'Ich darf das.', basis: '§ 23 Abs. 4 BMG', when: { field: 'persons', moreThan: 1 } },
  ],
  notices: [{ id: 'fine', text: 'Wer lügt, zahlt.', basis: '§ 54 BMG' }],
};

const texts: Texts = {
  en: { 'move.movedInOn.label': 'Day you moved in', 'statements.correct': 'I assure that all of this is true.' },
  plain: {},
};

const answers: Answers = {
  movedInOn: '2026-11-09',
  keepsOld: false,
  home: { street: 'Lindenweg', houseNumber: '4', postcode: '70771', city: 'Leinfelden-Echterdingen' },
  use: 'left behind by a changed mind',
  persons: [{ id: 'p1', name: 'Gül' }],
};

const circumstances: Circumstances = {
  salt: 'c2FsdHNhbHRzYWx0c2FsdA',
  definitionHash: 'a'.repeat(64),
  authority: { name: 'Stadt Leinfelden-Echterdingen', ags: '08116078', address: 'Marktplatz 1' },
  caseId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d11',
  revision: 1,
  number: '26-0001-00001-0',
  channel: 'counter',
  policy: { profile: 'leinfelden-echterdingen', basis: '§ 23 Abs. 1 BMG' },
  identification: [],
  assistance: [],
  locale: 'en',
  signers: [{ id: 'p1', role: 'self', name: 'Gül' }],
};

const service = { definition, texts };

describe('a declaration', () => {
  test('holds what was asked and answered, section by section', () => {
    const { sections } = buildDeclaration(service, answers, circumstances);
    expect(sections.map(({ id, title }) => [id, title.de])).toEqual([
      ['move', 'Umzug'],
      ['person-p1', 'Person 1'],
    ]);
    expect(sections[0]?.entries[0]).toEqual({
      id: 'movedInOn',
      label: { de: 'Tag des Einzugs', shown: 'Day you moved in' },
      shown: { de: '09.11.2026', shown: '9 November 2026' },
      value: '2026-11-09',
    });
  });

  test('says nothing of an answer that a changed mind left behind', () => {
    expect(JSON.stringify(buildDeclaration(service, answers, circumstances))).not.toContain('changed mind');
  });

  test('writes an address once for people and once for machines', () => {
    const home = buildDeclaration(service, answers, circumstances).sections[0]?.entries[2];
    expect(home?.shown).toEqual({ de: 'Lindenweg 4, 70771 Leinfelden-Echterdingen' });
    expect(JSON.parse(String(home?.value))).toEqual(answers['home']);
  });

  test('in German alone has no second lines', () => {
    const german = buildDeclaration(service, answers, { ...circumstances, locale: null });
    expect(JSON.stringify(german.sections[0]?.entries[0]?.label)).toBe('{"de":"Tag des Einzugs"}');
  });

  test('asks for the assurance only where there are relatives', () => {
    const clauses = (persons: Answers['persons']) =>
      buildDeclaration(service, { ...answers, persons }, circumstances).statements.map(({ id }) => id);
    expect(clauses([{ id: 'p1', name: 'Gül' }])).toEqual(['correct']);
    expect(
      clauses([
        { id: 'p1', name: 'Gül' },
        { id: 'p2', name: 'Can' },
      ]),
    ).toEqual(['correct', 'family']);
  });

  test('has another hash after any change', async () => {
    const hashes = await Promise.all(
      [answers, { ...answers, keepsOld: true }, { ...answers, movedInOn: '2026-11-08' }].map((given) =>
        hashDeclaration(buildDeclaration(service, given, circumstances)),
      ),
    );
    expect(new Set(hashes).size).toBe(3);
  });
});

import { describe, expect, test } from 'vitest';
import { evidenceEvents } from '../../../../../shared/evidence/events.ts';
import { actorWords, evidenceSentence, type Known } from './evidence-words.ts';

const names: Known = {
  person: (id) => (id === 'p1' ? 'Aleksandra Șerban-Wójcik' : id),
  staff: (id) => (id === 'demo-clerk-1' ? 'DEMO Karin Beispiel' : undefined),
  device: (id) => (id === 'a-thumbprint' ? 'Tablet Platz 3' : undefined),
  desk: (id) => (id === 'leinfelden-3' ? 'Platz 3, Leinfelden' : undefined),
};

describe('the Nachweis in words', () => {
  test.for(evidenceEvents)('has a German sentence for %s, even where details are missing', (event) => {
    const sentence = evidenceSentence({ event, details: {} }, names);
    expect(sentence).toMatch(/[a-zäöü]{3}/);
    expect(sentence).not.toContain('undefined');
    expect(sentence).not.toBe(event);
  });

  test.for([
    ['identification-noted', { person: 'p1', document: 'PA', result: 'expired' }, 'abgelaufen'],
    ['confirmed', { signer: 'p1', method: 'mark' }, 'Aleksandra Șerban-Wójcik hat bestätigt, mit Handzeichen'],
    ['act-voided', { because: 'answers' }, 'weil Angaben geändert wurden'],
    ['begun', { locale: 'en' }, 'English'],
    ['review-started', { revision: '2', comparingCode: 'PDPG-9BBW' }, 'Fassung 2, Vergleichscode PDPG-9BBW'],
    ['signers-set', { count: '2' }, '2 Personen bestätigen'],
    ['handed-over', { desk: 'leinfelden-3' }, 'Platz 3, Leinfelden'],
    ['handed-over', { desk: 'gone-9' }, 'gone-9'],
    ['device-paired', { thumbprint: 'a-thumbprint', number: '0007' }, '„Tablet Platz 3“'],
    ['device-paired', { thumbprint: 'another', number: '0007' }, '„0007“'],
    ['ended', { how: 'finished-declined' }, 'Ohne Bestätigung beendet'],
  ] as const)('of %s with %o says %s', ([event, details, part]) => {
    expect(evidenceSentence({ event, details }, names)).toContain(part);
  });

  test('shows an event of another version under its own name', () => {
    expect(evidenceSentence({ event: 'rooted', details: {} }, names)).toBe('rooted');
  });

  test.for([
    ['clerk:demo-clerk-1', 'DEMO Karin Beispiel, Sachbearbeitung'],
    ['lead:gone-1', 'gone-1, Leitung'],
    ['device:a-thumbprint', 'Tablet Platz 3'],
    ['citizen', 'am Tablet'],
    ['device:0193-1', 'Tablet'],
    ['system', 'von selbst'],
  ] as const)('names %s as %s', ([actor, words]) => {
    expect(actorWords(actor, names)).toBe(words);
  });
});

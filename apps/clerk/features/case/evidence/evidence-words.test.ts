import { describe, expect, test } from 'vitest';
import { evidenceEvents } from '../../../../../shared/evidence/events.ts';
import { actorWords, evidenceSentence } from './evidence-words.ts';

const names = { person: (id: string) => (id === 'p1' ? 'Aleksandra Șerban-Wójcik' : id) };

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
    ['ended', { how: 'finished-declined' }, 'Ohne Bestätigung beendet'],
  ] as const)('of %s with %o says %s', ([event, details, part]) => {
    expect(evidenceSentence({ event, details }, names)).toContain(part);
  });

  test('shows an event of another version under its own name', () => {
    expect(evidenceSentence({ event: 'rooted', details: {} }, names)).toBe('rooted');
  });

  test.for([
    ['clerk:demo-clerk-1', 'Sachbearbeitung demo-clerk-1'],
    ['lead:demo-lead', 'Leitung demo-lead'],
    ['citizen', 'am Tablet'],
    ['device:0193-1', 'Tablet'],
    ['system', 'von selbst'],
  ] as const)('names %s as %s', ([actor, words]) => {
    expect(actorWords(actor)).toBe(words);
  });
});

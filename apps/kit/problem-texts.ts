import type { Texts } from './i18n/text.ts';

/**
 * What citizens may run into, in every language. Everything else is for the desk, where the German sentence of the
 * server is shown (`refusals` in `shared/base/refusal.ts`).
 */
export const problemTexts = {
  network: {
    de: 'Die Verbindung ist gerade unterbrochen. Ihre Angaben bleiben hier.',
    plain: 'Gerade gibt es kein Netz. Ihre Angaben gehen nicht verloren.',
    en: 'The connection is interrupted. Your entries stay here.',
  },
  internal: {
    de: 'Das hat nicht geklappt. Der Fehler liegt bei uns. Bitte versuchen Sie es noch einmal.',
    plain: 'Das hat nicht geklappt. Der Fehler liegt bei uns. Bitte versuchen Sie es noch einmal.',
    en: 'That did not work. The mistake is ours. Please try again.',
  },
  refused: {
    de: 'Das geht gerade nicht. Bitte sprechen Sie uns an.',
    plain: 'Das geht gerade nicht. Bitte fragen Sie uns.',
    en: 'That is not possible right now. Please speak to us.',
  },
  'case-recalled': {
    de: 'Ihre Sachbearbeitung hat den Vorgang zurückgeholt. Bitte sprechen Sie kurz miteinander.',
    plain: 'Das Amt hat Ihren Antrag zurückgeholt. Bitte fragen Sie am Schalter.',
    en: 'Your clerk has taken the case back. Please speak to them for a moment.',
  },
  'too-many-tries': {
    de: 'Das waren zu viele Versuche. Bitte warten Sie einen Moment.',
    plain: 'Das war zu oft. Bitte warten Sie ein wenig.',
    en: 'Too many tries. Please wait a moment.',
  },
} satisfies Texts;

import type { Text, Texts } from '../i18n/text.ts';

/** Words of forms that belong to no service. */
export const text = {
  unknownAddress: {
    de: 'Die Anschrift ist nicht bekannt',
    plain: 'Niemand weiß die Adresse',
    en: 'The address is not known',
  },
  yes: { de: 'Ja', plain: 'Ja', en: 'Yes' },
  no: { de: 'Nein', plain: 'Nein', en: 'No' },
  add: (what: Text): Text => ({
    de: `${what.de} hinzufügen`,
    plain: `${what.plain} dazuschreiben`,
    en: `Add ${what.en}`,
  }),
  addOne: { de: 'Weitere hinzufügen', plain: 'Noch etwas dazuschreiben', en: 'Add another' },
  addFirst: { de: 'Hinzufügen', plain: 'Dazuschreiben', en: 'Add' },
  remove: { de: 'Entfernen', plain: 'Wegnehmen', en: 'Remove' },
  removeItem: (what: Text): Text => ({
    de: `${what.de} entfernen`,
    plain: `${what.plain} wegnehmen`,
    en: `Remove ${what.en}`,
  }),
  noneYet: { de: 'Noch nichts eingetragen.', plain: 'Hier steht noch nichts.', en: 'Nothing entered yet.' },
  limitReached: (limit: number): Text => ({
    de: `Mehr als ${limit} gehen hier nicht. Bitte sprechen Sie uns an.`,
    plain: `Mehr als ${limit} gehen hier nicht.\nBitte fragen Sie am Schalter.`,
    en: `No more than ${limit} are possible here. Please speak to us.`,
  }),
  letters: { de: 'Besondere Buchstaben', plain: 'Besondere Buchstaben', en: 'Special letters' },
  lettersHint: {
    de: 'Wählen Sie zuerst den Grundbuchstaben.',
    plain: 'Tippen Sie zuerst auf den einfachen Buchstaben.',
    en: 'Choose the plain letter first.',
  },
  letterGroup: (letter: string): Text => ({
    de: `Buchstaben zu ${letter}`,
    plain: `Buchstaben zu ${letter}`,
    en: `Letters like ${letter}`,
  }),
  capitals: { de: 'Großbuchstaben', plain: 'Große Buchstaben', en: 'Capital letters' },
  warning: { de: 'Bitte prüfen', plain: 'Bitte prüfen', en: 'Please check' },
  info: { de: 'Hinweis', plain: 'Hinweis', en: 'Note' },
  byClerk: { de: 'Trägt das Amt ein', plain: 'Das schreibt das Amt', en: 'Entered by the office' },
} satisfies Texts;

import type { Texts } from '../../../kit/i18n/text.ts';

export const text = {
  title: { de: 'Ihre Kopie', plain: 'Ihre Kopie', en: 'Your copy' },
  lead: {
    de: 'Damit nur Sie Ihre Kopie öffnen, fragen wir nach dem Geburtsdatum der ersten Person im Formular.',
    plain:
      'Wann ist die erste Person im Formular geboren?\nWir fragen das zur Sicherheit.\nDann sehen nur Sie Ihre Kopie.',
    en: 'So that only you can open your copy, we ask for the date of birth of the first person on the form.',
  },
  birthDate: { de: 'Geburtsdatum', plain: 'Geburts-Datum', en: 'Date of birth' },
  birthDateHint: { de: 'Zum Beispiel 27 3 1986', plain: 'Zum Beispiel 27 3 1986', en: 'For example 27 3 1986' },
  dateMissing: {
    de: 'Bitte geben Sie Tag, Monat und Jahr ein.',
    plain: 'Bitte schreiben Sie Tag, Monat und Jahr.',
    en: 'Please enter day, month and year.',
  },
  fetch: { de: 'Kopie herunterladen', plain: 'Kopie holen', en: 'Download copy' },
  fetching: { de: 'wird geholt …', plain: 'Einen Moment …', en: 'fetching …' },
  doneTitle: {
    de: 'Ihre Kopie ist heruntergeladen.',
    plain: 'Sie haben Ihre Kopie.',
    en: 'Your copy has been downloaded.',
  },
  doneBody: {
    de: 'Sie finden die Datei im Ordner „Downloads“. Der Link gilt jetzt nicht mehr.',
    plain: 'Die Datei liegt im Ordner „Downloads“.\nDer Link geht jetzt nicht mehr.',
    en: 'You will find the file in your “Downloads” folder. The link no longer works.',
  },
  goneTitle: { de: 'Dieser Link gilt nicht mehr', plain: 'Der Link geht nicht mehr', en: 'This link no longer works' },
  goneBody: {
    de: 'Jeder Link öffnet die Kopie nur einmal und gilt nur kurze Zeit. Am Schalter bekommen Sie einen neuen.',
    plain: 'Der Link geht nur einmal.\nUnd er geht nur kurze Zeit.\nAm Schalter bekommen Sie einen neuen Link.',
    en: 'Each link opens the copy only once and is valid for a short time only. You can get another one at the counter.',
  },
} as const satisfies Texts;

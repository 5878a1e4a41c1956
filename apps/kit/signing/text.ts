import type { Assistance } from '../../../shared/declaration/declaration.ts';
import type { Text, Texts } from '../i18n/text.ts';

/** Words of the ceremony, the same at the counter and at home. */
export const text = {
  reviewTitle: { de: 'Bitte alles prüfen', plain: 'Bitte lesen Sie alles', en: 'Please check everything' },
  reviewLead: {
    de: 'Stimmt etwas nicht? Tippen Sie auf „Ändern“. Sie bestätigen erst danach.',
    plain: 'Stimmt etwas nicht?\nDann tippen Sie auf „Ändern“.',
    en: 'Is something wrong? Tap “Change”. You confirm only afterwards.',
  },
  comparingCode: { de: 'Vergleichscode', plain: 'Vergleichs-Code', en: 'Comparison code' },
  comparingCodeHelp: {
    de: 'Derselbe Code steht am Bildschirm Ihrer Sachbearbeitung und auf Ihrer Kopie.',
    plain: 'Der gleiche Code steht auf Ihrer Kopie.',
    en: 'The same code stands on your clerk’s screen and on your copy.',
  },
  change: { de: 'Ändern', plain: 'Ändern', en: 'Change' },
  seen: { de: 'gesehen', plain: 'gelesen', en: 'seen' },
  notSeen: { de: 'noch nicht gesehen', plain: 'noch nicht gelesen', en: 'not seen yet' },
  markSeen: { de: 'Geprüft', plain: 'Das habe ich gelesen', en: 'Checked' },
  seenCount: (seen: number, all: number): Text => ({
    de: `${seen} von ${all} Abschnitten gesehen`,
    plain: `${seen} von ${all} Teilen gelesen`,
    en: `${seen} of ${all} sections seen`,
  }),
  seenAll: { de: 'Alles gesehen', plain: 'Alles gelesen', en: 'Everything seen' },
  nextUnseen: { de: 'Weiter lesen', plain: 'Weiter lesen', en: 'Read on' },
  statements: { de: 'Das erklären Sie', plain: 'Das erklären Sie', en: 'What you declare' },
  notices: { de: 'Das sollten Sie wissen', plain: 'Das sollten Sie wissen', en: 'What you should know' },
  changed: { de: 'geändert', plain: 'geändert', en: 'changed' },
  assistance: { de: 'Hilfe beim Lesen', plain: 'Hilfe beim Lesen', en: 'Help with reading' },
  leftEmpty: {
    de: 'Freiwillig, hier haben Sie nichts eingetragen',
    plain: 'Freiwillig: Hier haben Sie nichts geschrieben',
    en: 'Voluntary, you entered nothing here',
  },
  fillIn: { de: 'Ausfüllen', plain: 'Ausfüllen', en: 'Fill in' },
  next: { de: 'Weiter', plain: 'Weiter', en: 'Continue' },
  back: { de: 'Zurück', plain: 'Zurück', en: 'Back' },
  decline: { de: 'Nicht bestätigen', plain: 'Nicht bestätigen', en: 'Do not confirm' },
  howTitle: {
    de: 'Wie möchten Sie bestätigen?',
    plain: 'Wie möchten Sie bestätigen?',
    en: 'How would you like to confirm?',
  },
  howLead: {
    de: 'Alle drei Wege gelten gleich.',
    plain: 'Alle drei Wege sind gleich gut.',
    en: 'All three ways count the same.',
  },
  drawn: { de: 'Mit Unterschrift', plain: 'Mit Unterschrift', en: 'With a signature' },
  drawnMeans: {
    de: 'Sie unterschreiben mit dem Stift auf dem Tablet.',
    plain: 'Sie schreiben Ihren Namen mit dem Stift.',
    en: 'You sign on the tablet with the pen.',
  },
  confirmed: { de: 'Mit Taste', plain: 'Mit Taste', en: 'With a button' },
  confirmedMeans: {
    de: 'Sie bestätigen mit einem Tipp. Eine Unterschrift ist nicht nötig.',
    plain: 'Sie tippen auf eine Taste.\nSie müssen nicht schreiben.',
    en: 'You confirm with one tap. No signature is needed.',
  },
  paper: { de: 'Auf Papier', plain: 'Auf Papier', en: 'On paper' },
  paperMeans: {
    de: 'Wir drucken alles aus. Sie unterschreiben auf dem Blatt.',
    plain: 'Wir drucken alles auf Papier.\nSie unterschreiben auf dem Papier.',
    en: 'We print everything. You sign the sheet.',
  },
  mark: {
    de: 'Ich möchte ein Handzeichen setzen',
    plain: 'Ich mache nur ein Zeichen, zum Beispiel 3 Kreuze',
    en: 'I would like to make a mark',
  },
  signTitle: { de: 'Ihre Unterschrift', plain: 'Ihre Unterschrift', en: 'Your signature' },
  markTitle: { de: 'Ihr Handzeichen', plain: 'Ihr Zeichen', en: 'Your mark' },
  signMeans: (name: string): Text => ({
    de: `Mit Ihrer Unterschrift bestätigen Sie, ${name}, die Angaben, die Sie eben gelesen haben.`,
    plain: `${name}, mit Ihrer Unterschrift sagen Sie:\nDas alles stimmt.`,
    en: `With your signature you, ${name}, confirm what you have just read.`,
  }),
  markMeans: (name: string): Text => ({
    de: `Mit Ihrem Handzeichen bestätigen Sie, ${name}, die Angaben, die Sie eben gelesen haben.`,
    plain: `${name}, mit Ihrem Zeichen sagen Sie:\nDas alles stimmt.`,
    en: `With your mark you, ${name}, confirm what you have just read.`,
  }),
  confirmMeans: (name: string): Text => ({
    de: `Mit der Taste bestätigen Sie, ${name}, die Angaben, die Sie eben gelesen haben. Das gilt wie eine Unterschrift auf dem Tablet.`,
    plain: `${name}, mit der Taste sagen Sie:\nDas alles stimmt.\nDas gilt wie eine Unterschrift auf dem Tablet.`,
    en: `With the button you, ${name}, confirm what you have just read. It counts the same as a signature on the tablet.`,
  }),
  pad: {
    de: 'Feld für die Unterschrift. Ohne Stift gehen Sie zurück und wählen „Mit Taste“.',
    plain: 'Feld für die Unterschrift.\nHaben Sie keinen Stift?\nDann gehen Sie zurück und wählen „Mit Taste“.',
    en: 'Field for the signature. Without a pen: go back and choose “With a button”.',
  },
  padHint: { de: 'Bitte hier unterschreiben', plain: 'Bitte hier unterschreiben', en: 'Please sign here' },
  penOnly: {
    de: 'Sie schreiben mit dem Stift. Ihre Hand darf aufliegen.',
    plain: 'Jetzt schreibt nur der Stift.\nIhre Hand darf auf dem Tablet liegen.',
    en: 'You are writing with the pen. Your hand may rest on the tablet.',
  },
  again: { de: 'Neu', plain: 'Noch einmal', en: 'Start over' },
  undo: { de: 'Letzten Strich zurück', plain: 'Letzten Strich weg', en: 'Undo last line' },
  done: { de: 'Fertig', plain: 'Fertig', en: 'Done' },
  confirm: { de: 'Ich bestätige', plain: 'Ich bestätige', en: 'I confirm' },
  confirmTitle: { de: 'Bestätigen mit Taste', plain: 'Bestätigen mit Taste', en: 'Confirm with a button' },
  shortTitle: { de: 'Ist das Ihre Unterschrift?', plain: 'Ist das Ihre Unterschrift?', en: 'Is this your signature?' },
  shortBody: {
    de: 'Sie ist sehr kurz. Das ist in Ordnung, wenn Sie so unterschreiben.',
    plain: 'Sie ist sehr kurz.\nUnterschreiben Sie so?\nDann ist es in Ordnung.',
    en: 'It is very short. That is fine if you sign like this.',
  },
  shortYes: { de: 'Ja, das ist sie', plain: 'Ja', en: 'Yes, it is' },
  shortNo: { de: 'Noch einmal', plain: 'Noch einmal', en: 'Once more' },
  sending: {
    de: 'Ihre Bestätigung wird gespeichert …',
    plain: 'Ihre Bestätigung wird gespeichert …',
    en: 'Saving your confirmation …',
  },
  drawingOf: (name: string): Text => ({
    de: `Unterschrift von ${name}`,
    plain: `Unterschrift von ${name}`,
    en: `Signature of ${name}`,
  }),
} satisfies Texts;

export const assistanceWords = {
  'read-aloud': { de: 'vorgelesen', plain: 'vorgelesen', en: 'read aloud' },
  translated: { de: 'übersetzt', plain: 'übersetzt', en: 'translated' },
  accompanied: { de: 'mit Begleitung', plain: 'mit Begleitung', en: 'accompanied' },
} satisfies Record<Assistance, Text>;

import type { Texts } from '../../../kit/i18n/text.ts';

export const text = {
  title: { de: 'Echtheitscode prüfen', plain: 'Echtheits-Code prüfen', en: 'Check an authenticity code' },
  lead: {
    de: 'Hier erfahren Sie, ob es eine Bescheinigung mit diesem Code gibt und ob sie zurückgezogen wurde.',
    plain: 'Auf der Bescheinigung steht ein Code.\nHier sehen Sie: Gibt es diese Bescheinigung wirklich?',
    en: 'See whether a certificate with this code exists and whether it has been withdrawn.',
  },
  code: { de: 'Echtheitscode', plain: 'Echtheits-Code', en: 'Authenticity code' },
  hint: {
    de: 'Sieben Gruppen mit je vier Zeichen. Groß oder klein ist gleich. Den Buchstaben O gibt es darin nicht, nur die Null.',
    plain:
      'Der Code hat sieben Gruppen.\nJede Gruppe hat vier Zeichen.\nGroß oder klein ist egal.\nEs gibt kein O. Es gibt nur die Null: 0.',
    en: 'Seven groups of four characters. Capitals or not makes no difference. There is no letter O in it, only zero.',
  },
  check: { de: 'Code prüfen', plain: 'Code prüfen', en: 'Check the code' },
  checking: { de: 'Der Code wird geprüft.', plain: 'Einen Moment, bitte.', en: 'Checking the code.' },
  another: { de: 'Anderen Code prüfen', plain: 'Anderen Code prüfen', en: 'Check another code' },
  checked: (code: string) => ({ de: `Code: ${code}`, plain: `Code: ${code}`, en: `Code: ${code}` }),

  'too-short': {
    de: 'Der Code ist noch nicht vollständig. Er hat 28 Zeichen.',
    plain: 'Der Code ist zu kurz.\nEr hat 28 Zeichen.',
    en: 'The code is not complete yet. It has 28 characters.',
  },
  'too-long': {
    de: 'Das sind zu viele Zeichen. Der Code hat 28.',
    plain: 'Der Code ist zu lang.\nEr hat 28 Zeichen.',
    en: 'These are too many characters. The code has 28.',
  },
  mistyped: {
    de: 'Hier ist ein Zeichen falsch oder vertauscht. Bitte vergleichen Sie den Code noch einmal mit dem Dokument.',
    plain: 'In dem Code ist ein Fehler.\nBitte lesen Sie noch einmal auf dem Dokument nach.',
    en: 'A character is wrong or in the wrong place. Please compare the code with the document again.',
  },

  genuine: { de: 'Echt', plain: 'Echt', en: 'Genuine' },
  genuineBody: (day: string) => ({
    de: `Eine Bescheinigung mit diesem Code hat diese Behörde am ${day} ausgestellt. Sie ist nicht zurückgezogen.`,
    plain: `Das Amt hat am ${day} eine Bescheinigung mit diesem Code gemacht.\nDas Amt hat sie nicht zurückgezogen.`,
    en: `This authority issued a certificate with this code on ${day}. It has not been withdrawn.`,
  }),
  withdrawn: {
    de: 'Wegen eines Fehlers zurückgezogen',
    plain: 'Zurückgezogen, weil ein Fehler darin ist',
    en: 'Withdrawn because of a mistake',
  },
  withdrawnBody: (issued: string, withdrawn: string) => ({
    de: `In der Bescheinigung vom ${issued} stand etwas Falsches. Die Behörde hat sie am ${withdrawn} zurückgezogen. Bitte lassen Sie sich eine neue zeigen.`,
    plain: `In der Bescheinigung vom ${issued} steht etwas Falsches.\nDas Amt hat sie am ${withdrawn} zurückgezogen.\nSie gilt nicht mehr.\nFragen Sie nach einer neuen Bescheinigung.`,
    en: `The certificate of ${issued} contained a mistake. The authority withdrew it on ${withdrawn}. Please ask for a new one.`,
  }),
  unknown: { de: 'Unbekannt', plain: 'Unbekannt', en: 'Unknown' },
  unknownBody: {
    de: 'Zu diesem Code gibt es hier keine Auskunft: Diese Behörde hat ihn nicht vergeben, oder seine Zeit ist abgelaufen.',
    plain: 'Wir kennen diesen Code nicht.\nVielleicht ist er nicht von uns.\nOder der Code ist zu alt.',
    en: 'There is no information on this code: this authority did not issue it, or its time has passed.',
  },
  notToday: {
    de: 'Ob die Person heute dort wohnt, sagt diese Prüfung nicht.',
    plain: 'Diese Prüfung sagt nicht:\nWohnt die Person heute noch dort?',
    en: 'This check does not say whether the person lives there today.',
  },
  // A right code can be copied onto a forged page; only the file's seal covers its words.
  onlyTheCode: {
    de: 'Der Code allein sagt nicht, ob der Text auf einem Ausdruck stimmt. Das zeigt nur die PDF-Datei: ',
    plain: 'Auf einem Blatt Papier kann jemand etwas ändern.\nOb der Text stimmt, zeigt nur die PDF-Datei.\n',
    en: 'The code alone does not say whether the text of a printout is right. Only the PDF file shows that: ',
  },
  checkFile: { de: 'PDF-Datei prüfen', plain: 'PDF-Datei prüfen', en: 'Check the PDF file' },

  offline: { de: 'Keine Verbindung', plain: 'Kein Netz', en: 'No connection' },
  offlineBody: {
    de: 'Der Code ist noch nicht geprüft. Er bleibt hier stehen, bis Sie es noch einmal versuchen.',
    plain: 'Der Code ist noch nicht geprüft.\nVersuchen Sie es später noch einmal.\nDer Code bleibt hier stehen.',
    en: 'The code has not been checked yet. It stays here until you try again.',
  },
  tooMany: { de: 'Zu viele Versuche', plain: 'Zu viele Versuche', en: 'Too many tries' },
  tooManyBody: (minutes: number) => ({
    de: `Aus Ihrem Netz wurde gerade sehr oft gefragt. Bitte versuchen Sie es in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal.`,
    plain: `Das war zu oft.\nBitte warten Sie ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}.\nDann geht es wieder.`,
    en: `Your network has asked very often just now. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  }),
  failed: { de: 'Nicht geprüft', plain: 'Nicht geprüft', en: 'Not checked' },
} as const satisfies Texts;

import type { Text, Texts } from '../../../kit/i18n/text.ts';

/** Words of setting up a tablet. Clerks and administrators read them, in plain words all the same. */
export const text = {
  pairTitle: { de: 'Tablet koppeln', plain: 'Tablet verbinden', en: 'Pair this tablet' },
  pairLead: {
    de: 'Geben Sie den Code ein, der am Bildschirm des Platzes steht. Er gilt zehn Minuten.',
    plain: 'Am Bildschirm vom Platz steht ein Code.\nGeben Sie diesen Code hier ein.\nEr gilt 10 Minuten.',
    en: 'Enter the code shown on the desk’s screen. It is valid for ten minutes.',
  },
  code: { de: 'Code mit 8 Zeichen', plain: 'Code mit 8 Zeichen', en: 'Code of 8 characters' },
  typed: (letters: number): Text => ({
    de: `${letters} von 8 Zeichen`,
    plain: `${letters} von 8 Zeichen`,
    en: `${letters} of 8 characters`,
  }),
  keys: { de: 'Tasten für den Code', plain: 'Tasten für den Code', en: 'Keys for the code' },
  remove: { de: 'Letztes Zeichen löschen', plain: 'Letztes Zeichen löschen', en: 'Delete last character' },
  pair: { de: 'Koppeln', plain: 'Verbinden', en: 'Pair' },
  pairing: { de: 'Das Tablet wird gekoppelt …', plain: 'Das Tablet wird verbunden …', en: 'Pairing …' },
  incomplete: {
    de: 'Der Code hat 8 Zeichen. Bitte geben Sie alle ein.',
    plain: 'Der Code hat 8 Zeichen.\nBitte geben Sie alle ein.',
    en: 'The code has 8 characters. Please enter all of them.',
  },
  noAnswer: {
    de: 'Der Server antwortet nicht. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    plain: 'Es gibt gerade kein Netz.\nBitte versuchen Sie es noch einmal.',
    en: 'The server does not answer. Please check the connection and try again.',
  },
  cannotKeep: {
    de: 'Dieser Browser kann hier nichts sicher aufbewahren. Öffnen Sie Schalter über https oder localhost, nicht in einem privaten Fenster.',
    plain: 'Schalter ist in diesem Browser nicht sicher.\nBitte fragen Sie die Administration.',
    en: 'This browser cannot keep anything safely here. Open Schalter over https or localhost, not in a private window.',
  },
  info: { de: 'Dieses Gerät', plain: 'Dieses Gerät', en: 'This device' },
  name: { de: 'Name', plain: 'Name', en: 'Name' },
  desk: { de: 'Platz', plain: 'Platz', en: 'Desk' },
  number: { de: 'Gerätenummer', plain: 'Geräte-Nummer', en: 'Device number' },
  office: { de: 'Behörde', plain: 'Amt', en: 'Authority' },
  key: { de: 'Schlüssel', plain: 'Schlüssel', en: 'Key' },
  version: { de: 'Version', plain: 'Version', en: 'Version' },
  connection: { de: 'Verbindung', plain: 'Verbindung', en: 'Connection' },
  connected: { de: 'verbunden', plain: 'verbunden', en: 'connected' },
  notConnected: { de: 'keine Verbindung', plain: 'keine Verbindung', en: 'no connection' },
  storage: { de: 'Speicher', plain: 'Speicher', en: 'Storage' },
  storageKept: { de: 'dauerhaft', plain: 'dauerhaft', en: 'persistent' },
  storageNotKept: { de: 'nicht dauerhaft', plain: 'nicht dauerhaft', en: 'not persistent' },
  storageTitle: {
    de: 'Der Browser verspricht nicht, die Kopplung zu behalten.',
    plain: 'Der Browser kann die Verbindung vergessen.',
    en: 'The browser does not promise to keep the pairing.',
  },
  storageBody: {
    de: 'Er darf sie löschen, wenn der Speicher knapp wird. Installieren Sie Schalter als App: Dann bittet das Tablet den Browser noch einmal darum.',
    plain: 'Bitte installieren Sie Schalter als App.',
    en: 'It may delete it when space runs out. Install Schalter as an app: the tablet then asks the browser again.',
  },
  unpair: { de: 'Kopplung lösen', plain: 'Tablet trennen', en: 'Unpair this tablet' },
  unpairTitle: { de: 'Kopplung wirklich lösen?', plain: 'Tablet wirklich trennen?', en: 'Unpair this tablet?' },
  unpairBody: {
    de: 'Der Schlüssel dieses Tablets wird gelöscht. Danach braucht es einen neuen Code vom Platz. Sperren Sie das Gerät außerdem am Platz, wenn es nicht mehr gebraucht wird.',
    plain: 'Das Tablet vergisst seinen Schlüssel.\nDanach braucht es einen neuen Code.',
    en: 'The key of this tablet is deleted. It then needs a new code from the desk. Also block the device at the desk if it is no longer used.',
  },
  cancel: { de: 'Abbrechen', plain: 'Abbrechen', en: 'Cancel' },
  back: { de: 'Zurück', plain: 'Zurück', en: 'Back' },
  revokedTitle: {
    de: 'Dieses Tablet ist gesperrt.',
    plain: 'Dieses Tablet ist gesperrt.',
    en: 'This tablet is blocked.',
  },
  revokedLead: {
    de: 'Bitte geben Sie es Ihrer Sachbearbeitung. Mit einem neuen Code lässt es sich wieder koppeln.',
    plain: 'Bitte geben Sie das Tablet zurück.\nDas Amt kann es wieder verbinden.',
    en: 'Please hand it to your clerk. It can be paired again with a new code.',
  },
  pairAnew: { de: 'Neu koppeln', plain: 'Neu verbinden', en: 'Pair again' },
} satisfies Texts;

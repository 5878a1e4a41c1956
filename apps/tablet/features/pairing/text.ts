import type { Text, Texts } from '../../../kit/i18n/text.ts';

/** Words of setting up a tablet. Clerks and administrators read them, in plain words all the same. */
export const text = {
  pairTitle: { de: 'Tablet anmelden', plain: 'Tablet anmelden', en: 'Set up this tablet' },
  pairLead: {
    de: 'Geben Sie den Code ein, den der Platz am Bildschirm zeigt. Er gilt zehn Minuten.',
    plain: 'Am Bildschirm vom Amt steht ein Code.\nGeben Sie diesen Code hier ein.',
    en: 'Enter the code shown on the desk’s screen. It is valid for ten minutes.',
  },
  code: { de: 'Code mit acht Zeichen', plain: 'Code mit 8 Zeichen', en: 'Code of eight characters' },
  typed: (letters: number): Text => ({
    de: `${letters} von 8 Zeichen`,
    plain: `${letters} von 8 Zeichen`,
    en: `${letters} of 8 characters`,
  }),
  keys: { de: 'Tasten für den Code', plain: 'Tasten für den Code', en: 'Keys for the code' },
  remove: { de: 'Letztes Zeichen löschen', plain: 'Letztes Zeichen löschen', en: 'Delete last character' },
  pair: { de: 'Anmelden', plain: 'Anmelden', en: 'Set up' },
  pairing: { de: 'Das Tablet wird angemeldet …', plain: 'Das Tablet wird angemeldet …', en: 'Setting up …' },
  incomplete: {
    de: 'Der Code hat acht Zeichen. Bitte geben Sie alle ein.',
    plain: 'Der Code hat 8 Zeichen. Bitte geben Sie alle ein.',
    en: 'The code has eight characters. Please enter all of them.',
  },
  noAnswer: {
    de: 'Der Server antwortet nicht. Bitte prüfen Sie das Netz und versuchen Sie es noch einmal.',
    plain: 'Es gibt gerade kein Netz. Bitte versuchen Sie es noch einmal.',
    en: 'The server does not answer. Please check the network and try again.',
  },
  cannotKeep: {
    de: 'Dieser Browser kann hier nichts sicher aufbewahren. Öffnen Sie Schalter über https oder localhost, nicht in einem privaten Fenster.',
    plain: 'Dieser Browser kann Schalter nicht sicher öffnen. Bitte fragen Sie die Technik.',
    en: 'This browser cannot keep anything safely here. Open Schalter over https or localhost, not in a private window.',
  },
  info: { de: 'Dieses Gerät', plain: 'Dieses Gerät', en: 'This device' },
  name: { de: 'Name', plain: 'Name', en: 'Name' },
  desk: { de: 'Platz', plain: 'Platz', en: 'Desk' },
  number: { de: 'Gerätenummer', plain: 'Gerätenummer', en: 'Device number' },
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
    de: 'Der Browser verspricht nicht, die Anmeldung zu behalten.',
    plain: 'Der Browser kann die Anmeldung vergessen.',
    en: 'The browser does not promise to keep the set-up.',
  },
  storageBody: {
    de: 'Er darf sie löschen, wenn der Speicher knapp wird. Installieren Sie Schalter als App, dann fragt das Tablet noch einmal.',
    plain: 'Bitte installieren Sie Schalter als App.',
    en: 'It may delete it when space runs out. Install Schalter as an app; the tablet then asks again.',
  },
  unpair: { de: 'Tablet abmelden', plain: 'Tablet abmelden', en: 'Remove this tablet' },
  unpairTitle: { de: 'Tablet wirklich abmelden?', plain: 'Tablet wirklich abmelden?', en: 'Remove this tablet?' },
  unpairBody: {
    de: 'Der Schlüssel dieses Tablets wird gelöscht. Danach braucht es einen neuen Code vom Platz. Sperren Sie das Gerät außerdem am Platz, wenn es nicht mehr gebraucht wird.',
    plain: 'Das Tablet vergisst seinen Schlüssel. Danach braucht es einen neuen Code.',
    en: 'The key of this tablet is deleted. It then needs a new code from the desk. Also block the device at the desk if it is no longer used.',
  },
  cancel: { de: 'Abbrechen', plain: 'Nicht abmelden', en: 'Cancel' },
  back: { de: 'Zurück', plain: 'Zurück', en: 'Back' },
  revokedTitle: {
    de: 'Dieses Tablet ist gesperrt.',
    plain: 'Dieses Tablet ist gesperrt.',
    en: 'This tablet is blocked.',
  },
  revokedLead: {
    de: 'Bitte geben Sie es Ihrer Sachbearbeitung. Es kann mit einem neuen Code wieder angemeldet werden.',
    plain: 'Bitte geben Sie das Tablet zurück.\nDas Amt kann es wieder anmelden.',
    en: 'Please hand it back. It can be set up again with a new code.',
  },
  pairAnew: { de: 'Neu anmelden', plain: 'Neu anmelden', en: 'Set up again' },
} satisfies Texts;

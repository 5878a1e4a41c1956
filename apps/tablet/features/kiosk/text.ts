import type { Text, Texts } from '../../../kit/i18n/text.ts';

/** Words around a case: before it, after it, and when something is not as it should be. */
export const text = {
  hello: { de: 'Guten Tag.', plain: 'Guten Tag.', en: 'Hello.' },
  soon: {
    de: 'Gleich geht es hier weiter.',
    plain: 'Gleich geht es hier weiter.',
    en: 'We will continue here in a moment.',
  },
  menu: { de: 'Einstellungen', plain: 'Einstellungen', en: 'Settings' },
  tools: { de: 'Hilfen zum Lesen', plain: 'Hilfen zum Lesen', en: 'Reading aids' },
  language: { de: 'Sprache', plain: 'Sprache', en: 'Language' },
  textSize: { de: 'Schriftgröße', plain: 'Schriftgröße', en: 'Text size' },
  appearance: { de: 'Darstellung', plain: 'Aussehen', en: 'Display' },
  hand: { de: 'Schreibhand', plain: 'Mit welcher Hand schreiben Sie?', en: 'Writing hand' },
  rightHand: { de: 'Rechts', plain: 'Rechts', en: 'Right' },
  leftHand: { de: 'Links', plain: 'Links', en: 'Left' },
  readAloud: { de: 'Vorlesen', plain: 'Vorlesen', en: 'Read aloud' },
  stopReading: { de: 'Vorlesen beenden', plain: 'Aufhören', en: 'Stop reading' },
  device: { de: 'Dieses Gerät', plain: 'Dieses Gerät', en: 'This device' },
  clean: {
    de: 'Zum Reinigen sperren',
    plain: 'Sperren und putzen',
    en: 'Lock for cleaning',
  },
  cleaning: { de: 'Jetzt reinigen', plain: 'Jetzt putzen', en: 'Clean now' },
  cleaningBody: {
    de: 'Der Bildschirm reagiert nicht auf Berührung.',
    plain: 'Sie können den Bildschirm jetzt abwischen.',
    en: 'The screen does not react to touch.',
  },
  secondsLeft: (seconds: number): Text => ({
    de: `Noch ${seconds} Sekunden`,
    plain: `Noch ${seconds} Sekunden`,
    en: `${seconds} seconds left`,
  }),
  offlineIdle: {
    de: 'Gerade keine Verbindung zum Amt',
    plain: 'Gerade kein Netz',
    en: 'The office cannot be reached right now',
  },
  offlineIdleBody: {
    de: 'Das Tablet verbindet sich von selbst wieder. Bitte sprechen Sie so lange mit Ihrer Sachbearbeitung.',
    plain: 'Das Tablet versucht es von selbst weiter.\nBitte sprechen Sie so lange mit dem Amt.',
    en: 'The tablet reconnects by itself. Please talk to your clerk in the meantime.',
  },
  recalled: {
    de: 'Ihre Sachbearbeitung hat den Vorgang zurückgeholt.',
    plain: 'Das Amt hat Ihr Formular zurückgeholt.',
    en: 'Your clerk has taken the case back.',
  },
  recalledBody: {
    de: 'Es ist alles in Ordnung. Ihre Angaben sind gespeichert, bestätigt ist nichts. Bitte sprechen Sie mit Ihrer Sachbearbeitung.',
    plain:
      'Alles ist gut.\nIhre Angaben sind gespeichert.\nSie haben noch nichts bestätigt.\nBitte fragen Sie am Schalter.',
    en: 'Everything is fine. Your entries are saved and nothing was confirmed. Please speak to your clerk.',
  },
  recalledUnsaved: {
    de: 'Ihre letzten Angaben sind vielleicht nicht angekommen. Bitte sagen Sie sie Ihrer Sachbearbeitung. Bestätigt ist nichts.',
    plain:
      'Vielleicht ist etwas nicht gespeichert.\nSagen Sie bitte am Schalter, was Sie zuletzt geschrieben haben.\nSie haben noch nichts bestätigt.',
    en: 'Your last entries may not have arrived. Please tell them to your clerk. Nothing was confirmed.',
  },
  finished: {
    de: 'Vielen Dank und auf Wiedersehen.',
    plain: 'Danke und auf Wiedersehen.',
    en: 'Thank you and goodbye.',
  },
  declined: {
    de: 'Sie haben nicht bestätigt.',
    plain: 'Sie haben nicht bestätigt.',
    en: 'You did not confirm.',
  },
  declinedBody: {
    de: 'Das ist Ihr Recht. Ihre Sachbearbeitung bespricht mit Ihnen, wie es weitergeht.',
    plain: 'Das dürfen Sie.\nDas Amt spricht jetzt mit Ihnen.',
    en: 'That is your right. Your clerk will talk to you about what comes next.',
  },
  secondTab: {
    de: 'Schalter ist auf diesem Tablet schon offen.',
    plain: 'Schalter ist schon offen.',
    en: 'Schalter is already open on this tablet.',
  },
  secondTabBody: {
    de: 'Bitte benutzen Sie das andere Fenster. Wenn Sie es schließen, geht es hier von selbst weiter.',
    plain: 'Bitte benutzen Sie das andere Fenster.\nOder schließen Sie es.',
    en: 'Please use the other window. Once it is closed, this one continues by itself.',
  },
  starting: { de: 'Einen Moment, bitte …', plain: 'Einen Moment, bitte …', en: 'One moment, please …' },
} satisfies Texts;

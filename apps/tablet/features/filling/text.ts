import type { Text, Texts } from '../../../kit/i18n/text.ts';

/** Words of beginning and filling in. */
export const text = {
  persons: (count: number): Text => ({
    de: count === 1 ? '1 Person' : `${count} Personen`,
    plain: count === 1 ? '1 Person' : `${count} Personen`,
    en: count === 1 ? '1 person' : `${count} persons`,
  }),
  coverLead: {
    de: 'Sie lesen, was Ihre Sachbearbeitung eingetragen hat, ergänzen es und bestätigen am Ende.',
    plain: 'Zuerst lesen Sie.\nDann schreiben Sie, was noch fehlt.\nAm Ende bestätigen Sie.',
    en: 'You read what your clerk has entered, complete it and confirm at the end.',
  },
  coverHelp: {
    de: 'Sie können jederzeit nachfragen, auf Papier bestätigen oder nicht bestätigen.',
    plain: 'Sie können immer fragen.\nSie können auch auf Papier unterschreiben.\nSie müssen nicht bestätigen.',
    en: 'You may ask at any time, confirm on paper, or not confirm.',
  },
  wrongTablet: {
    de: 'Ist das nicht Ihr Anliegen? Dann geben Sie das Tablet bitte zurück.',
    plain: 'Ist das nicht für Sie?\nDann geben Sie das Tablet bitte zurück.',
    en: 'Is this not for you? Then please hand the tablet back.',
  },
  otherVersion: {
    de: 'Dieses Tablet kennt das Formular in einer anderen Fassung als das Amt. Bitte geben Sie es Ihrer Sachbearbeitung.',
    plain: 'Dieses Tablet ist nicht auf dem neuesten Stand.\nBitte geben Sie es zurück.',
    en: 'This tablet knows another edition of the form than the office. Please hand it to your clerk.',
  },
  reload: { de: 'Neu laden', plain: 'Neu laden', en: 'Reload' },
  settings: { de: 'So lesen Sie am besten', plain: 'So können Sie besser lesen', en: 'Make it easy to read' },
  begin: { de: 'Beginnen', plain: 'Beginnen', en: 'Begin' },
  opening: { de: 'Einen Moment …', plain: 'Einen Moment …', en: 'One moment …' },
  entitlementTitle: {
    de: 'Sie handeln auch für andere',
    plain: 'Sie machen das auch für andere Menschen',
    en: 'You are acting for others too',
  },
  entitlementLead: {
    de: 'Bevor Sie die Daten der anderen sehen, lesen und versichern Sie bitte, was hier steht.',
    plain: 'Sie sehen gleich die Daten von anderen Menschen.\nVorher lesen Sie bitte diese 2 Texte.',
    en: 'Before you see the data of the others, please read this and give your assurance.',
  },
  assurance: { de: 'Das versichern Sie', plain: 'Das versichern Sie', en: 'Your assurance' },
  instruction: { de: 'Bitte beachten Sie', plain: 'Das müssen Sie wissen', en: 'Please note' },
  assure: {
    de: 'Ich versichere es und habe es gelesen',
    plain: 'Ja, ich versichere das',
    en: 'I give this assurance and have read it',
  },
  assureNot: {
    de: 'Das kann ich nicht versichern',
    plain: 'Nein, das kann ich nicht',
    en: 'I cannot give this assurance',
  },
  assureNotTitle: { de: 'Kein Problem', plain: 'Kein Problem', en: 'No problem' },
  assureNotBody: {
    de: 'Dann bleiben die Daten der anderen verborgen. Bitte sagen Sie es Ihrer Sachbearbeitung. Sie findet mit Ihnen einen anderen Weg.',
    plain: 'Dann bleiben die Daten verborgen.\nBitte sagen Sie das am Schalter.\nWir finden einen anderen Weg.',
    en: 'Then the data of the others stay hidden. Please tell your clerk, who will find another way with you.',
  },
  understood: { de: 'Verstanden', plain: 'Verstanden', en: 'Understood' },
  seesTitle: {
    de: 'Ihre Sachbearbeitung sieht Ihre Angaben.',
    plain: 'Das Amt sieht, was Sie schreiben.',
    en: 'Your clerk sees what you enter.',
  },
  hiddenTitle: {
    de: 'Ihre Sachbearbeitung sieht Ihre Angaben erst am Ende.',
    plain: 'Das Amt sieht erst am Ende, was Sie schreiben.',
    en: 'Your clerk sees your entries only at the end.',
  },
  showAtEnd: { de: 'Erst am Ende zeigen', plain: 'Erst am Ende zeigen', en: 'Show only at the end' },
  showNow: { de: 'Doch gleich zeigen', plain: 'Doch gleich zeigen', en: 'Show right away' },
  back: { de: 'Zurück', plain: 'Zurück', en: 'Back' },
  next: { de: 'Weiter', plain: 'Weiter', en: 'Continue' },
  later: { de: 'Später ausfüllen', plain: 'Später ausfüllen', en: 'Fill in later' },
  help: { de: 'Hilfe', plain: 'Hilfe', en: 'Help' },
  helpTitle: { de: 'So geht es', plain: 'So geht es', en: 'How it works' },
  helpBody: {
    de: 'Tippen Sie in ein Feld und schreiben Sie. Gespeichert wird von selbst. Mit „Weiter“ kommen Sie zum nächsten Schritt, mit „Zurück“ zum vorigen. Wenn Sie etwas nicht wissen, fragen Sie bitte Ihre Sachbearbeitung.',
    plain:
      'Tippen Sie in ein Feld.\nSchreiben Sie.\nDas Tablet speichert von selbst.\nSie wissen etwas nicht?\nFragen Sie bitte am Schalter.',
    en: 'Tap a field and type. Saving happens by itself. “Continue” takes you to the next step, “Back” to the one before. If you do not know something, please ask your clerk.',
  },
  toReview: { de: 'Zur Prüfung', plain: 'Alles prüfen', en: 'Check everything' },
  checkAll: { de: 'Gleich alles prüfen', plain: 'Alles ist da. Gleich lesen', en: 'Check everything now' },
  allThere: {
    de: 'Alles ist schon eingetragen. Sie können gleich prüfen oder Schritt für Schritt lesen.',
    plain: 'Alles ist schon da.\nSie können gleich alles lesen.\nOder Sie lesen Schritt für Schritt.',
    en: 'Everything has already been entered. You can check it now or read it step by step.',
  },
  voluntaryOf: (number: number): Text => ({
    de: `Freiwilliges zu Person ${number}`,
    plain: `Freiwillig: Person ${number}`,
    en: `Voluntary for person ${number}`,
  }),
  voluntaryLead: {
    de: 'Hier dürfen Sie alles leer lassen. Tippen Sie auf das, wozu Sie etwas sagen möchten.',
    plain: 'Sie müssen hier nichts schreiben.\nTippen Sie auf das, was Sie sagen möchten.',
    en: 'You may leave everything here empty. Tap what you would like to say something about.',
  },
  voluntary: { de: 'freiwillig', plain: 'Sie müssen hier nichts schreiben', en: 'voluntary' },
  lastStep: { de: 'Noch offen', plain: 'Das fehlt noch', en: 'Still open' },
  lastStepLead: {
    de: 'Bitte ergänzen Sie diese Angaben. Danach prüfen Sie alles.',
    plain: 'Hier fehlt noch etwas.\nBitte schreiben Sie es dazu.',
    en: 'Please complete these entries. Then you check everything.',
  },
  ownDone: { de: 'Sie sind fertig', plain: 'Sie sind fertig', en: 'You are done' },
  ownDoneLead: {
    de: 'Ihre Angaben sind vollständig und gespeichert.',
    plain: 'Sie haben alles geschrieben.\nAlles ist gespeichert.',
    en: 'Your entries are complete and saved.',
  },
  officeGoesOn: {
    de: 'Etwas trägt noch Ihre Sachbearbeitung ein.',
    plain: 'Etwas muss noch das Amt schreiben.',
    en: 'Your clerk still has to enter something.',
  },
  officeKnows: {
    de: 'Sie sieht es schon auf ihrem Bildschirm. Sobald es da ist, geht es hier von selbst weiter.',
    plain: 'Das Amt sieht das schon.\nBitte warten Sie kurz.\nDann geht es hier von selbst weiter.',
    en: 'They can see it on their screen already. As soon as it is there, things continue here by themselves.',
  },
  helpers: { de: 'Hilft Ihnen jemand?', plain: 'Hilft Ihnen jemand?', en: 'Is somebody helping you?' },
  accompanied: { de: 'Jemand begleitet mich', plain: 'Jemand ist bei mir', en: 'Somebody is with me' },
  translated: { de: 'Jemand übersetzt für mich', plain: 'Jemand übersetzt für mich', en: 'Somebody translates for me' },
  helpersNote: {
    de: 'Das steht dann in Ihrer Erklärung.',
    plain: 'Das steht dann auch in Ihrem Formular.',
    en: 'Your declaration will say so.',
  },
  notSavedYet: {
    de: 'Ihre letzten Angaben sind noch nicht gespeichert.',
    plain: 'Ihre letzten Angaben sind noch nicht gespeichert.',
    en: 'Your last entries are not saved yet.',
  },
  notSavedYetBody: {
    de: 'Sobald die Verbindung zurück ist, geht es von selbst weiter. Sie müssen nichts noch einmal schreiben.',
    plain: 'Es geht bald von selbst weiter.\nSie müssen nichts noch einmal schreiben.',
    en: 'Things continue by themselves as soon as the connection is back. You need not type anything again.',
  },
  waiting: {
    de: 'wird gespeichert, sobald Verbindung da ist',
    plain: 'wird später gespeichert',
    en: 'will be saved once connected',
  },
  refused: {
    de: 'Eine Angabe ließ sich nicht speichern. Bitte sagen Sie es Ihrer Sachbearbeitung.',
    plain: 'Eine Angabe ist nicht gespeichert.\nBitte sagen Sie das am Schalter.',
    en: 'One entry could not be saved. Please tell your clerk.',
  },
  returned: {
    de: 'Ihre Sachbearbeitung bittet um eine Änderung',
    plain: 'Das Amt bittet Sie um eine Änderung',
    en: 'Your clerk asks for a change',
  },
} satisfies Texts;

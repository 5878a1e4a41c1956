import type { Text, Texts } from '../../../kit/i18n/text.ts';

/** Words of confirming at the counter that the shared ceremony does not have. */
export const text = {
  freezing: {
    de: 'Ihre Erklärung wird zusammengestellt …',
    plain: 'Einen Moment …',
    en: 'Putting your declaration together …',
  },
  differsTitle: {
    de: 'Hier stimmt etwas nicht überein.',
    plain: 'Hier stimmt etwas nicht.',
    en: 'Something does not match here.',
  },
  differsBody: {
    de: 'Das Tablet hat Ihre Erklärung nachgerechnet und kommt zu einem anderen Ergebnis als der Server. Deshalb können Sie hier nichts bestätigen. Bitte sagen Sie es Ihrer Sachbearbeitung.',
    plain:
      'Das Tablet hat Ihre Angaben geprüft.\nEtwas ist anders als beim Amt.\nDeshalb geht es hier nicht weiter.\nBitte sagen Sie das am Schalter.',
    en: 'The tablet rebuilt your declaration and came to a different result from the server. So nothing can be confirmed here. Please tell your clerk.',
  },
  tryAgain: { de: 'Noch einmal prüfen', plain: 'Noch einmal prüfen', en: 'Check again' },
  backToForm: { de: 'Zurück zu den Angaben', plain: 'Zurück', en: 'Back to the entries' },
  notStarted: {
    de: 'Die Prüfung konnte nicht beginnen.',
    plain: 'Es geht gerade nicht weiter.',
    en: 'The check could not begin.',
  },
  declineTitle: { de: 'Nicht bestätigen?', plain: 'Nicht bestätigen?', en: 'Do not confirm?' },
  declineBody: {
    de: 'Dann gilt keine Ihrer Angaben. Ihre Sachbearbeitung bespricht mit Ihnen, wie es weitergeht. Sie können auch auf Papier bestätigen oder etwas ändern.',
    plain:
      'Dann gelten Ihre Angaben nicht.\nDas Amt spricht dann mit Ihnen.\nSie können auch etwas ändern.\nOder Sie unterschreiben auf Papier.',
    en: 'Then none of your entries counts. Your clerk will talk to you about what comes next. You can also confirm on paper or change something.',
  },
  declineNote: {
    de: 'Möchten Sie etwas dazu sagen?',
    plain: 'Möchten Sie dazu etwas sagen?',
    en: 'Would you like to say something about it?',
  },
  declineNoteHint: {
    de: 'Nur Ihre Sachbearbeitung liest das.',
    plain: 'Das liest nur das Amt.',
    en: 'Only your clerk reads this.',
  },
  declineYes: { de: 'Ja, nicht bestätigen', plain: 'Ja, ich bestätige nicht', en: 'Yes, do not confirm' },
  declineNo: { de: 'Weiter prüfen', plain: 'Weiter lesen', en: 'Keep checking' },
  passTitle: (name: string): Text => ({
    de: `Bitte geben Sie das Tablet an ${name}`,
    plain: `Jetzt kommt ${name}`,
    en: `Please hand the tablet to ${name}`,
  }),
  passLead: {
    de: 'Danke, Ihre Bestätigung ist da. Jetzt liest und bestätigt die nächste Person für sich selbst.',
    plain: 'Danke. Sie sind fertig.\nBitte geben Sie das Tablet weiter.',
    en: 'Thank you, your confirmation has arrived. Now the next person reads and confirms for themselves.',
  },
  passOn: (name: string): Text => ({ de: `Ich bin ${name}`, plain: `Ich bin ${name}`, en: `I am ${name}` }),
  sending: {
    de: 'Ihre Bestätigung wird gespeichert …',
    plain: 'Ihre Bestätigung wird gespeichert …',
    en: 'Saving your confirmation …',
  },
  notArrivedTitle: {
    de: 'Ihre Bestätigung ist noch nicht angekommen.',
    plain: 'Ihre Bestätigung ist noch nicht da.',
    en: 'Your confirmation has not arrived yet.',
  },
  notArrivedBody: {
    de: 'Sie liegt fertig auf diesem Tablet. Das Tablet versucht von selbst, sie zu übermitteln. Sie müssen nichts noch einmal tun. Bitte lassen Sie das Tablet an und bleiben Sie kurz hier.',
    plain:
      'Sie ist fertig und liegt auf dem Tablet.\nDas Tablet versucht es von selbst weiter.\nSie müssen nichts noch einmal tun.\nBitte warten Sie kurz.',
    en: 'It is complete and waits on this tablet, which keeps trying to send it. You need not do anything again. Please leave the tablet on and stay here for a moment.',
  },
  trying: { de: 'Es wird weiter versucht …', plain: 'Das Tablet versucht es weiter …', en: 'Still trying …' },
  refusedTitle: {
    de: 'Ihre Bestätigung wurde nicht angenommen.',
    plain: 'Ihre Bestätigung gilt noch nicht.',
    en: 'Your confirmation was not accepted.',
  },
  refusedBody: {
    de: 'Es gilt noch nichts. Bitte prüfen Sie noch einmal oder sprechen Sie mit Ihrer Sachbearbeitung.',
    plain: 'Bitte lesen Sie noch einmal.\nOder fragen Sie am Schalter.',
    en: 'Nothing counts yet. Please check again or speak to your clerk.',
  },
  markNote: {
    de: 'Ihre Sachbearbeitung ist dabei und schreibt einen Vermerk dazu.',
    plain: 'Das Amt sieht Ihnen dabei zu.\nUnd es schreibt das auf.',
    en: 'Your clerk is present and adds a note.',
  },
  paperTitle: { de: 'Ihr Blatt wird gedruckt', plain: 'Ihr Papier wird gedruckt', en: 'Your sheet is being printed' },
  paperLead: {
    de: 'Ihre Sachbearbeitung legt Ihnen das Blatt vor. Lesen Sie es in Ruhe und unterschreiben Sie darauf. Hier geht es von selbst weiter.',
    plain:
      'Das Amt gibt Ihnen das Papier.\nLesen Sie alles in Ruhe.\nUnterschreiben Sie auf dem Papier.\nHier geht es von selbst weiter.',
    en: 'Your clerk will give you the sheet. Read it in your own time and sign it. Things continue here by themselves.',
  },
  printing: { de: 'Wird gedruckt …', plain: 'Wird gedruckt …', en: 'Printing …' },
  doneTitle: { de: 'Danke. Es ist bestätigt.', plain: 'Danke. Das war alles.', en: 'Thank you. It is confirmed.' },
  doneLead: {
    de: 'Ihre Erklärung liegt jetzt bei Ihrer Sachbearbeitung. Bitte nehmen Sie Ihre Kopie mit.',
    plain: 'Das Amt hat jetzt Ihre Angaben.\nHier bekommen Sie Ihre Kopie.',
    en: 'Your declaration is now with your clerk. Please take your copy with you.',
  },
  print: { de: 'Drucken', plain: 'Drucken', en: 'Print' },
  printed: {
    de: 'Ihre Kopie liegt gleich im Drucker am Platz.',
    plain: 'Ihre Kopie kommt aus dem Drucker.',
    en: 'Your copy will be in the printer at the desk in a moment.',
  },
  printHow: {
    de: 'Die Kopie kommt aus dem Drucker am Platz.',
    plain: 'Die Kopie kommt aus dem Drucker.',
    en: 'The copy comes out of the printer at the desk.',
  },
  qrBefore: {
    de: 'Sie laden die Kopie mit Ihrem Handy herunter. Dazu zeigt das Tablet einen Code.',
    plain: 'Sie bekommen die Kopie auf Ihr Handy.\nDazu zeigt das Tablet einen Code.',
    en: 'You download the copy with your phone. The tablet shows a code for it.',
  },
  qrShow: { de: 'Code zeigen', plain: 'Code zeigen', en: 'Show the code' },
  qr: { de: 'Auf mein Handy', plain: 'Auf mein Handy', en: 'To my phone' },
  qrLabel: { de: 'QR-Code zu Ihrer Kopie', plain: 'QR-Code zu Ihrer Kopie', en: 'QR code to your copy' },
  qrHow: {
    de: 'Scannen Sie den Code mit der Kamera Ihres Handys. Er gilt nur einmal. Zum Öffnen brauchen Sie das Geburtsdatum der ersten Person im Formular.',
    plain:
      'Öffnen Sie die Kamera von Ihrem Handy.\nHalten Sie das Handy vor den Code.\nDas Handy öffnet eine Seite.\nSchreiben Sie dort ein Geburts-Datum:\ndas Datum von der ersten Person im Formular.\nDer Code geht nur einmal.',
    en: 'Scan the code with your phone’s camera. It works only once. To open the copy you need the date of birth of the first person on the form.',
  },
  qrAgain: { de: 'Neuen Code zeigen', plain: 'Neuer Code', en: 'Show a new code' },
  certificatesLater: {
    de: 'Die Meldebestätigung bekommen Sie von Ihrer Sachbearbeitung, sobald der Eintrag im Melderegister steht.',
    plain: 'Sie bekommen noch die Melde-Bestätigung.\nDas Amt gibt sie Ihnen am Schalter.',
    en: 'Your clerk will give you the confirmation of registration once the entry is in the register.',
  },
  finish: { de: 'Fertig', plain: 'Fertig', en: 'Finish' },
  leaving: { de: 'Einen Moment …', plain: 'Einen Moment …', en: 'One moment …' },
  declinedTitle: { de: 'Sie haben nicht bestätigt.', plain: 'Sie haben nicht bestätigt.', en: 'You did not confirm.' },
  declinedLead: {
    de: 'Das ist Ihr Recht. Ihre Sachbearbeitung bespricht mit Ihnen, wie es weitergeht.',
    plain: 'Das dürfen Sie.\nDas Amt spricht jetzt mit Ihnen.',
    en: 'That is your right. Your clerk will talk to you about what comes next.',
  },
} satisfies Texts;

import type { RefusalCode } from '../../shared/base/refusal.ts';
import type { Text, Texts } from './i18n/text.ts';

/** What no rule of the office says: there is no answer, or none that is the office's. */
export const problemTexts = {
  network: {
    de: 'Die Verbindung ist gerade unterbrochen. Ihre Angaben bleiben hier.',
    plain: 'Gerade gibt es kein Netz.\nIhre Angaben bleiben hier.',
    en: 'The connection is interrupted. Your entries stay here.',
  },
  internal: {
    de: 'Das hat nicht geklappt. Der Fehler liegt bei uns. Bitte versuchen Sie es noch einmal.',
    plain: 'Das hat nicht geklappt.\nDer Fehler liegt bei uns.\nBitte versuchen Sie es noch einmal.',
    en: 'That did not work. The mistake is ours. Please try again.',
  },
} satisfies Texts;

/** Under a German sentence that only clerks are meant to meet. */
export const refusedElsewhere: Omit<Text, 'de'> = {
  plain: 'Das geht gerade nicht.\nBitte fragen Sie am Schalter.',
  en: 'That is not possible right now. Please ask at the counter.',
};

/** What a citizen can run into, beside the German sentence that comes with the refusal itself. */
export const refusalTexts: Readonly<Partial<Record<RefusalCode, Omit<Text, 'de'>>>> = {
  'request-too-large': {
    plain: 'Das ist zu viel auf einmal.\nBitte schreiben Sie weniger.',
    en: 'This is too much at once. Please shorten it.',
  },
  'too-many-tries': {
    plain: 'Das war zu oft.\nBitte warten Sie ein wenig.',
    en: 'Those were too many tries. Please wait a moment.',
  },
  'documents-busy': {
    plain: 'Gerade ist viel los.\nBitte versuchen Sie es gleich noch einmal.',
    en: 'We are very busy. Please try again in a moment.',
  },
  'document-late': {
    plain: 'Das hat zu lange gedauert.\nBitte versuchen Sie es noch einmal.',
    en: 'The document was not ready in time. Please try again.',
  },
  'document-pending': { plain: 'Das Papier ist gleich fertig.', en: 'The document will be ready in a moment.' },
  'printer-failed': {
    plain: 'Der Drucker geht gerade nicht.\nBitte fragen Sie am Schalter.',
    en: 'The printer does not answer. Please try again.',
  },
  'device-revoked': {
    plain: 'Dieses Tablet ist gesperrt.\nBitte fragen Sie am Schalter.',
    en: 'This tablet is blocked. Please ask at the counter.',
  },
  'case-recalled': {
    plain: 'Das Amt hat Ihr Formular zurückgeholt.\nBitte fragen Sie am Schalter.',
    en: 'Your clerk has taken the case back.',
  },
  'answers-after-recall': {
    plain: 'Das Amt hat Ihr Formular zurückgeholt.\nIhre letzten Angaben sind gespeichert.',
    en: 'Your clerk has taken the case back. Your last entries are saved.',
  },
  'case-not-in-state': {
    plain: 'Das geht jetzt nicht.\nBitte fragen Sie am Schalter.',
    en: 'This is not possible at this stage of the case. Please ask at the counter.',
  },
  'case-leased': {
    plain: 'Das Formular wird gerade geprüft.\nBitte fragen Sie am Schalter.',
    en: 'The case is being checked on the tablet. Please ask at the counter.',
  },
  'entitlement-missing': {
    plain: 'Bitte versichern Sie zuerst:\nIch darf die Daten von meiner Familie bekommen.',
    en: 'Please first give your assurance that you may receive the data of your family members.',
  },
  'answer-unknown': { plain: 'Diese Angabe passt hier nicht.', en: 'This form has no suitable field for that.' },
  'answer-by-office': { plain: 'Dieses Feld schreibt das Amt.', en: 'Your clerk fills in this field.' },
  'findings-open': {
    plain: 'Es fehlt noch etwas.\nOder etwas passt nicht.\nBitte sehen Sie noch einmal nach.',
    en: 'Some entries are missing or do not fit together.',
  },
  'text-not-printable': {
    plain: 'Ein Zeichen können wir nicht drucken.\nBitte schreiben Sie es anders.',
    en: 'One character cannot be printed. Please replace it.',
  },
  'act-unreadable': {
    plain: 'Das hat nicht geklappt.\nBitte bestätigen Sie noch einmal.',
    en: 'The confirmation could not be read. Please confirm again.',
  },
  'act-key-foreign': {
    plain: 'Dieses Tablet gehört an einen anderen Platz.\nBitte fragen Sie am Schalter.',
    en: 'The confirmation does not come from the tablet of this desk. Please ask at the counter.',
  },
  'act-key-revoked': {
    plain: 'Dieses Tablet ist gesperrt.\nBitte fragen Sie am Schalter.',
    en: 'This tablet is blocked. Please ask at the counter.',
  },
  'act-signature-wrong': {
    plain: 'Das hat nicht geklappt.\nBitte bestätigen Sie noch einmal.',
    en: 'The confirmation arrived changed. Please confirm again.',
  },
  'act-challenge-stale': {
    plain: 'Das hat zu lange gedauert.\nBitte lesen Sie noch einmal.',
    en: 'Too much time has passed since the check. Please check once more.',
  },
  'act-revision-outdated': {
    plain: 'Etwas ist jetzt anders.\nBitte lesen Sie noch einmal.',
    en: 'The entries have changed in the meantime. Please check once more.',
  },
  'act-declaration-differs': {
    plain: 'Der Text ist jetzt anders.\nBitte lesen Sie noch einmal.',
    en: 'The text that was confirmed is not the stored one. Please check once more.',
  },
  'act-signer-unknown': {
    plain: 'Diese Person muss nicht bestätigen.',
    en: 'This person does not have to confirm here.',
  },
  'act-repeated': { plain: 'Diese Person hat schon bestätigt.', en: 'This person has already confirmed.' },
  'act-sections-unseen': {
    plain: 'Bitte lesen Sie zuerst alles.\nDann können Sie bestätigen.',
    en: 'Please check the whole declaration before you confirm.',
  },
  'act-drawing-misplaced': {
    plain: 'Das hat nicht geklappt.\nBitte bestätigen Sie noch einmal.',
    en: 'The signature does not fit the way of confirming. Please confirm again.',
  },
  'act-drawing-differs': {
    plain: 'Die Unterschrift ist falsch angekommen.\nBitte unterschreiben Sie noch einmal.',
    en: 'The signature arrived changed. Please sign again.',
  },
  'act-drawing-uneven': {
    plain: 'Die Unterschrift ist falsch angekommen.\nBitte unterschreiben Sie noch einmal.',
    en: 'The signature holds more than its lines and is not accepted. Please sign again.',
  },
  'act-after-recall': {
    plain:
      'Ihr Formular war nicht mehr auf diesem Tablet.\nIhre Bestätigung gilt deshalb nicht.\nWir bewahren sie trotzdem auf.',
    en: 'The case was no longer on this tablet. Your confirmation is kept, but does not count.',
  },
  'copy-gone': {
    plain: 'Dieser Link geht nicht mehr.\nBitte fragen Sie am Schalter nach Ihrer Kopie.',
    en: 'This link is no longer valid. Please ask at the counter for your copy.',
  },
  'birth-date-wrong': {
    plain: 'Das Geburts-Datum stimmt nicht.\nBitte prüfen Sie es.',
    en: 'The date of birth does not match. Please check it.',
  },
  'copy-needs-birth-date': {
    plain: 'Das Geburts-Datum ist nicht ganz bekannt.\nDann gibt es die Kopie nur auf Papier.',
    en: 'Without a full date of birth the copy is available in print only.',
  },
};

import type { RefusalCode } from '../../shared/base/refusal.ts';
import type { Text, Texts } from './i18n/text.ts';

/** What no rule of the office says: there is no answer, or none that is the office's. */
export const problemTexts = {
  network: {
    de: 'Die Verbindung ist gerade unterbrochen. Ihre Angaben bleiben hier.',
    plain: 'Gerade gibt es kein Netz. Ihre Angaben gehen nicht verloren.',
    en: 'The connection is interrupted. Your entries stay here.',
  },
  internal: {
    de: 'Das hat nicht geklappt. Der Fehler liegt bei uns. Bitte versuchen Sie es noch einmal.',
    plain: 'Das hat nicht geklappt. Der Fehler liegt bei uns. Bitte versuchen Sie es noch einmal.',
    en: 'That did not work. The mistake is ours. Please try again.',
  },
} satisfies Texts;

/** Under a German sentence that only clerks are meant to meet. */
export const refusedElsewhere: Omit<Text, 'de'> = {
  plain: 'Das geht gerade nicht. Bitte fragen Sie am Schalter.',
  en: 'That is not possible right now. Please ask at the desk.',
};

/** What a citizen can run into, beside the German sentence that comes with the refusal itself. */
export const refusalTexts: Readonly<Partial<Record<RefusalCode, Omit<Text, 'de'>>>> = {
  'request-too-large': { plain: 'Das ist zu viel auf einmal.', en: 'This is too much at once.' },
  'too-many-tries': {
    plain: 'Das war zu oft. Bitte warten Sie ein wenig.',
    en: 'Too many tries. Please wait a moment.',
  },
  'documents-busy': {
    plain: 'Gerade ist viel los. Bitte versuchen Sie es gleich noch einmal.',
    en: 'We are very busy. Please try again in a moment.',
  },
  'document-late': {
    plain: 'Das hat zu lange gedauert. Bitte noch einmal.',
    en: 'That took too long. Please try again.',
  },
  'document-pending': { plain: 'Das Papier ist gleich fertig.', en: 'The document will be ready in a moment.' },
  'printer-failed': {
    plain: 'Der Drucker geht gerade nicht. Bitte fragen Sie am Schalter.',
    en: 'The printer does not answer. Please ask at the desk.',
  },
  'device-revoked': {
    plain: 'Dieses Tablet darf nicht mehr benutzt werden. Bitte fragen Sie am Schalter.',
    en: 'This tablet has been blocked. Please ask at the desk.',
  },
  'case-recalled': {
    plain: 'Das Amt hat Ihren Antrag zurückgeholt. Bitte fragen Sie am Schalter.',
    en: 'Your clerk has taken the case back. Please speak to them.',
  },
  'case-not-in-state': {
    plain: 'Das geht jetzt nicht mehr. Bitte fragen Sie am Schalter.',
    en: 'This is not possible at this stage. Please ask at the desk.',
  },
  'case-leased': { plain: 'Der Antrag wird gerade geprüft.', en: 'The case is being reviewed on the tablet.' },
  'entitlement-missing': {
    plain: 'Bitte sagen Sie zuerst: Ich darf für meine Familie handeln.',
    en: 'Please first assure that you may act for your relatives.',
  },
  'answer-unknown': { plain: 'Diese Angabe passt hier nicht.', en: 'This entry does not fit here.' },
  'answer-by-office': { plain: 'Das schreibt das Amt.', en: 'The office fills this in.' },
  'findings-open': {
    plain: 'Es fehlt noch etwas. Bitte sehen Sie noch einmal nach.',
    en: 'Some entries are missing or do not fit yet.',
  },
  'text-not-printable': {
    plain: 'Ein Zeichen können wir nicht drucken. Bitte schreiben Sie es anders.',
    en: 'One character cannot be printed. Please replace it.',
  },
  'act-unreadable': { plain: 'Das hat nicht geklappt. Bitte noch einmal.', en: 'The confirmation could not be read.' },
  'act-key-foreign': {
    plain: 'Dieses Tablet gehört nicht zu diesem Platz. Bitte fragen Sie am Schalter.',
    en: 'This tablet does not belong to this desk. Please ask at the desk.',
  },
  'act-key-revoked': {
    plain: 'Dieses Tablet darf nicht mehr benutzt werden. Bitte fragen Sie am Schalter.',
    en: 'This tablet has been blocked. Please ask at the desk.',
  },
  'act-signature-wrong': {
    plain: 'Das hat nicht geklappt. Bitte bestätigen Sie noch einmal.',
    en: 'The confirmation was changed on its way. Please confirm again.',
  },
  'act-challenge-stale': {
    plain: 'Das hat zu lange gedauert. Bitte lesen Sie noch einmal.',
    en: 'The review has expired. Please check once more.',
  },
  'act-revision-outdated': {
    plain: 'Etwas wurde geändert. Bitte lesen Sie noch einmal.',
    en: 'The entries have changed meanwhile. Please check once more.',
  },
  'act-declaration-differs': {
    plain: 'Der Text ist nicht mehr der gleiche. Bitte lesen Sie noch einmal.',
    en: 'The text you confirmed is not the stored one. Please check once more.',
  },
  'act-signer-unknown': {
    plain: 'Diese Person muss nicht bestätigen.',
    en: 'This person does not have to confirm here.',
  },
  'act-repeated': { plain: 'Diese Person hat schon bestätigt.', en: 'This person has already confirmed.' },
  'act-sections-unseen': {
    plain: 'Bitte lesen Sie zuerst alles.',
    en: 'Please look at the whole declaration before you confirm.',
  },
  'act-drawing-misplaced': {
    plain: 'Das hat nicht geklappt. Bitte bestätigen Sie noch einmal.',
    en: 'The signature does not fit the way of confirming.',
  },
  'act-drawing-differs': {
    plain: 'Die Unterschrift ist nicht richtig angekommen. Bitte noch einmal.',
    en: 'The signature did not arrive as it was drawn. Please sign again.',
  },
  'act-drawing-uneven': {
    plain: 'Die Unterschrift ist nicht richtig angekommen. Bitte noch einmal.',
    en: 'The signature did not arrive as it should. Please sign again.',
  },
  'act-after-recall': {
    plain: 'Das Amt hatte den Antrag schon zurückgeholt. Ihre Bestätigung gilt nicht.',
    en: 'The case had been taken back before. Your confirmation is kept but does not count.',
  },
  'copy-gone': {
    plain: 'Dieser Link geht nicht mehr. Bitte fragen Sie am Schalter.',
    en: 'This link is no longer valid. Please ask at the desk for your copy.',
  },
  'birth-date-wrong': { plain: 'Das Geburts-Datum stimmt nicht.', en: 'The date of birth does not match.' },
  'copy-needs-birth-date': {
    plain: 'Ohne Geburts-Datum können wir nur drucken.',
    en: 'Without a full date of birth only printing is possible.',
  },
};

import type { ReasonCode } from './reasons.ts';

/** What is said of the attachments, and how they belong together. */
export const contentReasonTexts = {
  'attachments-odd': {
    de: 'Die Anlagen des Dokuments sind nicht so verzeichnet, wie es sein muss.',
    en: 'The attachments are not listed as they must be.',
  },
  'attachment-unexpected': {
    de: 'Das Dokument hat eine Anlage, die nicht hineingehört.',
    en: 'The document has an attachment that does not belong in it.',
  },
  'attachment-missing': {
    de: 'Dem Dokument fehlt eine Anlage.',
    en: 'An attachment is missing.',
  },
  'document-unknown': {
    de: 'Das Dokument ist weder eine Erklärung noch eine Bescheinigung dieses Verfahrens.',
    en: 'The document is neither a declaration nor a certificate of this procedure.',
  },
  'declaration-malformed': {
    de: 'Die Erklärung in der Anlage ist unvollständig oder hat ein unbekanntes Format.',
    en: 'The attached declaration is incomplete or has an unknown format.',
  },
  'declaration-not-canonical': {
    de: 'Die Erklärung in der Anlage ist anders geschrieben, als sie bestätigt wurde.',
    en: 'The attached declaration is not written in its canonical form.',
  },
  'original-missing': {
    de: 'Das Formular, auf das sich die Erklärung bezieht, liegt nicht bei.',
    en: 'The form the declaration refers to is not attached.',
  },
  'original-mismatch': {
    de: 'Das beiliegende Formular ist nicht das, auf das sich die Erklärung bezieht.',
    en: 'The attached form is not the one the declaration refers to.',
  },
  'act-malformed': {
    de: 'Eine Bestätigung ist beschädigt.',
    en: 'A confirmation is damaged.',
  },
  'act-signature-invalid': {
    de: 'Eine Bestätigung wurde nicht mit dem Schlüssel gemacht, den sie nennt.',
    en: 'A confirmation was not made with the key it names.',
  },
  'act-other-declaration': {
    de: 'Eine Bestätigung gehört zu einer anderen Erklärung.',
    en: 'A confirmation belongs to another declaration.',
  },
  'act-signer-unknown': {
    de: 'Eine Bestätigung stammt von jemandem, der in der Erklärung nicht genannt ist.',
    en: 'A confirmation is from somebody the declaration does not name.',
  },
  'act-twice': {
    de: 'Für eine Person liegen zwei Bestätigungen vor.',
    en: 'There are two confirmations of one person.',
  },
  'act-missing': {
    de: 'Die Bestätigung einer Person fehlt.',
    en: 'The confirmation of a person is missing.',
  },
  'act-sections-unseen': {
    de: 'Bei einer Bestätigung waren noch nicht alle Abschnitte der Erklärung gesehen.',
    en: 'Not all sections of the declaration had been seen at a confirmation.',
  },
  'drawing-missing': {
    de: 'Zu einer gezeichneten Bestätigung fehlt die Zeichnung.',
    en: 'The drawing of a drawn confirmation is missing.',
  },
  'drawing-mismatch': {
    de: 'Eine Zeichnung ist nicht die, die bestätigt wurde.',
    en: 'A drawing is not the one that was confirmed.',
  },
  'evidence-malformed': {
    de: 'Der Nachweis ist beschädigt oder hat ein unbekanntes Format.',
    en: 'The evidence is damaged or has an unknown format.',
  },
  'evidence-broken': {
    de: 'Im Nachweis wurde ein Eintrag verändert, entfernt oder verschoben.',
    en: 'An entry of the evidence was changed, removed or moved.',
  },
  'evidence-other-case': {
    de: 'Der Nachweis gehört zu einem anderen Vorgang.',
    en: 'The evidence belongs to another case.',
  },
  'evidence-review-missing': {
    de: 'Der Nachweis zeigt nicht, dass diese Erklärung zur Prüfung vorlag.',
    en: 'The evidence does not show that this declaration was under review.',
  },
  'evidence-act-missing': {
    de: 'Eine Bestätigung steht nicht oder anders im Nachweis.',
    en: 'A confirmation is not in the evidence, or differs from it.',
  },
  'evidence-act-voided': {
    de: 'Eine Bestätigung wurde laut Nachweis ungültig.',
    en: 'According to the evidence, a confirmation was voided.',
  },
  'evidence-device-unknown': {
    de: 'Das Gerät, auf dem bestätigt wurde, steht nicht im Nachweis.',
    en: 'The device of a confirmation is not in the evidence.',
  },
  'evidence-challenge-mismatch': {
    de: 'Eine Bestätigung gehört nicht zu der Prüfung, die im Nachweis steht.',
    en: 'A confirmation does not answer the challenge that stands in the evidence.',
  },
  'evidence-acceptance-missing': {
    de: 'Der Nachweis zeigt nicht, dass die Behörde diese Erklärung nach den Bestätigungen angenommen hat.',
    en: 'The evidence does not show that the authority accepted this declaration after it was confirmed.',
  },
  'evidence-code-mismatch': {
    de: 'Der Vergleichscode im Nachweis passt nicht zur Erklärung.',
    en: 'The comparison code in the evidence does not fit the declaration.',
  },
  'certificate-content-malformed': {
    de: 'Der Inhalt der Bescheinigung in der Anlage ist beschädigt oder hat ein unbekanntes Format.',
    en: 'The attached content of the certificate is damaged or has an unknown format.',
  },
} as const satisfies Partial<Record<ReasonCode, { de: string; en: string }>>;

import type { Assistance, Channel, Declaration, SignerRole } from '../../shared/declaration/declaration.ts';
import type { SheetMethod, SheetPurpose } from './sheet.ts';

/** The words a declaration document has of its own: everything else on it comes from the declaration and the acts. */
export const channelWords: Record<Channel, string> = { counter: 'Am Schalter', video: 'Im Videogespräch' };

export const assistanceWords: Record<Assistance, string> = {
  'read-aloud': 'vorgelesen',
  translated: 'übersetzt',
  accompanied: 'mit Begleitung',
};

export const roleWords: Record<SignerRole, string> = {
  self: 'für sich selbst',
  parent: 'als Elternteil',
  householder: 'als Person, in deren Wohnung das Kind einzieht',
  guardian: 'als gesetzliche Vertretung',
  authorised: 'mit Vollmacht',
  family: 'für die Familie',
};

export const localeWords: Record<NonNullable<Declaration['locale']>, SecondLanguage> = {
  plain: {
    lang: 'de',
    rtl: false,
    name: 'Einfach erklärt',
    note: 'Unter dem deutschen Text steht er noch einmal, einfach erklärt. Es gilt der deutsche Text.',
  },
  en: {
    lang: 'en',
    rtl: false,
    name: 'Englisch',
    note: 'Die Übersetzung hilft beim Lesen. Es gilt der deutsche Text. / The translation helps you read. The German text is binding.',
  },
};

export type SecondLanguage = { lang: string; rtl: boolean; name: string; note: string };

/** Codes of the identification; a text that is none of them is printed as it is. */
export const identificationWords: Readonly<Record<string, string>> = {
  visual: 'durch Augenschein',
  PA: 'Personalausweis',
  RP: 'Reisepass',
  eAT: 'elektronischer Aufenthaltstitel',
  AKN: 'Ankunftsnachweis',
  other: 'anderes Dokument',
  shown: 'vorgelegt',
  'not-with-them': 'nicht dabei',
  expired: 'abgelaufen',
  otherwise: 'auf andere Weise',
};

export const methodWords: Record<SheetMethod, (moment: string) => string> = {
  drawn: (moment) => `Am Gerät mit Unterschrift bestätigt am ${moment}.`,
  confirmed: (moment) =>
    `Am Gerät mit der Taste „Ich bestätige“ bestätigt am ${moment}, ohne gezeichnete Unterschrift.`,
  mark: (moment) => `Am Gerät mit Handzeichen bestätigt am ${moment}.`,
  paper: (moment) => `Auf Papier unterschrieben; das Blatt kam am ${moment} zum Vorgang.`,
};

export const rootWords =
  'Die Tageswurzel fasst zusammen, was bis zum Ende dieses Tages im Nachweis der Behörde stand; sie lässt sich nachträglich nicht mehr ändern.';

export const offlineWords = 'Ohne Verbindung aufgenommen und später übermittelt.';

/** What stands at the right of the head, and what the box at the end says. */
export const purposeWords: Record<SheetPurpose, { remark: string | null; title: string; text: string }> = {
  office: {
    remark: null,
    title: 'Prüfen',
    text: 'Gültig mit dem elektronischen Siegel dieser Behörde. Ob das Dokument echt und unverändert ist, kann jede und jeder an der Datei prüfen, ohne sie weiterzugeben. Ein Ausdruck ist nur ein Abbild.',
  },
  copy: {
    remark: 'Kopie',
    title: 'Vergleichen',
    text: 'Diese Kopie zeigt die Erklärung, wie sie bestätigt wurde. Das gesiegelte Dokument bleibt bei der Behörde. Beide tragen denselben Vergleichscode.',
  },
  'unsent-copy': {
    remark: 'Kopie, noch nicht übermittelt',
    title: 'Vergleichen',
    text: 'Diese Kopie zeigt die Erklärung, wie sie am Gerät bestätigt wurde. Die Behörde hat sie noch nicht erhalten. Das gesiegelte Dokument trägt später denselben Vergleichscode.',
  },
  paper: {
    remark: 'Zum Unterschreiben',
    title: 'Vergleichen',
    text: 'Bitte lesen Sie alle Seiten und unterschreiben Sie. Geben Sie die Blätter dann am Schalter zurück. Auf dem Papier und am Gerät steht derselbe Vergleichscode.',
  },
};

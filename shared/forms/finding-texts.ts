import type { Locale } from '../base/locale.ts';
import type { Finding } from './finding.ts';

/**
 * What the fields' own checks say, in every language a citizen reads. `{name}` stands for a value of the finding.
 * The rules of a service bring texts of their own.
 */
export const fieldFindingTexts = {
  /** Nothing was filled in. */
  required: {
    de: 'Bitte füllen Sie dieses Feld aus.',
    plain: 'Hier fehlt noch etwas.',
    en: 'Please fill in this field.',
  },
  /** Nothing was filled in, and only the clerk can. */
  'required-by-clerk': {
    de: 'Das trägt Ihre Sachbearbeitung noch ein.',
    plain: 'Das schreibt noch das Amt.',
    en: 'Your clerk will fill this in.',
  },
  /** No such day, or not complete. */
  'date-invalid': {
    de: 'Bitte geben Sie Tag, Monat und Jahr an, zum Beispiel 3.11.2026.',
    plain: 'Dieses Datum stimmt nicht.\nBitte schreiben Sie Tag, Monat und Jahr.',
    en: 'Please give day, month and year, for example 3 11 2026.',
  },
  /** No such day, month or year. */
  'partial-date-invalid': {
    de: 'Dieses Datum gibt es nicht. Ist der Tag nicht bekannt, lassen Sie ihn leer, ebenso den Monat.',
    plain: 'Dieses Datum stimmt nicht.\nSie wissen den Tag nicht? Dann lassen Sie ihn leer.',
    en: 'There is no such date. If the day is not known, leave it empty, and the month likewise.',
  },
  'postcode-invalid': {
    de: 'Eine Postleitzahl hat in Deutschland 5 Ziffern.',
    plain: 'Die Postleitzahl hat 5 Ziffern.',
    en: 'A German postcode has five digits.',
  },
  /** A part of an address that it cannot be without. */
  'address-incomplete': {
    de: 'Bitte ergänzen Sie die Anschrift.',
    plain: 'Hier fehlt noch ein Teil der Adresse.',
    en: 'Please complete the address.',
  },
  /** The field asks for an address in Germany. */
  'address-abroad': {
    de: 'Bitte geben Sie hier eine Anschrift in Deutschland an. Kommen Sie aus dem Ausland, sagen Sie es uns bitte.',
    plain: 'Diese Adresse muss in Deutschland sein.\nKommen Sie aus einem anderen Land?\nDann sagen Sie es uns.',
    en: 'Please give an address in Germany here. If you come from abroad, please tell us.',
  },
  /** A name with characters outside DIN 91379. */
  'name-characters': {
    de: 'In Namen sind diese Zeichen nicht möglich: {characters}. Bitte schreiben Sie den Namen in lateinischer Schrift, so wie im Pass.',
    plain:
      'Diese Zeichen gehen hier nicht: {characters}\nSchreiben Sie den Namen bitte mit lateinischen Buchstaben.\nSie stehen so in Ihrem Pass.',
    en: 'These characters are not possible in names: {characters}. Please write the name in Latin letters, as in the passport.',
  },
  /** A text with characters that no document could show. */
  'text-characters': {
    de: 'Diese Zeichen sind hier nicht möglich: {characters}. Bitte ersetzen Sie sie.',
    plain: 'Diese Zeichen gehen hier nicht: {characters}\nBitte schreiben Sie etwas anderes.',
    en: 'These characters are not possible here: {characters}. Please replace them.',
  },
  /** A key that the list does not have, or no longer offers. */
  'code-unknown': {
    de: 'Bitte wählen Sie einen Eintrag aus der Liste.',
    plain: 'Bitte wählen Sie etwas aus der Liste.',
    en: 'Please choose an entry from the list.',
  },
} as const satisfies Record<string, Record<Locale, string>>;

export type FieldFindingCode = keyof typeof fieldFindingTexts;

/** The text of a finding of the fields' own checks; undefined where the code is not one of theirs. */
export function fieldFindingText(finding: Finding, locale: Locale): string | undefined {
  return isFieldFindingCode(finding.code)
    ? fillText(fieldFindingTexts[finding.code][locale], finding.values)
    : undefined;
}

/** Puts the values of a finding into its text. */
export const fillText = (text: string, values: Finding['values']): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    values && Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );

const isFieldFindingCode = (code: string): code is FieldFindingCode => Object.hasOwn(fieldFindingTexts, code);

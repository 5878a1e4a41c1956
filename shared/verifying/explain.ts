import type { Instant } from '../base/instant.ts';
import type { Locale } from '../base/locale.ts';
import { pdfProblems } from '../pdf/problem.ts';
import { reasonTexts } from './reason-texts.ts';
import { type About, type ReasonCode, reasons } from './reasons.ts';
import type { Reason, Report, Verdict } from './report.ts';

/**
 * The verdict in two sentences for somebody at a bank's counter: what was found, and what to make of it. Details stand
 * in the report's reasons; `sayReason` gives each its sentence.
 */
export function explain(report: Report, locale: Locale): readonly [found: string, meaning: string] {
  const words = sentences[locale];
  if (report.verdict === 'TOTAL-PASSED') {
    const { signer = '', provenAt } = report.seal ?? {};
    return [words.passed(signer, provenAt && dayOf(provenAt, locale)), words.relyOn];
  }
  const weight = report.verdict === 'TOTAL-FAILED' ? 'failed' : 'undecided';
  const first = report.reasons.find(({ severity }) => severity === weight);
  const about = first ? reasons[first.code].about : 'file';
  return [words[weight], words[about]];
}

/** One reason as a sentence. Plain German has none of its own: details are for those who look closer. */
export const sayReason = (code: ReasonCode, locale: Locale): string => reasonTexts[code][locale === 'en' ? 'en' : 'de'];

/** What the reader of the structure objected to, where a reason rests on that. */
export const sayProblem = ({ where }: Reason, locale: Locale): string | undefined =>
  where?.problem && pdfProblems[where.problem][locale === 'en' ? 'en' : 'de'];

/** The day as people write it, by the clock of the office. */
const dayOf = (instant: Instant, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(
    new Date(instant),
  );

export const verdictWords: Record<Locale, Record<Verdict, string>> = {
  de: { 'TOTAL-PASSED': 'Echt und unverändert', INDETERMINATE: 'Nicht entschieden', 'TOTAL-FAILED': 'Nicht gültig' },
  plain: { 'TOTAL-PASSED': 'Echt', INDETERMINATE: 'Unklar', 'TOTAL-FAILED': 'Nicht gültig' },
  en: { 'TOTAL-PASSED': 'Genuine and unchanged', INDETERMINATE: 'Undecided', 'TOTAL-FAILED': 'Not valid' },
};

type Words = Record<'failed' | 'undecided' | 'relyOn' | About, string> & {
  /** `day` is what a time stamp proves; without one nobody but the seal says when. */
  passed(signer: string, day: string | undefined): string;
};

const sentences: Record<Locale, Words> = {
  de: {
    passed: (signer, day) =>
      day === undefined
        ? `Dieses Dokument trägt das Siegel „${signer}“ und ist seit dem Siegeln unverändert.`
        : `Dieses Dokument trägt das Siegel „${signer}“ und ist seit dem ${day} unverändert.`,
    relyOn:
      'Sie können sich darauf verlassen, dass es genau so von dieser Stelle kommt; ob die Angaben heute noch stimmen, sagt diese Prüfung nicht.',
    failed: 'Dieses Dokument ist nicht gültig.',
    undecided: 'Ob dieses Dokument gültig ist, lässt sich gerade nicht entscheiden.',
    file: 'Die Datei ist nicht so aufgebaut wie ein Dokument dieser Behörde; bitte lassen Sie sich die Originaldatei geben.',
    changed:
      'Die Datei wurde nach dem Siegeln verändert; bitte verwenden Sie sie nicht und fragen Sie bei der Behörde nach.',
    seal: 'Die Datei trägt kein gültiges Siegel der Behörde; bitte verwenden Sie sie nicht.',
    trust:
      'Das Siegel ließ sich nicht bis zu einem bekannten Aussteller zurückverfolgen; bitte fragen Sie bei der Behörde nach.',
    revocation:
      'Es fehlen aktuelle Angaben, ob das Siegel gesperrt wurde; bitte prüfen Sie später noch einmal oder fragen Sie bei der Behörde nach.',
    revoked:
      'Das Zertifikat des Siegels ist gesperrt; bitte verwenden Sie das Dokument nicht und fragen Sie bei der Behörde nach.',
    time: 'Ein Zeitstempel in der Datei ließ sich nicht bestätigen; bitte fragen Sie bei der Behörde nach.',
    content:
      'Die Teile des Dokuments passen nicht zusammen; bitte verwenden Sie es nicht und fragen Sie bei der Behörde nach.',
  },
  plain: {
    passed: (signer, day) =>
      `Das Dokument ist echt.\nEs kommt von: ${signer}.${day === undefined ? '' : `\nDas Siegel ist vom ${day}.`}`,
    relyOn: 'Niemand hat es verändert.\nVielleicht ist heute etwas anders als im Dokument.',
    failed: 'Das Dokument ist nicht gültig.',
    undecided: 'Ist das Dokument gültig?\nDas wissen wir gerade nicht.',
    file: 'Die Datei ist kaputt.\nOder sie ist kein Dokument vom Amt.\nBitte fragen Sie nach der richtigen Datei.',
    changed: 'Jemand hat die Datei verändert.\nBitte benutzen Sie sie nicht.\nFragen Sie beim Amt nach.',
    seal: 'Die Datei hat kein richtiges Siegel.\nBitte benutzen Sie sie nicht.',
    trust: 'Von wem ist das Siegel?\nDas wissen wir nicht sicher.\nBitte fragen Sie beim Amt nach.',
    revocation:
      'Gilt das Siegel noch?\nDas wissen wir gerade nicht.\nBitte prüfen Sie später noch einmal.\nOder fragen Sie beim Amt nach.',
    revoked: 'Das Siegel ist gesperrt.\nBitte benutzen Sie das Dokument nicht.\nFragen Sie beim Amt nach.',
    time: 'Von wann ist das Siegel?\nDas wissen wir nicht sicher.\nBitte fragen Sie beim Amt nach.',
    content: 'Im Dokument passt etwas nicht zusammen.\nBitte benutzen Sie es nicht.\nFragen Sie beim Amt nach.',
  },
  en: {
    passed: (signer, day) =>
      `This document carries the seal “${signer}” and has not been changed since ${day ?? 'it was sealed'}.`,
    relyOn:
      'You can rely on it coming from that authority exactly as it is; whether its content is still true today is not part of this check.',
    failed: 'This document is not valid.',
    undecided: 'Whether this document is valid cannot be decided at the moment.',
    file: 'The file is not built like a document of this authority; please ask for the original file.',
    changed: 'The file was changed after it was sealed; please do not use it, and ask the authority.',
    seal: 'The file carries no valid seal of the authority; please do not use it.',
    trust: 'The seal could not be traced to a known issuer; please ask the authority.',
    revocation:
      'There is no up-to-date information on whether the seal has been revoked; please check again later, or ask the authority.',
    revoked: 'The certificate of the seal is revoked; please do not use the document, and ask the authority.',
    time: 'A time stamp in the file could not be confirmed; please ask the authority.',
    content: 'The parts of the document do not belong together; please do not use it, and ask the authority.',
  },
};

import { type EvidenceEvent, evidenceEvents } from '../../../../../shared/evidence/events.ts';
import { localeNames } from '../../../../kit/i18n/locale.ts';
import { staffRoleWords } from '../../../words.ts';
import type { Evidence } from '../requests.ts';

/** The Nachweis in sentences a colleague would say. Details are ids and hashes; the file has them all. */
type Details = Readonly<Record<string, string>>;
/** Who stands behind an id; undefined where nobody knows any more. */
export type Known = {
  person(id: string): string;
  staff(id: string): string | undefined;
  device(idOrThumbprint: string): string | undefined;
  desk(id: string): string | undefined;
};
type Sentence = string | ((details: Details, names: Known) => string);

export function evidenceSentence({ event, details }: Pick<Evidence, 'event' | 'details'>, names: Known): string {
  if (!isEvidenceEvent(event)) return event;
  const sentence = sentences[event];
  return typeof sentence === 'string' ? sentence : sentence(details, names);
}

/** Who did it: the evidence names him by role and id, `clerk:clerk-1`, `device:…`, `citizen`, `system`. */
export function actorWords(actor: string, names: Known): string {
  const [kind = '', id = ''] = actor.split(':');
  if (kind === 'citizen') return 'am Tablet';
  if (kind === 'device') return names.device(id) ?? 'Tablet';
  if (kind === 'system') return 'von selbst';
  const role = (staffRoleWords as Readonly<Record<string, string>>)[kind] ?? kind;
  return [names.staff(id) ?? id, role].filter(Boolean).join(', ');
}

export const isEvidenceEvent = (event: string): event is EvidenceEvent =>
  evidenceEvents.some((known) => known === event);

const results: Readonly<Record<string, string>> = {
  shown: 'Ausweis vorgelegt',
  'not-with-them': 'Ausweis nicht dabei',
  expired: 'Ausweis abgelaufen',
  otherwise: 'auf andere Weise',
};
const methods: Readonly<Record<string, string>> = {
  drawn: 'mit Unterschrift',
  confirmed: 'mit Taste',
  mark: 'mit Handzeichen',
  paper: 'auf Papier',
};
const reasons: Readonly<Record<string, string>> = {
  answers: 'weil Angaben geändert wurden',
  identification: 'weil die Identifizierung geändert wurde',
  signers: 'weil andere bestätigen sollen',
  returned: 'weil der Vorgang zurückgegeben wurde',
  review: 'weil neu geprüft wird',
};
const ways: Readonly<Record<string, string>> = { printed: 'gedruckt', downloaded: 'als Datei', shown: 'gezeigt' };
const endings: Readonly<Record<string, string>> = {
  'by-citizen': 'Am Tablet beendet',
  'by-clerk': 'Tablet frei gemacht',
  'finished-prepared': 'Ohne Abschluss beendet',
  'finished-declined': 'Ohne Bestätigung beendet',
  'finished-entered': 'Vorgang abgeschlossen',
  untouched: 'Beendet, weil lange nichts geschah',
};
const languages: Readonly<Record<string, string>> = localeNames;

/** An event without a sentence does not compile. */
const sentences: Readonly<Record<EvidenceEvent, Sentence>> = {
  'case-opened': ({ number = '' }) => `Vorgang ${number} angelegt`,
  'identification-noted': ({ person = '', result = '' }, names) =>
    `Identifizierung von ${names.person(person)} vermerkt: ${results[result] ?? result}`,
  'answers-changed': ({ by }) => (by === 'citizen' ? 'Angaben am Tablet geändert' : 'Angaben am Platz geändert'),
  'signers-set': ({ count = '' }) =>
    count === '1' ? 'Festgelegt: eine Person bestätigt' : `Festgelegt: ${count} Personen bestätigen`,
  'handed-over': ({ desk = '' }, names) => `Ans Tablet gegeben (${names.desk(desk) ?? desk})`,
  'device-paired': ({ thumbprint = '', number = '' }, names) =>
    `Schlüssel des Tablets „${names.device(thumbprint) ?? number}“ in den Nachweis aufgenommen`,
  begun: ({ locale = '' }) => `Am Tablet begonnen (${languages[locale] ?? locale})`,
  'entitlement-assured': 'Berechtigung für Angehörige versichert, über § 202a StGB belehrt (§ 23 Abs. 4 BMG)',
  'shown-at-end': ({ value }) =>
    value === 'true' ? 'Gewünscht: Angaben erst am Ende zeigen' : 'Angaben werden wieder laufend gezeigt',
  'review-started': ({ comparingCode = '', revision = '' }) =>
    `Prüfung begonnen, Fassung ${revision}, Vergleichscode ${comparingCode}`,
  'review-left': 'Prüfung verlassen, um etwas zu ändern',
  'mark-noted': 'Vermerk zum Handzeichen geschrieben',
  confirmed: ({ signer = '', method = '' }, names) =>
    `${names.person(signer)} hat bestätigt, ${methods[method] ?? method}`,
  'paper-printed': ({ revision = '' }) => `Erklärung zum Unterschreiben gedruckt, Fassung ${revision}`,
  'paper-confirmed': ({ signer = '' }, names) => `Unterschriebenes Blatt von ${names.person(signer)} zugeordnet`,
  'act-voided': ({ because = '' }) => `Bestätigung ungültig geworden, ${reasons[because] ?? because}`,
  'act-after-recall': 'Bestätigung nach dem Zurückholen angekommen: aufbewahrt, gilt nicht',
  declined: 'Am Tablet nicht bestätigt',
  recalled: 'Vom Tablet zurückgeholt',
  'lease-overridden': 'Von der Leitung freigegeben, das Tablet war nicht erreichbar',
  returned: 'Mit Begründung zurückgegeben',
  'copy-delivered': ({ how = '' }) => `Kopie der Erklärung ausgehändigt, ${ways[how] ?? how}`,
  accepted: 'Erklärung angenommen',
  sealed: ({ level = '' }) => `Erklärung gesiegelt (${level})`,
  'entry-made': 'Eintrag im Melderegister vermerkt',
  'certificate-sealed': ({ level = '' }) => `Meldebestätigung gesiegelt (${level})`,
  'certificate-withdrawn': 'Meldebestätigung wegen eines Fehlers zurückgezogen',
  'certificate-reissued': 'Meldebestätigung neu in Auftrag gegeben',
  'document-failed': 'Dokument nicht entstanden, nach dem letzten Versuch',
  'document-retried': 'Dokument noch einmal in Auftrag gegeben',
  'level-raised': ({ level = '' }) => `Siegel ergänzt (${level})`,
  'archive-renewed': 'Archivzeitstempel erneuert',
  'seal-replaced': 'Siegel ersetzt: Das Zertifikat wurde gesperrt, bevor ein Zeitstempel vorlag',
  'level-confirmed': ({ level = '' }) => `Siegel in eigener Prüfung bestätigt (${level})`,
  'handed-out': ({ how = '' }) => `Dokument ausgehändigt, ${ways[how] ?? how}`,
  'report-ordered': 'Nachweisbericht in Auftrag gegeben',
  'report-made': ({ level = '' }) => `Nachweisbericht gesiegelt (${level})`,
  ended: ({ how = '' }) => endings[how] ?? 'Beendet',
  erased: 'Angaben, Namen und Entwürfe gelöscht',
};

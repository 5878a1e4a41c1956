import type { Entry } from '../../shared/evidence/chain.ts';
import type { EvidenceEvent } from '../../shared/evidence/events.ts';
import { identificationWords } from './words.ts';

/** The Nachweis in sentences for a court: what the entry says, and nothing that does not stand in the entry. */
type Details = Readonly<Record<string, string>>;

export const happeningWords = ({ event, details }: Pick<Entry, 'event' | 'details'>): string => {
  const sentence = sentences[event];
  return typeof sentence === 'string' ? sentence : sentence(details);
};

/** The evidence names nobody: people of the case by their place in the declaration, the office's by role and id. */
export const personWords = (id = ''): string => (/^p\d+$/.test(id) ? `Person ${id.slice(1)}` : `Person „${id}“`);

export function actorWords(actor: string): string {
  const [kind = '', id = ''] = actor.split(':');
  const words = actors[kind] ?? kind;
  return id === '' ? words : `${words} (${id})`;
}

const actors: Readonly<Record<string, string>> = {
  citizen: 'Bürgerin oder Bürger',
  device: 'Tablet',
  system: 'Programm',
  clerk: 'Sachbearbeitung',
  lead: 'Leitung',
  administrator: 'Administration',
};

export const documentWords = (code = ''): string => identificationWords[code] ?? code;

export const confirmedHow = (method = ''): string => methods[method] ?? method;
export const voidedWhy = (because = ''): string => voids[because] ?? because;

const methods: Readonly<Record<string, string>> = {
  drawn: 'am Tablet mit gezeichneter Unterschrift',
  confirmed: 'am Tablet mit der Taste „Ich bestätige“',
  mark: 'am Tablet mit Handzeichen',
  paper: 'auf Papier mit Unterschrift',
};
const voids: Readonly<Record<string, string>> = {
  answers: 'weil danach Angaben geändert wurden',
  identification: 'weil danach die Identifizierung geändert wurde',
  signers: 'weil danach andere bestätigen sollten',
  returned: 'weil der Vorgang zurückgegeben wurde',
  review: 'weil danach neu geprüft wurde',
};
const languages: Readonly<Record<string, string>> = { de: 'Deutsch', plain: 'Einfach erklärt', en: 'Englisch' };
const ways: Readonly<Record<string, string>> = { printed: 'gedruckt', downloaded: 'als Datei', shown: 'am Bildschirm' };
const endings: Readonly<Record<string, string>> = {
  'by-citizen': 'am Tablet beendet',
  'by-clerk': 'das Tablet wurde frei gemacht',
  'finished-prepared': 'vor dem Prüfen beendet',
  'finished-declined': 'ohne Bestätigung beendet',
  'finished-entered': 'der Vorgang ist abgeschlossen',
  untouched: 'beendet, weil lange nichts geschah',
};
const way = (how = ''): string => ways[how] ?? how;

/** An event without a sentence does not compile. */
const sentences: Readonly<Record<EvidenceEvent, string | ((details: Details) => string)>> = {
  'case-opened': ({ number = '' }) => `Der Vorgang ${number} wurde angelegt.`,
  'identification-noted': ({ person, document, result }) =>
    `Identifizierung von ${personWords(person)}: ${documentWords(document)}, ${documentWords(result)}.`,
  'answers-changed': ({ by }) =>
    by === 'citizen' ? 'Angaben wurden am Tablet geändert.' : 'Angaben wurden am Platz der Behörde geändert.',
  'signers-set': ({ count = '' }) => `Festgelegt wurde, wer bestätigt (Anzahl: ${count}).`,
  'handed-over': ({ desk = '' }) => `Der Vorgang wurde an das Tablet am Platz ${desk} gegeben.`,
  'device-paired': ({ number = '', desk = '' }) =>
    `Der Schlüssel des Tablets ${number} am Platz ${desk} steht im Nachweis.`,
  begun: ({ locale = '' }) => `Am Tablet wurde begonnen; Sprache: ${languages[locale] ?? locale}.`,
  'entitlement-assured':
    'Die Berechtigung für Angehörige wurde versichert; über § 202a StGB wurde belehrt (§ 23 Abs. 4 BMG).',
  'shown-at-end': ({ value }) =>
    value === 'true'
      ? 'Die Angaben sollten der Behörde erst am Ende gezeigt werden.'
      : 'Die Angaben sollten der Behörde wieder laufend gezeigt werden.',
  'review-started': ({ revision = '', comparingCode = '' }) =>
    `Fassung ${revision} wurde zum Prüfen gezeigt; Vergleichscode ${comparingCode}.`,
  'review-left': ({ revision = '' }) => `Das Prüfen von Fassung ${revision} wurde verlassen, um etwas zu ändern.`,
  'mark-noted': 'Zum Handzeichen wurde ein Vermerk geschrieben.',
  confirmed: ({ signer, method, revision = '' }) =>
    `${personWords(signer)} hat Fassung ${revision} ${confirmedHow(method)} bestätigt.`,
  'paper-printed': ({ revision = '' }) => `Fassung ${revision} wurde zum Unterschreiben gedruckt.`,
  'paper-confirmed': ({ signer, revision = '' }) =>
    `Das von ${personWords(signer)} unterschriebene Blatt zu Fassung ${revision} kam zum Vorgang.`,
  'act-voided': ({ because }) => `Eine Bestätigung wurde ungültig, ${voidedWhy(because)}.`,
  'act-after-recall': 'Eine Bestätigung kam nach dem Zurückholen an; sie ist aufbewahrt und gilt nicht.',
  declined: 'Am Tablet wurde nicht bestätigt.',
  recalled: 'Der Vorgang wurde vom Tablet zurückgeholt.',
  'lease-overridden': 'Die Leitung gab den Vorgang frei, weil das Tablet nicht erreichbar war.',
  returned: 'Der Vorgang wurde mit einer Begründung zurückgegeben.',
  'copy-delivered': ({ how }) => `Die Kopie der Erklärung wurde ausgehändigt (${way(how)}).`,
  accepted: ({ revision = '' }) => `Die Behörde nahm die Erklärung in Fassung ${revision} an.`,
  sealed: ({ level = '' }) => `Die Erklärung wurde gesiegelt (Stufe ${level}).`,
  'entry-made': 'Der Eintrag im Melderegister wurde vermerkt.',
  'certificate-sealed': ({ level = '' }) => `Die Meldebestätigung wurde gesiegelt (Stufe ${level}).`,
  'certificate-withdrawn': 'Die Meldebestätigung wurde wegen eines Fehlers zurückgezogen.',
  'certificate-reissued': 'Die Meldebestätigung wurde neu in Auftrag gegeben.',
  'document-failed': 'Ein Dokument entstand auch nach dem letzten Versuch nicht.',
  'document-retried': 'Ein Dokument wurde noch einmal in Auftrag gegeben.',
  'level-confirmed': ({ level = '' }) => `Das Siegel wurde von der Behörde selbst geprüft (Stufe ${level}).`,
  'level-raised': ({ level = '' }) => `Das Siegel erreichte die Stufe ${level}.`,
  'archive-renewed': 'Der Archivzeitstempel wurde erneuert.',
  'seal-replaced': 'Das Dokument wurde neu gesiegelt; es tritt an die Stelle des früheren.',
  'handed-out': ({ how }) => `Ein Dokument wurde ausgehändigt (${way(how)}).`,
  ended: ({ how = '' }) => `Ende: ${endings[how] ?? how}.`,
  erased: 'Angaben, Namen, Entwürfe und der Zufallswert der Prüfsummen wurden gelöscht.',
  'report-ordered': 'Ein Nachweisbericht wurde in Auftrag gegeben.',
  'report-made': ({ level = '' }) => `Ein Nachweisbericht wurde gesiegelt (Stufe ${level}).`,
};

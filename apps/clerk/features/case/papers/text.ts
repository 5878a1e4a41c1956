import type { DocumentProblem } from '../../../../../shared/wire/cases.ts';
import type { CaseView } from '../requests.ts';

type Document = CaseView['documents'][number];

/** Words about documents and paper. */
export const text = {
  documents: 'Dokumente',
  none: 'Noch keine. Die Kopie entsteht mit der Bestätigung, die gesiegelte Erklärung mit der Annahme.',
  kinds: {
    declaration: 'Erklärung',
    copy: 'Kopie der Erklärung',
    meldebestaetigung: 'Meldebestätigung',
    'paper-scan': 'Scan des unterschriebenen Blatts',
    'evidence-report': 'Nachweisbericht',
  } satisfies Record<Document['kind'], string>,
  states: {
    pending: { words: 'entsteht', kind: 'info' },
    sealed: { words: 'gesiegelt', kind: 'success' },
    failed: { words: 'nicht entstanden', kind: 'danger' },
    plain: { words: 'ohne Siegel', kind: 'info' },
  } satisfies Record<Document['state'], { words: string; kind: 'info' | 'success' | 'danger' }>,
  level: (level: string) => (level === 'unconfirmed' ? 'Stufe des Siegels noch nicht bestätigt' : `Siegel ${level}`),
  madeAt: (at: string) => `vom ${at}`,
  outdated: 'frühere Fassung, gilt nicht mehr',
  handedOut: (count: number) => `${count}-mal ausgehändigt`,
  notHandedOut: 'noch nicht ausgehändigt',
  copyHandedOut: (at: string) => `bleibt hier, Kopie ausgehändigt ${at}`,
  copyOwed: 'Kopie noch nicht ausgehändigt',
  download: 'Herunterladen',
  downloadLabel: (kind: string) => `${kind} herunterladen`,
  print: 'Drucken',
  printLabel: (kind: string) => `${kind} drucken und aushändigen`,
  shown: 'Ist ausgehändigt',
  shownLabel: (kind: string) => `${kind}: Ist ausgehändigt`,
  working: 'wird gedruckt …',
  failed: 'Das Dokument ist nicht entstanden.',
  problems: {
    'not-typeset': 'Die Seiten ließen sich nicht herstellen.',
    'not-printable': 'Ein Zeichen lässt sich nicht drucken.',
    'not-sealed': 'Die Siegelstelle hat nicht geantwortet.',
    'not-verified': 'Unsere eigene Prüfung hat das Siegel nicht bestätigt.',
    'not-stored': 'Das Dokument ließ sich nicht speichern.',
    'seal-revoked': 'Das Zertifikat des Siegels wurde gesperrt. Die Administration muss ein neues einrichten.',
    'seal-not-valid': 'Das Zertifikat des Siegels gilt zurzeit nicht. Die Administration muss ein neues einrichten.',
    'seal-status-unknown': 'Seit einem Tag ist nicht zu erfahren, ob das Zertifikat des Siegels noch gilt.',
    'no-timestamp': 'Der Zeitstempeldienst antwortet nicht.',
    'timestamp-refused': 'Die Antwort des Zeitstempeldienstes ist nicht in Ordnung.',
    'no-younger-timestamp': 'Der Zeitstempeldienst hat noch kein neueres Zertifikat.',
    'no-revocation': 'Die Auskunft über gesperrte Zertifikate antwortet nicht.',
    'revocation-refused': 'Die Auskunft über gesperrte Zertifikate ist nicht in Ordnung.',
    'revocation-awaited': 'Die nächste Liste gesperrter Zertifikate ist noch nicht erschienen.',
    'not-finished': 'Es hat jedes Mal zu lange gedauert.',
  } satisfies Record<DocumentProblem, string>,
  retry: 'Noch einmal versuchen',
  confirmAgain: 'Stufe noch einmal prüfen',
  retrying: 'wird noch einmal versucht …',

  paper: 'Unterschriebenes Blatt',
  paperHint:
    'Legen Sie das Blatt in den Scanner und wählen Sie es hier aus. Es gilt als Bestätigung aller, die noch fehlen.',
  scans: 'Blätter im Scanner',
  noScans: 'Im Scanner liegt noch kein Blatt.',
  reload: 'Noch einmal nachsehen',
  loading: 'Der Scanner wird gefragt.',
  file: 'Diesem Vorgang zuordnen',
  fileLabel: (name: string) => `${name} diesem Vorgang zuordnen`,
  filing: 'wird zugeordnet …',
} as const;

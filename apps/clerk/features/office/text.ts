import type { InferOutput } from 'valibot';
import type { DocumentProblem } from '../../../../shared/wire/cases.ts';
import type { GivenUpView } from '../../../../shared/wire/documents.ts';
import type { SealView } from '../../../../shared/wire/seals.ts';

type GivenUp = InferOutput<typeof GivenUpView>;

export const text = {
  title: 'Amt',
  loading: 'Das Amt wird geladen.',
  tablets: 'Tablets',
  tabletList: 'Liste der Tablets',
  noTablets: 'Noch kein Tablet gekoppelt. Mit „Tablet koppeln“ bekommen Sie einen Code für das erste.',
  pair: 'Tablet koppeln',
  name: 'Bezeichnung',
  nameHint: 'Zum Beispiel „Tablet Platz 3“',
  desk: 'Platz',
  number: 'Gerätenummer',
  lastSeen: 'Zuletzt verbunden',
  never: 'noch nie',
  invited: 'Zugelassen von',
  invitedBy: (name: string, at: string) => `${name}, ${at}`,
  state: 'Stand',
  paired: 'gekoppelt',
  revoked: 'gesperrt',
  actions: 'Aktionen',
  revoke: 'Sperren',
  revokeOne: (name: string) => `${name} sperren`,
  revokeBody:
    'Das Tablet wird sofort ausgeschlossen und kann nichts mehr bestätigen. Um es wieder zu benutzen, koppeln Sie es neu.',
  cancel: 'Abbrechen',
  pairMissing: 'Bitte wählen Sie einen Platz und geben Sie dem Tablet eine Bezeichnung.',
  makeCode: 'Code anzeigen',
  done: 'Fertig',
  codeHint: 'Öffnen Sie auf dem Tablet die Adresse dieses Servers mit /tablet/ und geben Sie diesen Code ein:',
  codeUntil: (time: string) => `Der Code gilt bis ${time} Uhr und nur einmal.`,
  seals: 'Siegel',
  sealList: 'Liste der Siegel',
  noSeal: 'Über das Siegel ist gerade nichts bekannt.',
  sealAway: 'Das Siegel ist nicht erreichbar',
  sealAwayBody:
    'Das Sicherheitsmodul oder der Signaturdienst antwortet nicht. Dokumente entstehen, sobald die Verbindung wieder da ist.',
  sealName: 'Siegel',
  sealPlace: 'Rolle',
  sealPlaces: { current: 'aktuelles Siegel', next: 'nächstes Siegel' },
  sealIssuer: 'Zertifikat ausgestellt von',
  sealEnd: 'Gültig bis',
  sealStatus: 'Gesperrt?',
  sealUnasked: 'noch nicht bekannt',
  sealGood: (at: string) => `nein, Stand ${at}`,
  sealRevoked: (at: string) => `ja, bekannt seit ${at}`,
  sealConcern: ({ place, concern, daysLeft }: SealView) => {
    const which = place === 'current' ? 'Das Siegel' : 'Das nächste Siegel';
    if (concern === 'revoked') return `${which} ist gesperrt`;
    if (concern === 'expired') return `${which} ist abgelaufen`;
    if (daysLeft === 0) return `${which} läuft heute ab`;
    return `${which} läuft in ${daysLeft === 1 ? 'einem Tag' : `${daysLeft} Tagen`} ab`;
  },
  sealOrder: 'Bitte bestellen Sie jetzt das nächste Zertifikat und richten Sie es neben dem aktuellen ein.',
  sealCovered: 'Das nächste Siegel ist eingerichtet und übernimmt von selbst.',
  sealGone:
    'Damit wird nichts mehr gesiegelt. Bitte bestellen Sie sofort ein neues Zertifikat und richten Sie es ein. Was schon gesiegelt ist, bleibt prüfbar.',
  ladder: 'Dokumente in Arbeit',
  waiting: (count: number, since: string | undefined) => {
    if (count === 0) return 'Alle Dokumente sind fertig.';
    if (count === 1) return `Ein Dokument ist in Arbeit${since === undefined ? '' : `, seit ${since}`}.`;
    return `${count} Dokumente sind in Arbeit${since === undefined ? '' : `, das älteste seit ${since}`}.`;
  },
  givenUp: 'Hier ging es nicht weiter',
  nothingGivenUp: 'Nichts ist liegen geblieben.',
  givenUpNumber: 'Vorgang',
  givenUpKind: 'Dokument',
  givenUpKinds: {
    declaration: 'Erklärung',
    copy: 'Kopie der Erklärung',
    meldebestaetigung: 'Meldebestätigung',
    'paper-scan': 'Scan',
    'evidence-report': 'Nachweisbericht',
  } satisfies Record<GivenUp['kind'], string>,
  givenUpWhat: 'Stand',
  givenUpFailed: 'nicht entstanden',
  givenUpSealed: (level: string) =>
    level === 'unconfirmed' ? 'gesiegelt, Stufe nicht bestätigt' : `gesiegelt, Stufe ${level}`,
  givenUpWhy: 'Grund',
  givenUpSince: 'Seit',
  problems: {
    'not-typeset': 'Seiten nicht herstellbar',
    'not-printable': 'Zeichen nicht druckbar',
    'not-sealed': 'Siegelstelle antwortet nicht',
    'not-verified': 'eigene Prüfung nicht bestanden',
    'not-stored': 'nicht speicherbar',
    'seal-revoked': 'Zertifikat des Siegels gesperrt',
    'seal-not-valid': 'Zertifikat des Siegels gilt nicht',
    'seal-status-unknown': 'Status des Siegels seit einem Tag unbekannt',
    'no-timestamp': 'Zeitstempeldienst antwortet nicht',
    'timestamp-refused': 'Antwort des Zeitstempeldienstes nicht in Ordnung',
    'no-younger-timestamp': 'Zeitstempeldienst ohne neueres Zertifikat',
    'no-revocation': 'Auskunftsstelle für Sperrungen antwortet nicht',
    'revocation-refused': 'Antwort der Auskunftsstelle für Sperrungen nicht in Ordnung',
    'revocation-awaited': 'nächste Sperrliste noch nicht erschienen',
    'not-finished': 'jedes Mal zu lange gedauert',
  } satisfies Record<DocumentProblem, string>,
  noProblem: 'nicht bekannt',
  tryAgain: 'Noch einmal versuchen',
  tryAgainOf: (kind: string, number: string) => `${kind} ${number} noch einmal versuchen`,
  appearance: 'Darstellung an diesem Platz',
  people: 'Personen',
  peopleList: 'Liste der Personen',
  nobody: 'Hier arbeitet noch niemand.',
  person: 'Name',
  role: 'Rolle',
  roles: { clerk: 'Sachbearbeitung', lead: 'Leitung', administrator: 'Administration' },
  pin: 'PIN',
  pinHint: 'Sechs Ziffern. Damit weist sich die Person am Tablet aus, wenn der Server nicht erreichbar ist.',
  pinSet: 'gesetzt',
  pinNone: 'keine',
  pinWrong: 'Eine PIN hat genau sechs Ziffern.',
  setPin: 'PIN setzen',
  setPinOf: (name: string) => `PIN für ${name} setzen`,
  resetPin: 'PIN löschen',
  resetPinOf: (name: string) => `PIN von ${name} löschen`,
  save: 'Speichern',
} as const;

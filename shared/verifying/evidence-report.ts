import type { Instant } from '../base/instant.ts';
import { reasonTexts } from './reason-texts.ts';
import { type ReasonCode, reasons, type Severity } from './reasons.ts';
import type { Check, Verdict } from './report.ts';

/** What the verification says of an `evidence.json` that somebody brings without any document. Plain data. */
export type EvidenceReport = {
  schema: 'schalter/evidence-verification@1';
  verdict: Verdict;
  at: Instant;
  file: { sha256: string; bytes: number };
  reasons: readonly EvidenceReason[];
  checks: readonly { step: EvidenceStep; result: Check['result'] }[];
  evidence?: EvidenceShown;
  /** The verdict in a sentence, and what to make of it. */
  explanation: readonly [found: string, meaning: string];
};

export const evidenceSteps = ['evidence', 'inclusion', 'timestamps'] as const;
export type EvidenceStep = (typeof evidenceSteps)[number];

export type EvidenceReason = { code: EvidenceReasonCode; severity: Severity; text: string; part?: string };

export type EvidenceShown = {
  caseId: string;
  entries: number;
  /** Of the last entry. */
  head: string;
  /** The roots the chain leads to, oldest first; `at` is when a time stamp that was verified shows it existed. */
  days: readonly { day: string; through: number; root: string; at?: Instant }[];
};

/** What only a chain without a document can be objected to; the codes of every document stand in `reasons.ts`. */
const own = {
  'inclusion-wrong': { severity: 'failed', text: 'Ein Beleg führt nicht zu der Tageswurzel, die er nennt.' },
  'inclusion-pending': {
    severity: 'undecided',
    text: 'Für die letzten Einträge gibt es noch keinen Beleg: Der Tag ist noch nicht abgeschlossen.',
  },
  'root-not-timestamped': { severity: 'undecided', text: 'Die Tageswurzel trägt noch keinen Zeitstempel.' },
  'evidence-after-timestamp': {
    severity: 'undecided',
    text: 'Ein Eintrag nennt einen späteren Zeitpunkt als der Zeitstempel, der ihn belegt.',
  },
} as const satisfies Record<string, { severity: Severity; text: string }>;
export type EvidenceReasonCode = ReasonCode | keyof typeof own;

const isOwn = (code: EvidenceReasonCode): code is keyof typeof own => Object.hasOwn(own, code);

export function evidenceReason(code: EvidenceReasonCode, part?: string): EvidenceReason {
  const { severity, text } = isOwn(code) ? own[code] : { severity: reasons[code].severity, text: reasonTexts[code].de };
  return { code, severity, text, ...(part !== undefined && { part }) };
}

export function explainEvidence(verdict: Verdict, shown: EvidenceShown | undefined): EvidenceReport['explanation'] {
  if (verdict === 'TOTAL-FAILED')
    return ['Dieser Nachweis ist nicht gültig.', 'Bitte verlassen Sie sich nicht auf ihn.'];
  if (verdict === 'INDETERMINATE')
    return [
      'Die Einträge passen lückenlos aneinander; seit wann es sie gibt, lässt sich nicht für alle entscheiden.',
      'Die Gründe stehen dabei; nach dem Abschluss des Tages kann der Nachweis neu abgerufen werden.',
    ];
  const last = shown?.days.findLast(({ at }) => at !== undefined);
  return [
    `Dieser Nachweis ist vollständig und unverändert; ein Zeitstempel belegt ihn mit der Tageswurzel vom ${last?.day ?? ''}.`,
    'Sie können sich darauf verlassen, dass kein Eintrag später eingefügt, geändert oder entfernt wurde.',
  ];
}

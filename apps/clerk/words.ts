import type { SignerRole } from '../../shared/declaration/declaration.ts';
import type { ServiceId } from '../../shared/services/catalogue.ts';
import type { InferOutput } from 'valibot';
import type { CaseState, CaseSummary as CaseSummaryWire } from '../../shared/wire/cases.ts';
import type { StaffRole } from '../../shared/wire/staff.ts';

/** Words that several screens of the desk say alike. */

type CaseSummary = InferOutput<typeof CaseSummaryWire>;
type Chip = { words: string; kind: 'info' | 'success' | 'warning' | 'danger' };

/** Each state as the desk says it. */
export const stateWords: Readonly<Record<CaseState, Chip>> = {
  prepared: { words: 'in Vorbereitung', kind: 'info' },
  'handed-over': { words: 'liegt auf dem Tablet', kind: 'info' },
  filling: { words: 'wird ausgefüllt', kind: 'info' },
  reviewing: { words: 'wird geprüft und bestätigt', kind: 'info' },
  'on-paper': { words: 'wartet auf das unterschriebene Blatt', kind: 'warning' },
  declined: { words: 'nicht bestätigt', kind: 'warning' },
  confirmed: { words: 'bestätigt, wartet auf Annahme', kind: 'warning' },
  accepted: { words: 'angenommen, wird gesiegelt', kind: 'info' },
  sealed: { words: 'gesiegelt, wartet auf den Registereintrag', kind: 'warning' },
  entered: { words: 'eingetragen, wartet auf Abschluss', kind: 'warning' },
  finished: { words: 'abgeschlossen', kind: 'success' },
};

type InState = Pick<CaseSummary, 'state' | 'openTasks' | 'awaitedProof'>;

/** Lies at the desk until somebody brings a paper; there is nothing else to do. */
export const isPostponed = ({ state, awaitedProof }: Pick<InState, 'state' | 'awaitedProof'>): boolean =>
  state === 'prepared' && awaitedProof !== null;

/** The state of a case; of a finished one also what the office still has to do. */
export function stateChip({ state, openTasks, awaitedProof }: InState): Chip {
  if (isPostponed({ state, awaitedProof })) return { words: 'wartet auf Nachweis', kind: 'warning' };
  if (state !== 'finished' || openTasks === 0) return stateWords[state];
  return { words: `${stateWords.finished.words}, ${openTaskWords(openTasks)}`, kind: 'warning' };
}

/** `1 Aufgabe offen`, `2 Aufgaben offen`. */
export const openTaskWords = (count: number): string => (count === 1 ? '1 Aufgabe offen' : `${count} Aufgaben offen`);

export const serviceWords = { anmeldung: 'Anmeldung' } satisfies Record<ServiceId, string>;

/** For whom somebody confirms. */
export const signerRoleWords: Readonly<Record<SignerRole, string>> = {
  self: 'für sich',
  parent: 'als Elternteil',
  householder: 'als Person, in deren Wohnung das Kind einzieht',
  guardian: 'als gesetzliche Vertretung',
  authorised: 'mit Vollmacht',
  family: 'für die Familie',
};

export const staffRoleWords: Readonly<Record<StaffRole, string>> = {
  clerk: 'Sachbearbeitung',
  lead: 'Leitung',
  administrator: 'Administration',
};

import type { CaseState } from '../../../../shared/wire/cases.ts';

/** How far a case is, in the few steps that fit into one line. */
export const steps = ['Am Platz', 'Am Tablet', 'Bestätigt', 'Gesiegelt', 'Eingetragen', 'Abgeschlossen'] as const;

/** The step of `steps` a state belongs to. Accepted is still before the seal; paper and declining happen at the tablet. */
export const stepOfState: Readonly<Record<CaseState, number>> = {
  prepared: 0,
  'handed-over': 1,
  filling: 1,
  reviewing: 1,
  'on-paper': 1,
  declined: 1,
  confirmed: 2,
  accepted: 2,
  sealed: 3,
  entered: 4,
  finished: 5,
};

/** The state in words, beside the steps. */
export const stateWords: Readonly<
  Record<CaseState, { label: string; kind: 'info' | 'success' | 'warning' | 'danger' }>
> = {
  prepared: { label: 'in Vorbereitung', kind: 'info' },
  'handed-over': { label: 'liegt auf dem Tablet', kind: 'info' },
  filling: { label: 'wird ausgefüllt', kind: 'info' },
  reviewing: { label: 'wird geprüft und bestätigt', kind: 'info' },
  'on-paper': { label: 'wartet auf das unterschriebene Blatt', kind: 'warning' },
  declined: { label: 'nicht bestätigt', kind: 'warning' },
  confirmed: { label: 'bestätigt, wartet auf Annahme', kind: 'warning' },
  accepted: { label: 'angenommen, wird gesiegelt', kind: 'info' },
  sealed: { label: 'gesiegelt, wartet auf den Registereintrag', kind: 'warning' },
  entered: { label: 'eingetragen, wartet auf Abschluss', kind: 'warning' },
  finished: { label: 'abgeschlossen', kind: 'success' },
};

/** While the clerk may write; the server decides the same. */
export const isWritable = (state: CaseState): boolean =>
  ['prepared', 'handed-over', 'filling', 'confirmed'].includes(state);

/** The tablet has the case in the citizen's hands. */
export const isAtTablet = (state: CaseState): boolean =>
  ['handed-over', 'filling', 'reviewing', 'on-paper', 'declined'].includes(state);

/** Nobody has accepted the declaration yet, so its deadline still counts. */
export const isOpen = (state: CaseState): boolean => isWritable(state) || isAtTablet(state);

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

/** While the clerk may write; the server decides the same. */
export const isWritable = (state: CaseState): boolean =>
  ['prepared', 'handed-over', 'filling', 'confirmed'].includes(state);

/** The tablet has the case in the citizen's hands. */
export const isAtTablet = (state: CaseState): boolean =>
  ['handed-over', 'filling', 'reviewing', 'on-paper', 'declined'].includes(state);

/** Nobody has accepted the declaration yet, so its deadline still counts. */
export const isOpen = (state: CaseState): boolean => isWritable(state) || isAtTablet(state);

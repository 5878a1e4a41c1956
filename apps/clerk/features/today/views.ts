import type { CaseState } from '../../../../shared/wire/cases.ts';
import type { Summary } from './requests.ts';

/** The lists of the first screen: which states each shows, in which words, and what the clerk does next. */
export const views = {
  open: {
    label: 'Offen',
    states: ['prepared', 'handed-over', 'filling', 'reviewing', 'on-paper', 'declined', 'confirmed', 'accepted'],
  },
  waiting: { label: 'Wartet auf Sie', states: ['prepared', 'declined', 'confirmed', 'on-paper', 'sealed', 'entered'] },
  finished: { label: 'Abgeschlossen', states: ['finished'] },
} as const satisfies Record<string, { label: string; states: readonly CaseState[] }>;
export type View = keyof typeof views;

export const isView = (text: string | undefined): text is View => text !== undefined && Object.hasOwn(views, text);

export function casesIn(view: View, cases: readonly Summary[]): readonly Summary[] {
  const states: readonly CaseState[] = views[view].states;
  return cases.filter(({ state }) => states.includes(state));
}

/** The case before or after the selected one; the first where none is selected. */
export function neighbour(cases: readonly Summary[], selected: string | undefined, step: 1 | -1): string | undefined {
  const at = cases.findIndex(({ caseId }) => caseId === selected);
  if (at < 0) return cases[0]?.caseId;
  return cases[Math.min(cases.length - 1, Math.max(0, at + step))]?.caseId;
}

/** Each state as the desk says it. */
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

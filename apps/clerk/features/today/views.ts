import type { CaseState } from '../../../../shared/wire/cases.ts';
import { isPostponed } from '../../words.ts';
import type { Summary } from './requests.ts';

/** The lists of the first screen. A case with something still to do stands under its tasks too, also when it is over. */
export const views = {
  open: {
    label: 'Offen',
    shows: inState('prepared', 'handed-over', 'filling', 'reviewing', 'on-paper', 'declined', 'confirmed', 'accepted'),
  },
  waiting: {
    label: 'Wartet auf Sie',
    shows: (one: Summary) => !isPostponed(one) && isOurs(one),
  },
  postponed: { label: 'Zurückgestellt', shows: isPostponed },
  tasks: { label: 'Aufgaben', shows: ({ openTasks }: Summary) => openTasks > 0 },
  finished: { label: 'Abgeschlossen', shows: inState('finished') },
} as const satisfies Record<string, { label: string; shows(one: Summary): boolean }>;
const isOurs = inState('prepared', 'declined', 'confirmed', 'on-paper', 'sealed', 'entered');

export type View = keyof typeof views;

export const isView = (text: string | undefined): text is View => text !== undefined && Object.hasOwn(views, text);

export const casesIn = (view: View, cases: readonly Summary[]): readonly Summary[] => cases.filter(views[view].shows);

function inState(...states: readonly CaseState[]) {
  return ({ state }: Summary): boolean => states.includes(state);
}

/** The case before or after the selected one; the first where none is selected. */
export function neighbour(cases: readonly Summary[], selected: string | undefined, step: 1 | -1): string | undefined {
  const at = cases.findIndex(({ caseId }) => caseId === selected);
  if (at < 0) return cases[0]?.caseId;
  return cases[Math.min(cases.length - 1, Math.max(0, at + step))]?.caseId;
}

import { Refusal } from '../../../shared/base/refusal.ts';
import type { CaseState } from '../../../shared/wire/cases.ts';

/**
 * The life of a case as data: which action belongs to which state, and where it leads. Whoever reads this table knows
 * the counter; code below only looks things up. `stays` keeps the state.
 */
export const lifecycle = {
  // The clerk's desk.
  prepare: { from: ['prepared', 'handed-over', 'filling', 'confirmed'], to: 'stays' },
  'hand-over': { from: ['prepared'], to: 'handed-over' },
  recall: { from: ['handed-over', 'filling', 'reviewing', 'on-paper', 'declined'], to: 'prepared' },
  'clear-desk': { from: ['confirmed', 'accepted', 'sealed', 'entered', 'finished'], to: 'stays' },
  override: { from: ['reviewing'], to: 'prepared' },
  'return-to-desk': { from: ['confirmed'], to: 'prepared' },
  'return-to-tablet': { from: ['confirmed'], to: 'filling' },
  'file-paper': { from: ['on-paper'], to: 'confirmed' },
  'note-mark': { from: ['reviewing', 'confirmed'], to: 'stays' },
  accept: { from: ['confirmed'], to: 'accepted' },
  enter: { from: ['sealed'], to: 'entered' },
  // After the end too: a copy that was owed is handed out later.
  'hand-out': { from: ['confirmed', 'accepted', 'sealed', 'entered', 'finished'], to: 'stays' },
  // A certificate that was wrong, found at the counter or years later.
  withdraw: { from: ['entered', 'finished'], to: 'stays' },
  reissue: { from: ['entered', 'finished'], to: 'stays' },
  finish: { from: ['prepared', 'declined', 'entered'], to: 'finished' },
  // The tablet.
  begin: { from: ['handed-over'], to: 'filling' },
  fill: { from: ['filling'], to: 'stays' },
  review: { from: ['filling'], to: 'reviewing' },
  'leave-review': { from: ['reviewing'], to: 'filling' },
  confirm: { from: ['reviewing'], to: 'stays' },
  'confirm-last': { from: ['reviewing'], to: 'confirmed' },
  decline: { from: ['filling', 'reviewing'], to: 'declined' },
  'print-paper': { from: ['reviewing'], to: 'on-paper' },
  copy: { from: ['confirmed', 'accepted', 'sealed', 'entered', 'finished'], to: 'stays' },
  end: {
    from: ['on-paper', 'declined', 'confirmed', 'accepted', 'sealed', 'entered', 'finished'],
    to: 'stays',
  },
  // The office itself.
  seal: { from: ['accepted'], to: 'sealed' },
  abandon: {
    from: ['prepared', 'handed-over', 'filling', 'reviewing', 'on-paper', 'declined'],
    to: 'finished',
  },
} as const satisfies Record<string, { from: readonly CaseState[]; to: CaseState | 'stays' }>;

export type CaseAction = keyof typeof lifecycle;

/** Where the action leads from here. Refuses with `case-leased` or `case-not-in-state`. */
export function stateAfter(action: CaseAction, state: CaseState): CaseState {
  const { to } = lifecycle[action];
  if (!isPossible(action, state)) throw new Refusal(refusalFor(action, state), { state });
  return to === 'stays' ? state : to;
}

export function isPossible(action: CaseAction, state: CaseState): boolean {
  const from: readonly CaseState[] = lifecycle[action].from;
  return from.includes(state);
}

/** What a frozen revision forbids is said in its own words: the clerk can recall it. */
const refusalFor = (action: CaseAction, state: CaseState) =>
  state === 'reviewing' && (action === 'prepare' || action === 'fill') ? 'case-leased' : 'case-not-in-state';

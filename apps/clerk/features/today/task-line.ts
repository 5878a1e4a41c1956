import { formatPartialDate } from '../../../kit/i18n/dates.ts';
import { openTaskWords } from '../../words.ts';
import type { Summary } from './requests.ts';
import { text } from './text.ts';

/**
 * How much is to do for a case, and until when; empty where nothing is. What it is stands in the case only: this list
 * is open all day, and one of the tasks is that somebody asks for protection (§ 51 BMG).
 */
export function taskLine({ state, openTasks, due }: Summary, today: string): string {
  if (openTasks === 0) return '';
  // A finished case says the number with its state.
  const count = state === 'finished' ? [] : [openTaskWords(openTasks)];
  const last = due === null ? [] : [(due < today ? text.overdue : text.due)(formatPartialDate(due))];
  return [...count, ...last].join(', ');
}

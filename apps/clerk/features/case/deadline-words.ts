import { daysBetween } from '../../../../shared/base/calendar.ts';
import type { Day } from '../../../../shared/base/partial-date.ts';
import { formatPartialDate } from '../../../kit/i18n/dates.ts';

/** How much time there is, for the chip in the header. Being late keeps nobody from registering; the desk only knows it. */
export type DeadlineWords = { kind: 'info' | 'warning'; words: string };

/** Days left from which on the chip warns. */
const soonDays = 3;

export function deadlineWords(last: Day | undefined, today: Day): DeadlineWords | undefined {
  if (last === undefined) return undefined;
  const left = daysBetween(today, last);
  const on = formatPartialDate(last);
  if (left < 0) return { kind: 'warning', words: `Frist seit ${days(-left, 'Tagen')} vorbei (${on})` };
  if (left === 0) return { kind: 'warning', words: `Frist endet heute (${on})` };
  return { kind: left <= soonDays ? 'warning' : 'info', words: `Frist: noch ${days(left, 'Tage')} (${on})` };
}

/** The dative of one day is the same word. */
const days = (count: number, many: string) => (count === 1 ? '1 Tag' : `${count} ${many}`);

import type { Day } from '../../../shared/base/partial-date.ts';
import { type Instant, toInstant } from '../../../shared/base/instant.ts';

/**
 * The days of the office are those on the wall of the counter (Europe/Berlin): what a receipt calls yesterday is what
 * people at the counter call yesterday, in summer and in winter.
 */
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

export const dayOf = (at: Instant | Date): Day => wall.format(new Date(at));

/** Midnight is an hour or two before that of UTC; Germany changes its clocks at two and three in the morning. */
export function startOf(day: Day): Instant {
  const summer = new Date(`${day}T00:00:00.000+02:00`);
  return toInstant(dayOf(summer) === day ? summer : new Date(`${day}T00:00:00.000+01:00`));
}

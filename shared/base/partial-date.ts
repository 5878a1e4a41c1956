/**
 * Dates as people know them. Births abroad are often registered with the year alone, so a birth date is full, a
 * month, a year or unknown (`teilbekanntesDatum` of XMeld), written `1950-04-30`, `1950-04`, `1950`, `unknown`.
 */
export type PartialDate =
  | { kind: 'full'; year: number; month: number; day: number }
  | { kind: 'month'; year: number; month: number }
  | { kind: 'year'; year: number }
  | { kind: 'unknown' };

/** A day of the calendar, `YYYY-MM-DD`. Comparing two as text compares them in time. */
export type Day = string;

/** Reads a partial date; undefined where no calendar has it. Registers write zeros (`1950-00-00`) for what is not known. */
export function partialDateOf(text: string): PartialDate | undefined {
  if (text === 'unknown') return { kind: 'unknown' };
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  if (year === 0) return month === 0 && day === 0 && found[3] !== undefined ? { kind: 'unknown' } : undefined;
  if (month === 0) return day === 0 ? { kind: 'year', year } : undefined;
  if (month > 12) return undefined;
  if (day === 0) return { kind: 'month', year, month };
  return day <= daysIn(year, month) ? { kind: 'full', year, month, day } : undefined;
}

/** `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `unknown`: the one way a partial date is stored. */
export function partialDateText(date: PartialDate): string {
  if (date.kind === 'unknown') return 'unknown';
  const parts = [String(date.year).padStart(4, '0')];
  if (date.kind !== 'year') parts.push(two(date.month));
  if (date.kind === 'full') parts.push(two(date.day));
  return parts.join('-');
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && partialDateOf(text)?.kind === 'full';

/** The first day it can have been; undefined where nothing is known. */
export function earliestDay(date: PartialDate): Day | undefined {
  if (date.kind === 'unknown') return undefined;
  return dayText(date.year, date.kind === 'year' ? 1 : date.month, date.kind === 'full' ? date.day : 1);
}

/** The last day it can have been; undefined where nothing is known. */
export function latestDay(date: PartialDate): Day | undefined {
  if (date.kind === 'unknown') return undefined;
  const month = date.kind === 'year' ? 12 : date.month;
  return dayText(date.year, month, date.kind === 'full' ? date.day : daysIn(date.year, month));
}

/**
 * Whole years between a birth and a day, at least and at most. A life year is complete at the beginning of the
 * birthday (§ 187 Abs. 2, § 188 Abs. 2 BGB); who is born on 29 February completes it with 28 February.
 */
export function ageOn(birth: PartialDate, day: Day): { atLeast: number; atMost: number } | undefined {
  const [earliest, latest] = [earliestDay(birth), latestDay(birth)];
  if (earliest === undefined || latest === undefined) return undefined;
  return { atLeast: yearsBetween(latest, day), atMost: yearsBetween(earliest, day) };
}

function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (part: number): string => String(part).padStart(2, '0');
const dayText = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

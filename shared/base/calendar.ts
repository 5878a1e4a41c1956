import type { Day } from './partial-date.ts';

/**
 * Days as authorities count them: holidays of Baden-Württemberg (§ 1 Feiertagsgesetz BW), ends of periods
 * (§ 31 Abs. 3 VwVfG, § 193 BGB) and Werktage. A day is text, `YYYY-MM-DD`; no time zone can move it.
 */
export function addDays(day: Day, days: number): Day {
  return textOfUtc(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay);
}

/** Days from one to the other; negative where the other lies before. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The holidays of a year in Baden-Württemberg, by day. */
export function holidaysOf(year: number): ReadonlyMap<Day, string> {
  const easter = easterSunday(year);
  const fixed = (monthAndDay: string): Day => `${String(year).padStart(4, '0')}-${monthAndDay}`;
  return new Map([
    [fixed('01-01'), 'Neujahr'],
    [fixed('01-06'), 'Erscheinungsfest'],
    [addDays(easter, -2), 'Karfreitag'],
    [addDays(easter, 1), 'Ostermontag'],
    [fixed('05-01'), '1. Mai'],
    [addDays(easter, 39), 'Christi Himmelfahrt'],
    [addDays(easter, 50), 'Pfingstmontag'],
    [addDays(easter, 60), 'Fronleichnam'],
    [fixed('10-03'), 'Tag der Deutschen Einheit'],
    [fixed('11-01'), 'Allerheiligen'],
    [fixed('12-25'), 'Erster Weihnachtstag'],
    [fixed('12-26'), 'Zweiter Weihnachtstag'],
  ]);
}

export const isHoliday = (day: Day): boolean => holidaysOf(Number(day.slice(0, 4))).has(day);

/** Neither Sunday nor holiday; Saturday is a Werktag. */
export const isWerktag = (day: Day): boolean => weekdayOf(day) !== 7 && !isHoliday(day);

/** Monday to Friday without holidays: a day on which a period may end. */
export const isWorkingDay = (day: Day): boolean => weekdayOf(day) < 6 && !isHoliday(day);

/** The end of a period of so many days after an event: the last day, moved to the next working day (§ 31 Abs. 3 VwVfG). */
export function endOfPeriod(event: Day, days: number): Day {
  let end = addDays(event, days);
  while (!isWorkingDay(end)) end = addDays(end, 1);
  return end;
}

/** The n-th Werktag after a day. */
export function werktageAfter(day: Day, count: number): Day {
  let end = day;
  for (let left = count; left > 0;) {
    end = addDays(end, 1);
    if (isWerktag(end)) left -= 1;
  }
  return end;
}

/** Easter Sunday of the Gregorian calendar (computus of Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return textOfUtc(Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1));
}

const millisecondsPerDay = 86_400_000;
const textOfUtc = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);

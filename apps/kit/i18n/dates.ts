/** Dates and times as people in Germany write them, whatever the browser is set to. */

/** `2026-11-03` to `03.11.2026`, `2026-11` to `11.2026`, `2026` stays; `unknown` to `unbekannt`; else the text itself. */
export function formatPartialDate(date: string): string {
  if (date === 'unknown') return 'unbekannt';
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return date;
  return [match[3], match[2], match[1]].filter((part) => part !== undefined).join('.');
}

const time = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' });
const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: 'Europe/Berlin' });
const long = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'Europe/Berlin' });

/** An instant as `10:42` on the clock of the office. */
export const formatTime = (at: string | Date): string => time.format(new Date(at));

/** An instant as `23.11.2026`. */
export const formatDay = (at: string | Date): string => day.format(new Date(at));

/** An instant as `Montag, 23. November 2026`. */
export const formatLongDay = (at: string | Date): string => long.format(new Date(at));

/** The day in the office as `2026-11-23`, whatever clock the device is set to. */
export const dayInOffice = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(at);

/** An instant as `23.11.2026, 10:42`. */
export const formatInstant = (at: string | Date): string => `${formatDay(at)}, ${formatTime(at)}`;

import type { Instant } from '../../shared/base/instant.ts';

/** Instants as people in the office read them: the clock on the wall, wherever the server stands. */
const wall = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `23.11.2026 um 10:42 Uhr` */
export function germanMoment(instant: Instant | Date): string {
  const { day, month, year, hour, minute } = partsOf(instant);
  return `${day}.${month}.${year} um ${hour}:${minute} Uhr`;
}

/** `23.11.2026, 10:42:07` */
export function germanSecond(instant: Instant | Date): string {
  const { day, month, year, hour, minute, second } = partsOf(instant);
  return `${day}.${month}.${year}, ${hour}:${minute}:${second}`;
}

/** `23.11.2026` */
export function germanDay(instant: Instant | Date): string {
  const { day, month, year } = partsOf(instant);
  return `${day}.${month}.${year}`;
}

function partsOf(instant: Instant | Date): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(wall.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

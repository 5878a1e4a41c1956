/**
 * A date while it is being typed: three texts. What is incomplete or impossible keeps its place in the joined text
 * (`1980--05`), so that nothing typed is lost and the rules of the form can say what is missing.
 */
export type DateParts = { day: string; month: string; year: string };

/** `YYYY-MM-DD`, also with pieces missing or wrong; `unknown` and an empty text have no parts. */
export function splitDate(value: string): DateParts {
  const [year = '', month = '', day = ''] = value === 'unknown' ? [] : value.split('-');
  return { day, month, year };
}

/** Joins to `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or, with nothing typed, an empty text. */
export function joinDate(parts: DateParts): string {
  const day = pad(parts.day);
  const month = pad(parts.month);
  const year = parts.year.trim();
  if (day !== '') return `${year}-${month}-${day}`;
  if (month !== '') return `${year}-${month}`;
  return year;
}

/** A whole date as people write it, `3.11.2026`, such as one that was copied from elsewhere. */
export function readWrittenDate(text: string): DateParts | undefined {
  const match = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*$/.exec(text);
  const [, day, month, year] = match ?? [];
  return day === undefined || month === undefined || year === undefined ? undefined : { day, month, year };
}

const pad = (digits: string) => {
  const trimmed = digits.trim();
  return /^\d$/.test(trimmed) ? `0${trimmed}` : trimmed;
};

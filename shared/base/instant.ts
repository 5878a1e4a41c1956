/** An instant as it is hashed and stored: UTC with milliseconds, `2026-11-23T09:00:00.000Z`. */
export type Instant = string;

export const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Whether the text is an instant that the calendar has; `2026-13-45T25:61:61.999Z` only looks like one. */
export const isInstant = (text: string): boolean =>
  instantPattern.test(text) && !Number.isNaN(Date.parse(text)) && toInstant(new Date(text)) === text;

export const toInstant = (at: Date): Instant => at.toISOString();

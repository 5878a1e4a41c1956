/** An instant as it is hashed and stored: UTC with milliseconds, `2026-11-23T09:00:00.000Z`. */
export type Instant = string;

export const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export const toInstant = (at: Date): Instant => at.toISOString();

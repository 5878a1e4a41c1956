/** A date as PDF writes it (ISO 32000-1 § 7.9.4), in UTC: `D:20261123065900Z`. */
export const pdfDate = (at: Date): string => `D:${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;

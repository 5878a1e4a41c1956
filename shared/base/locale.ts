/** The languages a citizen can read beside the binding German: plain German ("Einfach erklärt") and English. */
export const locales = ['de', 'plain', 'en'] as const;
export type Locale = (typeof locales)[number];

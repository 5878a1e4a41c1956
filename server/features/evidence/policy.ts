/** Who may see which days are closed, and which roots wait. It says how many cases moved, and nothing of any. */
export const may = { seeDays: ['lead', 'administrator'] } as const;

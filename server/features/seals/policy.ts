/** Who may see how long the city's seal still lasts. */
export const may = { see: ['lead', 'administrator'] } as const;

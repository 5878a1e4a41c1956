/** Words around the Nachweis. */
export const text = {
  loading: 'Der Nachweis wird geladen.',
  intact: (count: number) => `Kette unversehrt, ${count === 1 ? '1 Eintrag' : `${count} Einträge`}`,
  broken: 'Die Kette ist nicht unversehrt',
  download: 'Nachweis herunterladen',
} as const;

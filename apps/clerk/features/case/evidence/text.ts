/** Words around the Nachweis. */
export const text = {
  loading: 'Der Nachweis wird geladen.',
  intact: (count: number) => `Kette unversehrt, ${count} Einträge`,
  broken: 'Die Kette ist nicht unversehrt',
  download: 'evidence.json herunterladen',
} as const;

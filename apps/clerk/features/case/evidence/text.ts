/** Words around the Nachweis. */
export const text = {
  loading: 'Der Nachweis wird geladen.',
  intact: (count: number) => `Kette unversehrt, ${count === 1 ? '1 Eintrag' : `${count} Einträge`}`,
  broken: 'Die Kette ist nicht unversehrt',
  showIds: 'Kennungen zeigen',
  hideIds: 'Kennungen verbergen',
  ids: (position: number) => `Kennungen von Eintrag ${position}`,
  position: 'Eintrag',
  event: 'Ereignis',
  actor: 'Wer',
  hash: 'Hash',
  download: 'Nachweis herunterladen',
  report: 'Nachweisbericht erstellen',
  reportMaking: 'Wird erstellt',
  reportHint: 'Für ein Gericht: alles, was hier steht, als gesiegeltes Dokument. Es liegt danach bei den Papieren.',
} as const;

/** Every limit of the office, named once with its unit. */
export const limits = {
  personsPerCase: 8,
  signersPerCase: 8,
  requestBodyBytes: 256 * 1024,
  jsonDepth: 32,
  /** Entries of a list or fields of an item in one answer. */
  answerEntries: 100,
  textLength: 500,
  nameLength: 200,
  pathLength: 200,
  drawingPaths: 60,
  drawingPoints: 4_000,
  pairingCodeMinutes: 10,
  deviceChallengeSeconds: 60,
  deviceSessionHours: 12,
  deviceContactSeconds: 10,
  liveTabsPerSession: 20,
  staffSessionHours: 10,
  leaseChallengeHours: 24,
  /** A tablet that was not heard of for longer counts as unreachable. */
  tabletSilentSeconds: 90,
  /** How long accepting waits for the sealed document before the screen goes on without it. */
  sealWaitSeconds: 3,
  caseListRows: 200,
  copyTokenHours: 24,
  birthDateTries: 5,
  /** Refused links from one network address. */
  copyLinkTries: 60,
  copyLinkTriesSeconds: 15 * 60,
  pinTries: 5,
  scanBytes: 10 * 1024 * 1024,
  /** Jobs that may wait for a worker; one more is refused. */
  documentsWaiting: 200,
  documentSeconds: 30,
} as const;

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
  /** Acts of a case that came after it was taken back: three times as many as it can have signers. */
  lateActsPerCase: 24,
  /** How long what was typed before a recall may still arrive from the tablet that showed the case. */
  recallGraceSeconds: 90,
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
  /** Of one clerk; some forty families come on a busy day. */
  registerSearches: 60,
  registerSearchesSeconds: 60 * 60,
  /** How long what the register gave may begin a case. */
  registerFindMinutes: 15,
  /** § 5 1. BMeldDÜV. */
  registerLogMonths: 12,
  registerLogRows: 200,
  /** An Echtheitscode answers so long, and no longer than its case is kept. */
  authenticityCodeDays: 2 * 365,
  /** Codes that one network address may ask for, right or wrong. */
  authenticityCodeTries: 60,
  authenticityCodeTriesSeconds: 15 * 60,
  /** Sheets that one desk's printer takes; a child at the tablet finds the button too. */
  printsPerDesk: 30,
  printsPerDeskSeconds: 10 * 60,
  scanBytes: 10 * 1024 * 1024,
  /** Jobs that may wait for a worker; one more is refused. */
  documentsWaiting: 200,
  documentSeconds: 30,
  /** How often a job is tried again; the pauses double from the first to the longest, two days in all. */
  jobRetries: 200,
  jobFirstPauseSeconds: 1,
  jobLongestPauseSeconds: 15 * 60,
  jobSeconds: 120,
  /** Who works at a job says so this often at least; of one who is silent longer it is taken away. */
  jobHeartbeatSeconds: 20,
  /** How often the queue looks for such jobs. */
  jobWatchSeconds: 10,
  /** A level that could not be confirmed is looked at again, for about ten days. */
  levelRetries: 48,
  levelFirstPauseSeconds: 60,
  levelLongestPauseSeconds: 6 * 60 * 60,
  /** How long a document waits for its first time stamp before it is sealed without one. */
  timestampWaitSeconds: 1.5,
  /** How long one question to a service outside may take, and how long one that did not answer is left alone. */
  outsideSeconds: 10,
  outsidePauseSeconds: 30,
  timestampAnswerBytes: 64 * 1024,
  ocspAnswerBytes: 64 * 1024,
  crlBytes: 10 * 1024 * 1024,
  /** An answer about a certificate is asked for anew after this, however long it is meant to hold. */
  revocationMemorySeconds: 60 * 60,
  revocationMemoryEntries: 100,
  /** How long the last good word about the seal's certificate counts while nobody answers. */
  sealStatusHours: 24,
  /** How long a document waits for that word, and how often a good one is written down. */
  sealStatusWaitSeconds: 1.5,
  sealStatusNoteMinutes: 10,
  /** Archive time stamps that one run orders anew, and after how long one that was ordered is ordered again. */
  renewalsAtOnce: 500,
  renewalPauseDays: 11,
  /** How long after midnight a day is closed: nothing that began in it is still at work. */
  dayClosesAfterMinutes: 60,
  /** How far back an entry may be dated and still stand in the next day's tree. */
  lateEvidenceDays: 7,
  rootStampSeconds: 20,
  /** A year and a month. */
  evidenceDaysShown: 400,
  /** A case that ended without a confirmation is erased by then at the latest; a tablet without network may still send. */
  abandonedHours: 72,
  /** A case that nobody confirmed and nobody touched for longer is ended and erased. */
  draftLifetimeDays: 30,
  /** A backup is younger than that, or nobody restores it. */
  backupDays: 35,
  /** Cases that one run of the job erases. */
  erasedAtOnce: 200,
} as const;

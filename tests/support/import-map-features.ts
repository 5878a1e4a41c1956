/** The part of the architecture's map that is about the features of the server, with its written exceptions. */

/** The seal's ladder asks for time and for revocations, and says what our own verification is given. */
const onTheLadder = ['server/anchors.ts', 'server/ports/', 'type server/sealing/'];

/** What the features of the counter have in common. */
const onTheCase = [
  'server/features/*/tables.ts',
  'server/features/evidence/actions.ts',
  'server/context.ts',
  'server/tokens.ts',
  'type server/db/client.ts',
  'shared/',
  'drizzle-orm',
  'type valibot',
];

export const featuresMayImport: Readonly<Record<string, readonly string[]>> = {
  'server/features/*/': [
    'server/features/$1/',
    'server/features/*/tables.ts',
    'server/features/evidence/actions.ts',
    'server/context.ts',
    'server/tokens.ts',
    'server/rate-limit.ts',
    'type server/db/client.ts',
    'server/db/transaction.ts',
    'server/ports/',
    'shared/',
    'drizzle-orm',
    'valibot',
    'jose',
  ],
  // Written exceptions, each with its reason in server/README.md: signing and documents stand on the case, whose spine
  // (lock, state, save) is the only way to write one; the routes of `cases` and a filed sheet hand over to documents.
  'server/features/cases/': ['server/features/cases/', 'server/rate-limit.ts', 'type server/ports/', ...onTheCase],
  'server/features/cases/paper.ts': ['server/features/cases/', 'server/features/documents/vault.ts', ...onTheCase],
  'server/features/cases/routes.ts': [
    'server/features/cases/',
    'server/features/documents/evidence-report.ts',
    'server/features/documents/hand-out.ts',
    'server/features/documents/try-again.ts',
    'server/features/documents/withdraw.ts',
    'server/features/documents/seal-now.ts',
    'server/features/evidence/',
    'server/context.ts',
    'server/http.ts',
    'shared/',
    'hono',
    'valibot',
  ],
  'server/features/signing/': [
    'server/features/signing/',
    'server/features/cases/',
    'server/features/documents/typeset-declaration.ts',
    'server/features/documents/print.ts',
    ...onTheCase,
  ],
  'server/features/documents/': [
    'server/features/documents/',
    'server/features/cases/',
    'server/features/evidence/',
    'server/features/checking/codes.ts',
    'type server/ports/',
    'server/typesetting/attachments.ts',
    'server/typesetting/evidence-report.ts',
    'server/typesetting/meldebestaetigung.ts',
    'server/typesetting/sheet.ts',
    ...onTheLadder,
    'type server/jobs.ts',
    'server/rate-limit.ts',
    ...onTheCase,
  ],
  // The day a certificate was withdrawn is one of the office's days.
  'server/features/checking/': ['server/features/checking/', 'server/features/evidence/office-day.ts', ...onTheCase],
  // Whoever watches over the seals asks their issuers the way a seal is made.
  'server/features/seals/': [
    'server/features/seals/',
    'server/features/documents/seal-status.ts',
    'server/ports/',
    ...onTheCase,
  ],
  'server/features/documents/routes.ts': [
    'server/features/documents/',
    'server/features/cases/queries.ts',
    'server/context.ts',
    'server/http.ts',
    'server/rate-limit.ts',
    'shared/',
    'hono',
    'valibot',
  ],
  // What a backup brought back is held to its own evidence, file by file.
  'server/features/evidence/restored.ts': [
    'server/features/evidence/',
    'server/features/*/tables.ts',
    'server/features/documents/vault.ts',
    'server/context.ts',
    'type server/db/client.ts',
    'shared/',
    'drizzle-orm',
  ],
  'server/features/*/policy.ts': ['type server/http.ts', 'shared/'],
  'server/features/*/routes.ts': [
    'server/features/$1/',
    'server/anchors.ts',
    'server/context.ts',
    'server/cookies.ts',
    'server/http.ts',
    'server/rate-limit.ts',
    'shared/',
    'hono',
    'valibot',
  ],
  'server/features/*/tables.ts': ['server/features/*/tables.ts', 'shared/', 'drizzle-orm', 'type valibot'],
};

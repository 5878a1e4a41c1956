import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { postgresBlobs } from './adapters/blobs/postgres.ts';
import { openDeletionLog } from './adapters/deletion-log/file.ts';
import { openKeyFile } from './adapters/keys/key-file.ts';
import { openDemoTimestamps } from './adapters/timestamps/demo.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { BackupRefused } from './db/backup-crypt.ts';
import { startEmbedded } from './db/embedded.ts';
import { restoreBackup } from './db/restore.ts';
import { repeatDeletions } from './features/cases/erase-again.ts';
import { checkRestored, type Findings } from './features/evidence/restored.ts';
import { plainError } from './log.ts';
import { openSeals } from './open-seals.ts';
import type { SealAnchors } from './ports/sealer.ts';
import { readAnchors } from './sealing/anchors-folder.ts';
import { startTypesetter } from './typesetting/start-typesetter.ts';

/**
 * `npm run restore -- FILE [--anchors DIR] [--without-deletion-log]`: brings a backup into the empty database of the configured office, deletes
 * what the deletion log names, and verifies every chain and every seal; only then all of it stays. Who may have issued
 * seals comes from DIR, or from the seal and the time stamps that are configured. Ends 0 where the office may be opened,
 * 1 where the database is as empty as before, 64 on wrong use.
 */
async function runRestore(args: readonly string[]): Promise<number> {
  const { file, anchors, withoutLog } = readArguments(args);
  if (file === undefined) {
    console.error('Usage: npm run restore -- FILE [--anchors DIR] [--without-deletion-log]');
    return 64;
  }
  const config = readConfig();
  if (!existsSync(config.keyFile))
    throw new BackupRefused(`${config.keyFile} is missing: without the key file no backup opens. Put it there first.`);
  if (!existsSync(config.deletionLog) && !withoutLog)
    throw new BackupRefused(
      `${config.deletionLog} is missing: without it cases that were deleted would come back. Put it there first, or say --without-deletion-log where nothing was ever deleted.`,
    );
  const { seal, timestamps, crls } = await (anchors === undefined ? configured(config) : readAnchors(anchors));
  const trust = { sealAnchors: seal, tsaAnchors: timestamps, revocation: crls, at: new Date() };
  const { repeated, found } = await restore(config, resolve(file), trust);
  console.log(
    `${file} is restored: ${found.chains} chains, ${found.days} closed days and ${found.documents} documents are whole; ` +
      `${repeated} cases were deleted anew. ${issuersWords(found)}\n` +
      'Tablets that were blocked and certificates that were withdrawn since the backup was made count again: see to them before the office opens.',
  );
  return 0;
}

async function restore(config: Config, file: string, trust: Parameters<typeof checkRestored>[2]) {
  const keys = await openKeyFile(config.keyFile);
  const embedded = config.database ? undefined : await startEmbedded(join(config.dataDir, 'database'));
  const database = config.database ?? embedded;
  if (!database) throw new Error('no database'); // One of the two always is.
  const typesetter = startTypesetter({ workers: 1 });
  const office = {
    now: () => new Date(),
    randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
    keys,
    blobs: postgresBlobs,
    typesetter,
    deletionLog: openDeletionLog(config.deletionLog),
    // Nobody looks on while an office is restored.
    live: { publish: async () => {}, endSession: async () => {} },
  };
  let outcome: { repeated: number; found: Findings } | undefined;
  try {
    await restoreBackup({
      file,
      ownerUrl: database.ownerUrl,
      roles: { app: roleOf(database.appUrl), retention: roleOf(database.retentionUrl) },
      now: office.now(),
      unwrap: (wrapped) => keys.unwrap(wrapped),
      async before(db) {
        const repeated = await repeatDeletions(office, db);
        outcome = { repeated, found: await checkRestored(office, db, trust) };
      },
    });
  } finally {
    await typesetter.close();
    await embedded?.stop();
  }
  if (!outcome) throw new Error('nothing was verified');
  return outcome;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { anchors: { type: 'string' }, 'without-deletion-log': { type: 'boolean' } },
  });
  return {
    file: positionals.length === 1 ? positionals[0] : undefined,
    anchors: values.anchors,
    withoutLog: values['without-deletion-log'] === true,
  };
}

/** A seal that cannot be opened here, for its key lies elsewhere, keeps nobody from restoring: it is only not traced. */
async function configured(config: Config): Promise<SealAnchors> {
  const now = () => new Date();
  const none: SealAnchors = { seal: [], timestamps: [], crls: [] };
  const say = (error: unknown) => {
    console.error(`Not everybody who may have issued seals is known: ${error instanceof Error ? error.message : ''}`);
  };
  const asked = async (): Promise<SealAnchors> => (await openSeals(config, { ...config, now, onAway: say })).anchors();
  const found = await asked().catch((error: unknown) => (say(error), none));
  const { mode, dataDir } = config;
  if (config.timestamps !== 'demo') {
    const time = await readAnchors(config.time.anchorsFolder).catch((error: unknown) => (say(error), none));
    return { ...found, timestamps: [...found.timestamps, ...time.timestamps], crls: [...found.crls, ...time.crls] };
  }
  const time = await openDemoTimestamps({ file: join(dataDir, 'demo-timestamps.json'), mode, now });
  const [anchors, crls] = [await time.anchors(), await time.lists()];
  return { ...found, timestamps: [...found.timestamps, ...anchors], crls: [...found.crls, ...crls] };
}

const issuersWords = ({ documents, undecided }: Findings): string =>
  documents === 0
    ? ''
    : undecided === 0
      ? 'Every seal is traced to its issuer.'
      : `${undecided} of the seals are whole, but not everything about their issuer could be told.`;

const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);

process.exitCode = await runRestore(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(error.sentences.join('\n'));
  else if (error instanceof BackupRefused) console.error(error.message);
  // PostgreSQL repeats the row it refused.
  else console.error('Not restored, the database is as empty as before:', plainError(error));
  return 1;
});

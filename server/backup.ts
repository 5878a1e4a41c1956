import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openKeyFile } from './adapters/keys/key-file.ts';
import { ConfigError, readConfig } from './config.ts';
import { BackupRefused } from './db/backup-crypt.ts';
import { writeBackup } from './db/backup.ts';
import { startEmbedded } from './db/embedded.ts';
import { plainError } from './log.ts';

/**
 * `npm run backup -- FILE`: the whole database of the configured office as one encrypted file, while the office works.
 * The key file is not in it: both are needed for a restore, and they lie in different places. Ends 0 where the file is
 * whole and on the disk, 1 where it could not be written, 64 on wrong use.
 */
async function runBackup(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    console.error('Usage: npm run backup -- FILE');
    return 64;
  }
  const config = readConfig();
  if (!existsSync(config.keyFile)) throw new BackupRefused(`There is no office here: ${config.keyFile} is missing.`);
  const keys = await openKeyFile(config.keyFile);
  const embedded = config.database ? undefined : await startEmbedded(join(config.dataDir, 'database'));
  const ownerUrl = config.database?.ownerUrl ?? embedded?.ownerUrl ?? '';
  try {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const key = { bytes, wrapped: await keys.wrap(bytes) };
    const { expiresAt } = await writeBackup({ ownerUrl, file: resolve(file), now: new Date(), key });
    console.log(`${file} is written. It can be restored until ${expiresAt.slice(0, 10)}, with the key file only.`);
    return 0;
  } finally {
    await embedded?.stop();
  }
}

process.exitCode = await runBackup(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof ConfigError) console.error(error.sentences.join('\n'));
  else console.error(error instanceof BackupRefused ? error.message : plainError(error));
  return 1;
});

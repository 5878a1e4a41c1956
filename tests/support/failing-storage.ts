import { join, resolve } from 'node:path';
import { PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { startEmbedded } from '../../server/db/embedded.ts';

/**
 * The running office of the journeys cannot store a file any more, as on a full disk, until `mend`. What the queue
 * would only give up after days is given up by `giveUp`, by the queue's own door.
 */
export async function breakStorage(dataDir: string) {
  const { ownerUrl } = await startEmbedded(join(resolve(dataDir), 'database')); // The office's own server: it runs, and is adopted.
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql`alter table blobs add constraint storage_is_broken check (false) not valid`;
  return {
    async giveUp(of: { caseId: string; documentId: string }) {
      const boss = new PgBoss({
        connectionString: ownerUrl,
        max: 1,
        migrate: false,
        supervise: false,
        schedule: false,
      });
      await boss.start();
      await boss.send('given-up', of);
      await boss.stop({ graceful: false });
    },
    async mend() {
      await sql`alter table blobs drop constraint storage_is_broken`;
      await sql.end();
    },
  };
}

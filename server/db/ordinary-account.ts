import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';

/** How a program is started as somebody who is not root. */
export type Launch = {
  prefix: readonly string[];
  account: { uid?: number; gid?: number };
  /** Gives a fresh, empty folder to that account. */
  own(folder: string): void;
};

const nobody = 65_534;

/**
 * PostgreSQL refuses to run as root. Root starts it in a user namespace in which root is called nobody: the files stay
 * root's, so a checkout below a folder that only root may enter works too, and nothing is left that only another
 * account may delete. Where the system forbids namespaces (some containers), it runs as the account nobody, which
 * needs a checkout that everybody may enter.
 */
export async function asOrdinaryAccount(folder: string): Promise<Launch> {
  if (process.getuid?.() !== 0) return { prefix: [], account: {}, own: () => {} };
  const prefix = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
  if (spawnSync('unshare', [...prefix.slice(1), 'true']).status === 0) return { prefix, account: {}, own: () => {} };
  const reached = spawnSync('ls', [folder, process.execPath], { uid: nobody, gid: nobody, stdio: 'ignore' });
  if (reached.error) throw new Error('As root PostgreSQL needs a user namespace or the right to change its account.');
  return {
    prefix: [],
    account: { uid: nobody, gid: nobody },
    own: (cluster) => chownSync(cluster, nobody, nobody),
  };
}

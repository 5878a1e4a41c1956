import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';

/** How a program is started as somebody who is not root. */
export type Launch = {
  prefix: readonly string[];
  account: { uid?: number; gid?: number };
  /** Gives a file or folder to that account. */
  own(path: string): void;
};

const nobody = 65_534;

/**
 * PostgreSQL refuses to run as root. Root starts it in a user namespace in which root is called nobody: the files stay
 * root's, so a checkout below a folder that only root may enter works too, and nothing is left that only another
 * account may delete. Where the system forbids namespaces (some containers), it runs as the account nobody, which
 * needs a checkout that everybody may enter.
 */
export async function asOrdinaryAccount(home: string): Promise<Launch> {
  if (process.getuid?.() !== 0) return { prefix: [], account: {}, own: () => {} };
  const prefix = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
  if (spawnSync('unshare', [...prefix.slice(1), 'true']).status === 0) return { prefix, account: {}, own: () => {} };
  const account = { uid: nobody, gid: nobody };
  const own = (path: string) => chownSync(path, nobody, nobody);
  own(home);
  if (spawnSync('ls', [home], { ...account, stdio: 'ignore' }).status !== 0)
    throw new Error(
      `PostgreSQL does not run as root. This system forbids user namespaces, and the account nobody cannot enter ${home}: move it, or set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_RETENTION_URL.`,
    );
  return { prefix: [], account, own };
}

import type { Office } from '../../context.ts';

/**
 * The request that waits for a document and the job that was ordered for it often want the same at the same moment.
 * Within one process the second waits for the first instead of making it again; between processes the database decides.
 */
export function oneAtATime(office: Office, key: string, work: () => Promise<void>): Promise<void> {
  const running = underway.get(office) ?? new Map<string, Promise<void>>();
  underway.set(office, running);
  const known = running.get(key);
  if (known) return known;
  const started = work().finally(() => running.delete(key));
  running.set(key, started);
  return started;
}

const underway = new WeakMap<Office, Map<string, Promise<void>>>();

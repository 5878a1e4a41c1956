import type { Instant } from '../../shared/base/instant.ts';

/**
 * What was deleted, kept where no backup of the database reaches: whoever restores a backup deletes once more what was
 * deleted since. An entry says which case, when and by which rule, and nothing about anybody.
 */
export type DeletionLog = {
  /** Adds what is not there yet and returns when it lies on the disk. The same case twice by the same kind of rule is one entry, the first. */
  note(deletions: readonly Deletion[]): Promise<void>;
  /** Every entry, the oldest first. Throws a plain Error where a line is none and is not the end of a broken write. */
  list(): Promise<readonly Deletion[]>;
};

/**
 * `rule`: `ended` (signing.md 3: what was abandoned is deleted), `untouched`, or `retention`, after which nothing
 * of the case is left; a case may stand there for that beside one of the others.
 */
export type Deletion = { what: 'case'; id: string; at: Instant; rule: 'ended' | 'untouched' | 'retention' };

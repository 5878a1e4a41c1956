import type { Bytes } from '../../shared/base/bytes.ts';

/** The printer of a desk. */
export type Printer = {
  /** Resolves when the printer has taken the job. Rejects with a plain Error that says what the printer said. */
  print(job: { deskId: string; name: string; pdf: Bytes }): Promise<void>;
};

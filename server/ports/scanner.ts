import type { Bytes } from '../../shared/base/bytes.ts';

/** The scanner of a desk: sheets that were scanned and not fetched yet, oldest first. */
export type Scanner = {
  list(deskId: string): Promise<readonly { scanId: string; name: string; scannedAt: string }[]>;
  /** The PDF of the scan; `undefined` where it is gone. */
  fetch(deskId: string, scanId: string): Promise<Bytes | undefined>;
  /** Ends the scan's stay in the folder, once it is stored in its case. */
  remove(deskId: string, scanId: string): Promise<void>;
};

import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../../../shared/base/limits.ts';
import type { Scanner } from '../../ports/scanner.ts';

/** A scanner of the demo office: every PDF that is dropped into the folder of a desk counts as scanned there. */
export const makeDemoScanner = (folder: string): Scanner => ({
  async list(deskId) {
    const tray = trayOf(folder, deskId);
    const names = await readdir(tray).catch(() => []);
    const scans = await Promise.all(names.map((name) => describe(tray, name)));
    return scans.filter((scan) => scan !== undefined).toSorted((a, b) => a.scannedAt.localeCompare(b.scannedAt));
  },
  async fetch(deskId, scanId) {
    const tray = trayOf(folder, deskId);
    const scan = await describe(tray, scanId);
    return scan && scan.size <= limits.scanBytes ? new Uint8Array(await readFile(join(tray, scanId))) : undefined;
  },
  async remove(deskId, scanId) {
    const tray = trayOf(folder, deskId);
    if (await describe(tray, scanId)) await rm(join(tray, scanId), { force: true });
  },
});

const trayOf = (folder: string, deskId: string) => join(folder, deskId.replaceAll(/[^A-Za-z0-9_-]+/g, '-'));

/** A scan is a plain file in the tray that ends as a PDF does: no folder, no link, nothing hidden, no path. */
async function describe(tray: string, name: string) {
  if (!/^[^./\\\0][^/\\\0]*\.pdf$/i.test(name)) return undefined;
  const file = await lstat(join(tray, name)).catch(() => undefined);
  if (!file?.isFile()) return undefined;
  return { scanId: name, name, scannedAt: file.mtime.toISOString(), size: file.size };
}

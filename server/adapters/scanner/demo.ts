import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../../../shared/base/limits.ts';
import type { Scanner } from '../../ports/scanner.ts';

/** A scanner of the demo office: every PDF that is dropped into the folder of a desk counts as scanned there. */
export const makeDemoScanner = (folder: string): Scanner => ({
  async list(deskId) {
    const tray = trayOf(folder, deskId);
    const names = (await readdir(tray).catch(() => [])).filter(isScan);
    const scans = await Promise.all(
      names.map(async (name) => ({
        scanId: name,
        name,
        scannedAt: (await stat(join(tray, name))).mtime.toISOString(),
      })),
    );
    return scans.toSorted((a, b) => a.scannedAt.localeCompare(b.scannedAt));
  },
  async fetch(deskId, scanId) {
    if (!isScan(scanId)) return undefined;
    const file = join(trayOf(folder, deskId), scanId);
    const size = (await stat(file).catch(() => undefined))?.size;
    if (size === undefined || size > limits.scanBytes) return undefined;
    return new Uint8Array(await readFile(file));
  },
  async remove(deskId, scanId) {
    if (isScan(scanId)) await rm(join(trayOf(folder, deskId), scanId), { force: true });
  },
});

const trayOf = (folder: string, deskId: string) => join(folder, deskId.replaceAll(/[^A-Za-z0-9_-]+/g, '-'));

/** A plain file name that ends as a PDF does: no folder, nothing hidden. */
const isScan = (name: string) => /^[^./\\\0][^/\\\0]*\.pdf$/i.test(name);

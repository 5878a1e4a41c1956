import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Printer } from '../../ports/printer.ts';

/** A printer of the demo office: what it prints lies as a PDF in the folder of its desk, marked DEMO in its name. */
export const makeDemoPrinter = (folder: string, now: () => Date): Printer => ({
  async print({ deskId, name, pdf }) {
    const tray = join(folder, plain(deskId));
    await mkdir(tray, { recursive: true, mode: 0o700 });
    const sheet = join(tray, `DEMO-${now().toISOString().replaceAll(':', '')}-${plain(name)}.pdf`);
    await writeFile(`${sheet}.part`, pdf, { mode: 0o600 });
    await rename(`${sheet}.part`, sheet);
  },
});

/** A name is never a path. */
const plain = (name: string) => name.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80) || 'blatt';

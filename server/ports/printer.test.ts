import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeDemoPrinter } from '../adapters/printer/demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-printer-'));
afterAll(() => rmSync(folder, { recursive: true }));

let minute = 0;
const now = () => new Date(Date.UTC(2026, 10, 23, 9, (minute += 1)));
/** `sheets` reads what came out at the desk, oldest first. */
const demo = {
  printer: makeDemoPrinter(folder, now),
  sheets: (deskId: string) => {
    const tray = join(folder, deskId);
    return readdirSync(tray)
      .toSorted()
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(tray, name))) }));
  },
};

describe.for([['demo', demo]] as const)('the %s printer', ([, { printer, sheets }]) => {
  test('prints at the desk it was told, one sheet after the other', async () => {
    for (const byte of [1, 2])
      await printer.print({ deskId: 'platz-1', name: 'Erklärung', pdf: new Uint8Array([byte]) });
    await printer.print({ deskId: 'platz-2', name: 'Erklärung', pdf: new Uint8Array([3]) });
    expect(sheets('platz-1').map(({ bytes }) => bytes[0])).toEqual([1, 2]);
    expect(sheets('platz-2').map(({ bytes }) => bytes[0])).toEqual([3]);
  });

  test('takes a name for a name, never for a path', async () => {
    await printer.print({ deskId: 'platz-3', name: '../../../etc/passwd', pdf: new Uint8Array([4]) });
    await printer.print({ deskId: 'platz-3', name: '', pdf: new Uint8Array([5]) });
    expect(sheets('platz-3').map(({ bytes }) => bytes[0])).toEqual([4, 5]);
  });
});

test('what the demo printer prints says DEMO on its face', async () => {
  await demo.printer.print({ deskId: 'platz-4', name: 'Kopie', pdf: new Uint8Array([6]) });
  expect(demo.sheets('platz-4')[0]?.name).toMatch(/^DEMO-.*-Kopie\.pdf$/);
});

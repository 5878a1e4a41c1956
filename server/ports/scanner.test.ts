import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeDemoScanner } from '../adapters/scanner/demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-scanner-'));
afterAll(() => rmSync(folder, { recursive: true }));

let minute = 0;
/** `scan` lays a sheet into the scanner of the desk. */
const demo = {
  scanner: makeDemoScanner(folder),
  scan(deskId: string, name: string, bytes: Uint8Array) {
    mkdirSync(join(folder, deskId), { recursive: true });
    const at = new Date(Date.UTC(2026, 10, 23, 9, (minute += 1)));
    writeFileSync(join(folder, deskId, name), bytes);
    utimesSync(join(folder, deskId, name), at, at);
  },
};

describe.for([['demo', demo]] as const)('the %s scanner', ([, { scanner, scan }]) => {
  test('lists what was scanned at the desk, oldest first', async () => {
    scan('platz-1', 'zweites.pdf', new Uint8Array([1]));
    scan('platz-1', 'anderes.PDF', new Uint8Array([2]));
    scan('platz-2', 'fremdes.pdf', new Uint8Array([3]));
    expect((await scanner.list('platz-1')).map(({ name }) => name)).toEqual(['zweites.pdf', 'anderes.PDF']);
  });

  test('gives a scan until it is taken away', async () => {
    scan('platz-3', 'blatt.pdf', new Uint8Array([7]));
    const [first] = await scanner.list('platz-3');
    const scanId = first?.scanId ?? '';
    expect(await scanner.fetch('platz-3', scanId)).toEqual(new Uint8Array([7]));
    await scanner.remove('platz-3', scanId);
    await scanner.remove('platz-3', scanId);
    expect(await scanner.fetch('platz-3', scanId)).toBeUndefined();
    expect(await scanner.list('platz-3')).toEqual([]);
  });

  test('knows nothing of a desk that never scanned', async () => {
    expect(await scanner.list('platz-9')).toEqual([]);
    expect(await scanner.fetch('platz-9', 'blatt.pdf')).toBeUndefined();
  });

  test.for(['../platz-1/zweites.pdf', '/etc/passwd', '..', '', 'a/b.pdf', 'a\\b.pdf', '.pdf', 'x.pdf\0'])(
    'gives nothing for "%s", which is no scan',
    async (scanId) => {
      expect(await scanner.fetch('platz-1', scanId)).toBeUndefined();
      await scanner.remove('platz-1', scanId);
      expect(await scanner.list('platz-1')).toHaveLength(2);
    },
  );
});

describe('the folder of the demo scanner', () => {
  test('may hold other things, which are no scans', async () => {
    demo.scan('platz-4', 'notiz.txt', new Uint8Array([1]));
    demo.scan('platz-4', '.versteckt.pdf', new Uint8Array([1]));
    mkdirSync(join(folder, 'platz-4', 'ordner.pdf'));
    symlinkSync('/etc/passwd', join(folder, 'platz-4', 'verweis.pdf'));
    expect(await demo.scanner.list('platz-4')).toEqual([]);
    expect(await demo.scanner.fetch('platz-4', 'verweis.pdf')).toBeUndefined();
  });

  test('may hold a scan that is too large, which is not read', async () => {
    demo.scan('platz-5', 'riesig.pdf', new Uint8Array([1]));
    truncateSync(join(folder, 'platz-5', 'riesig.pdf'), 10 * 1024 * 1024 + 1);
    expect(await demo.scanner.fetch('platz-5', 'riesig.pdf')).toBeUndefined();
  });
});

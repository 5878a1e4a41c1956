import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startRunningOffice } from '../../support/running-office.ts';
import { type Figure, figure } from '../figure.ts';
import { openPairing, openTablet, typeCode } from './tablet-page.ts';

/**
 * The JavaScript that a tablet fetches the first time, packed by gzip, until it is paired and stands idle at its desk.
 * What the service worker fetches in the background afterwards is not waited for by anybody.
 */
export async function measure(): Promise<readonly Figure[]> {
  const office = await startRunningOffice();
  const tablet = await openTablet();
  try {
    const { page } = tablet;
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    await openPairing(page, office);
    const pairing = await Promise.all(scripts);
    await typeCode(page, office, 'leinfelden-3');
    const until = await Promise.all(scripts);
    const raw = figure({ id: 'all-of-the-tablet', value: packed(builtScripts()), unit: 'kB gz' });
    return [
      raw,
      figure({ id: 'first-load-until-pairing', value: packed(pairing), unit: 'kB gz', limit: 90, raw }),
      figure({ id: 'first-load-until-idle', value: packed(until), unit: 'kB gz', limit: 90, raw }),
    ];
  } finally {
    await tablet.close();
    await office.stop();
  }
}

const builtScripts = (): readonly Buffer[] => {
  const folder = resolve(import.meta.dirname, '../../../dist/tablet/assets');
  return globSync('*.js', { cwd: folder }).map((file) => readFileSync(join(folder, file)));
};

const packed = (scripts: readonly Buffer[]): number =>
  scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0) / 1000;

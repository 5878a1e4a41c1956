import { setTimeout as sleep } from 'node:timers/promises';
import { familyOfFour } from '../../../shared/services/anmeldung/examples.ts';
import { startRunningOffice } from '../../support/running-office.ts';
import { type Figure, figure, percentile, type Scale } from '../figure.ts';
import { gatherCrowd } from './crowd.ts';
import { openFamilyCase, well, writeField } from './family-case.ts';
import { openRawDatabase } from './raw-database.ts';
import { watchFor } from './seen.ts';
import { idle, install, openTablet, pair } from './tablet-page.ts';

const connections = 50;
const deskId = 'leinfelden-3';

/**
 * From the clerk's hand to the citizen's eye: a hand-over and a field the clerk leaves, until the tablet, a real
 * browser, has painted them, while fifty others are connected.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const count = isQuick ? 10 : 60;
  const office = await startRunningOffice();
  const tablet = await openTablet();
  try {
    const { page } = tablet;
    await pair(page, office, deskId);
    await install(page);
    const clerk = await office.signedIn('demo-clerk-1');
    const caseId = await openFamilyCase(clerk);
    const crowd = await gatherCrowd(office, connections);
    const route = clerk.api.api.cases[':caseId'];
    const param = { caseId };

    const handOvers: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const { seen } = await watchFor(page, 'Beginnen');
      const begun = Date.now();
      await well(route.handover.$post({ param, json: { deskId } }));
      handOvers.push((await seen()) - begun);
      await well(route.recall.$post({ param }));
      await idle(page);
      await sleep(200);
    }

    await well(route.handover.$post({ param, json: { deskId } }));
    await page.getByRole('button', { name: 'Beginnen' }).click();
    await page.getByRole('button', { name: 'Ich versichere es und habe es gelesen' }).click();
    await page.getByRole('heading', { name: 'Neue Wohnung' }).waitFor();
    const fields: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const addition = `${at + 3}. Stock`;
      const { seen } = await watchFor(page, addition);
      const begun = Date.now();
      await writeField(clerk, caseId, 'neueWohnung', { ...home, addition });
      fields.push((await seen()) - begun);
      await sleep(200);
    }
    crowd.leave();

    const raw = figure({ id: 'raw-notify', value: percentile(await rawNotify(office, count), 0.95), unit: 'ms p95' });
    return [
      raw,
      figure({ id: 'hand-over-on-tablet', value: percentile(handOvers, 0.95), unit: 'ms p95', limit: 150, raw }),
      figure({ id: 'field-on-tablet', value: percentile(fields, 0.95), unit: 'ms p95', limit: 150, raw }),
    ];
  } finally {
    await tablet.close();
    await office.stop();
  }
}

// The example's address is plain text throughout.
const home = familyOfFour['neueWohnung'] as Record<string, string>;

/** A NOTIFY that another connection hears, with nothing around it. */
async function rawNotify(office: Parameters<typeof openRawDatabase>[0], count: number): Promise<readonly number[]> {
  const { sql, close } = await openRawDatabase(office);
  const times: number[] = [];
  let heard: () => void = () => undefined;
  await sql.listen('bench', () => heard());
  for (let at = 0; at < count; at += 1) {
    const arrives = new Promise<void>((resolve) => (heard = resolve));
    const begun = performance.now();
    await sql.notify('bench', String(at));
    await arrives;
    times.push(performance.now() - begun);
    await sleep(20);
  }
  await close();
  return times;
}

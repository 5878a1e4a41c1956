import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeDemoRegister } from '../adapters/register/demo.ts';
import { demoPeople } from '../adapters/register/demo-people.ts';
import type { RegisterQuery } from './register.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-register-'));
afterAll(() => rmSync(folder, { recursive: true }));

const deniz: RegisterQuery = {
  familienname: 'Yıldız-Brůžek',
  vornamen: 'Deniz',
  geburtsdatum: '1991-01-30',
  letzteAnschrift: 'Rotebühlstraße 189 b, 70197 Stuttgart',
};
const zdenka: RegisterQuery = { ...deniz, vornamen: 'Zdeňka', geburtsdatum: '1990-07-08' };

/** `open` opens the same register again, as the next start of the office does. */
describe.for([['demo', () => makeDemoRegister(demoPeople, folder)]] as const)('the %s register', ([, open]) => {
  test('gives the record of whom all four facts name, however they are spaced', async () => {
    const found = await open().lookUp({ ...deniz, letzteAnschrift: ' rotebühlstraße  189 b 70197 Stuttgart' });
    expect(found?.answers['persons']).toMatchObject([{ vornamen: 'Deniz' }]);
    expect(await open().read(found?.key ?? '')).toEqual(found);
  });

  test.for([
    ['familienname', 'Yildiz-Bruzek'],
    ['vornamen', 'Denis'],
    ['geburtsdatum', '1991-01-31'],
    ['letzteAnschrift', 'Rotebühlstraße 189, 70197 Stuttgart'],
    ['letzteAnschrift', ''],
  ] as const)('gives nothing where %s is "%s"', async ([fact, value]) => {
    expect(await open().lookUp({ ...deniz, [fact]: value })).toBeUndefined();
  });

  test('gives nothing where two people fit, and does not say that there are two', async () => {
    const letzteAnschrift = 'Silberburgstraße 61, 70197 Stuttgart';
    const mueller = { familienname: 'Müller', vornamen: 'Jörg', geburtsdatum: '1976-12-01', letzteAnschrift };
    expect(demoPeople.filter(({ query }) => query.familienname === 'Müller')).toHaveLength(2);
    expect(await open().lookUp(mueller)).toBeUndefined();
  });

  test('names nobody who is protected by § 51 BMG in the record of others', async () => {
    const found = await open().lookUp(deniz);
    expect(JSON.stringify(found)).not.toMatch(/Zdeňka|1990-07-08|sperre/);
  });

  test('gives the protected person her own record, with the mark', async () => {
    expect(await open().lookUp(zdenka)).toMatchObject({
      answers: { persons: [{ vornamen: 'Zdeňka', sperre: '51' }] },
    });
  });

  test('knows nobody by a key it did not give', async () => {
    expect(await open().read('nobody')).toBeUndefined();
  });

  test('makes one entry of a Vorgang, the first, and still knows it after a restart', async () => {
    const entry = {
      number: '26-0000-00001-5',
      service: 'anmeldung',
      answers: { rolle: 'self' },
      on: '2026-11-23T10:00:00.000Z',
    };
    expect(await open().entryOf(entry.number)).toBeUndefined();
    await open().enter(entry);
    await open().enter({ ...entry, answers: { rolle: 'guardian' } });
    expect(await open().entryOf(entry.number)).toEqual(entry);
  });
});

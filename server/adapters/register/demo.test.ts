import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Counter, must, newId, startCounter } from '../../../tests/support/counter.ts';
import type { RegisterEntry } from '../../ports/register.ts';
import { demoSource, makeDemoRegister } from './demo.ts';
import { demoPeople } from './demo-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the office relies on, whoever stands behind the port. */
describe.for([
  ['in memory', () => makeDemoRegister(demoPeople)],
  ['in a folder', () => makeDemoRegister(demoPeople, folder)],
] as const)('a register %s', ([, open]) => {
  const entry: RegisterEntry = {
    number: '26-0000-00001-0',
    service: 'anmeldung',
    answers: { rolle: 'self' },
    on: '2026-11-23T09:00:00.000Z',
  };
  const register = open();

  test('finds a record by all four facts, and reads it again by its key', async () => {
    const [known] = demoPeople;
    if (!known) throw new Error('the demo register is empty');
    const found = await register.lookUp(known.query);
    expect(found).toEqual({ key: known.key, source: demoSource, answers: known.answers });
    expect(await register.read(known.key)).toEqual(found);
    for (const fact of ['familienname', 'vornamen', 'geburtsdatum', 'letzteAnschrift'] as const)
      expect(await register.lookUp({ ...known.query, [fact]: 'x' })).toBeUndefined();
    expect(await register.read('nobody')).toBeUndefined();
  });

  test('R-128 counts several matches as none', async () => {
    const twins = makeDemoRegister(demoPeople.flatMap((person) => [person, { ...person, key: `${person.key}-2` }]));
    expect(await twins.lookUp(demoPeople[0]?.query ?? Object.create(null))).toBeUndefined();
  });

  test('takes a Vorgang once and tells what it entered', async () => {
    expect(await register.entryOf(entry.number)).toBeUndefined();
    await register.enter(entry);
    await register.enter({ ...entry, answers: { rolle: 'guardian' } });
    expect(await register.entryOf(entry.number)).toEqual(entry);
  });
});

test('the register in a folder still has its entries after a restart', async () => {
  expect(await makeDemoRegister(demoPeople, folder).entryOf('26-0000-00001-0')).toMatchObject({ service: 'anmeldung' });
});

describe('R-046 whoever is protected by § 51 BMG', () => {
  let counter: Counter;
  beforeAll(async () => {
    counter = await startCounter({ register: makeDemoRegister(demoPeople) });
  });
  afterAll(() => counter.close());

  test('appears neither in the search, nor in the case, nor among the register’s values beside it', async () => {
    const couple = demoPeople.find(({ key }) => key === 'demo-yildiz-bruzek');
    if (!couple) throw new Error('the couple is missing');
    const search = await must(counter.clerk.cases['register-search'].$post({ json: couple.query }));
    const registerKey = search.matches[0]?.registerKey ?? '';
    expect(search.matches).toEqual([{ registerKey, name: 'Deniz Yıldız-Brůžek', persons: 1 }]);
    const json = { caseId: newId(), service: 'anmeldung', persons: 2, registerKey } as const;
    const opened = await must(counter.clerk.cases.$post({ json }));
    expect(JSON.stringify([search, opened])).not.toMatch(/Zdeňka|1990-07-08|Plzeň|sperre/);
    const rows = await counter.sql`select answers, register_answers from cases where case_id = ${json.caseId}`;
    expect(JSON.stringify(rows)).not.toMatch(/Zdeňka|1990-07-08|Plzeň/);
  });
});

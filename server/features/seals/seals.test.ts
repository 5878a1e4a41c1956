import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { InferOutput } from 'valibot';
import type { SealsView } from '../../../shared/wire/seals.ts';
import { startOffice, type TestOffice } from '../../../tests/support/office.ts';
import { makeTestPki } from '../../../tests/support/pki.ts';
import { makeSealFolder } from '../../../tests/support/seal-files.ts';
import { sealsInTurn } from '../../adapters/sealer/in-turn.ts';
import { openPemSealer } from '../../adapters/sealer/pem.ts';
import { makeFigures } from '../../figures.ts';
import { RevocationFailure } from '../../ports/revocation.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { sealStatuses } from '../documents/tables.ts';
import { watchSeals } from './jobs.ts';

/** The clock of the office begins at 2026-11-23T09:00Z; the current certificate ends a hundred days later. */
const begin = new Date('2026-11-23T09:00:00Z');
const day = 24 * 60 * 60;
const ending = await makeSealFolder(makeTestPki(begin, 100));
const lasting = await makeSealFolder(makeTestPki(begin, 700));

let office: TestOffice;
let current: Sealer;
let next: Sealer;
let word: 'good' | 'revoked' | 'silence';
const warned: object[] = [];
const published: string[] = [];

beforeAll(async () => {
  office = await startOffice();
  const now = () => office.office.now();
  current = await openPemSealer({ ...ending.pemFiles('P-256'), now });
  next = await openPemSealer({ ...lasting.pemFiles('P-256'), now });
  office.office.sealer = current;
  office.office.revocation = {
    statusOf: async () => {
      if (word === 'silence') throw new RevocationFailure('no-answer', 'nobody there');
      const thisUpdate = now();
      const revokedAt = word === 'revoked' ? thisUpdate : undefined;
      const der = new Uint8Array();
      return { kind: 'crl', der, revokedAt, thisUpdate, nextUpdate: thisUpdate, certificates: [] };
    },
  };
  office.office.log.warn = (about: object) => void warned.push(about);
  const { publish } = office.office.live;
  office.office.live = {
    ...office.office.live,
    publish: async (tx, message) => {
      published.push(message.about);
      await publish(tx, message);
    },
  };
});
beforeEach(async () => {
  word = 'good';
  warned.length = published.length = 0;
  office.office.sealer = current;
  await office.office.db.delete(sealStatuses);
  const since = office.office.now().getTime() - begin.getTime();
  office.pass(-since / 1000);
});
afterAll(async () => {
  await office.close();
  ending.remove();
  lasting.remove();
});

const seen = async (who = 'demo-administrator-1') => {
  const answer = await (await office.signedIn(who)).api.api.seals.$get();
  return (await answer.json()) as InferOutput<typeof SealsView>;
};

describe('whoever runs the office sees how long the seal lasts', () => {
  test.for([
    [9, 'none'],
    [10, 'ends-in-90-days'],
    [69, 'ends-in-90-days'],
    [70, 'ends-in-30-days'],
    [92, 'ends-in-30-days'],
    [93, 'ends-in-7-days'],
    [99, 'ends-in-7-days'],
    [101, 'expired'],
  ] as const)('after %i days', async ([days, concern]) => {
    office.pass(days * day);
    const { seals } = await seen();
    expect(seals).toMatchObject([{ place: 'current', name: 'Siegel P-256', issuer: 'Prüfstelle', concern }]);
    expect(seals[0]?.daysLeft).toBe(Math.max(0, 100 - days));
  });

  test('and so does the lead', async () => {
    expect((await seen('demo-lead')).seals).toHaveLength(1);
  });

  test('that a next seal is ready for the end of the current one', async () => {
    office.office.sealer = sealsInTurn({ current, next, from: undefined, now: () => office.office.now() });
    office.pass(95 * day);
    const { seals, isCovered } = await seen();
    expect(isCovered).toBe(true);
    expect(seals.map(({ place, concern }) => [place, concern])).toEqual([
      ['current', 'ends-in-7-days'],
      ['next', 'none'],
    ]);
  });

  test('that the keeper of the current key is away: then only the next seal is known, and it covers nothing', async () => {
    const away = { ...current, seals: async () => [] };
    office.office.sealer = sealsInTurn({ current: away, next, from: undefined, now: () => office.office.now() });
    expect(await seen()).toMatchObject({ seals: [{ place: 'next' }], isCovered: false });
  });

  test('that a next seal which ends first covers nothing', async () => {
    office.office.sealer = sealsInTurn({
      current: next,
      next: current,
      from: undefined,
      now: () => office.office.now(),
    });
    expect((await seen()).isCovered).toBe(false);
  });
});

describe('the daily watch', () => {
  test('asks the issuer and remembers his word', async () => {
    await watchSeals(office.office);
    const [seal] = (await seen()).seals;
    expect(seal).toMatchObject({ goodAt: '2026-11-23T09:00:00.000Z', revokedAt: null, concern: 'none' });
    expect(warned).toEqual([]);
    expect(published).toEqual(['seals']);
  });

  test('warns in the log while something is to be done, and tells the open pages', async () => {
    office.pass(71 * day);
    await watchSeals(office.office);
    expect(warned).toMatchObject([{ place: 'current', concern: 'ends-in-30-days', daysLeft: 29, isCovered: false }]);
    expect(published).toEqual(['seals']);
  });

  test('sees a revocation, of which nothing is taken back', async () => {
    word = 'revoked';
    await watchSeals(office.office);
    word = 'good';
    office.pass(day);
    await watchSeals(office.office);
    const [seal] = (await seen()).seals;
    expect(seal).toMatchObject({ concern: 'revoked', revokedAt: '2026-11-23T09:00:00.000Z' });
    expect(warned).toMatchObject([{ concern: 'revoked' }, { concern: 'revoked' }]);
  });

  test('that hears nothing leaves the last word as it was', async () => {
    await watchSeals(office.office);
    word = 'silence';
    office.pass(day);
    await watchSeals(office.office);
    expect((await seen()).seals[0]?.goodAt).toBe('2026-11-23T09:00:00.000Z');
  });

  test('looks at the next seal, too', async () => {
    office.office.sealer = sealsInTurn({ current, next, from: undefined, now: () => office.office.now() });
    await watchSeals(office.office);
    expect((await seen()).seals.map(({ goodAt }) => goodAt)).toEqual(Array(2).fill('2026-11-23T09:00:00.000Z'));
  });
});

test('the machine room sees the days that are left', async () => {
  const figures = makeFigures();
  office.pass(71 * day);
  expect((await figures.show(office.office)).text).toContain('schalter_seal_days_left{place="current"} 29');
  word = 'revoked';
  await watchSeals(office.office);
  expect((await figures.show(office.office)).text).toContain('schalter_seal_days_left{place="current"} -1');
});

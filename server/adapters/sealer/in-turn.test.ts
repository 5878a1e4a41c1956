import { afterAll, expect, test } from 'vitest';
import { makeTestPki } from '../../../tests/support/pki.ts';
import { makeSealFolder, orderBy } from '../../../tests/support/seal-files.ts';
import { isSignedBy } from '../../sealing/algorithms.ts';
import { sealsInTurn } from './in-turn.ts';
import { openPemSealer } from './pem.ts';

/** A certificate is changed without a pause: the next seal stands beside the current one until its time comes. */
const [before, thatDay, after] = ['2026-11-30T22:59:59Z', '2026-11-30T23:00:00Z', '2026-12-15T09:00:00Z'].map(
  (text) => new Date(text),
) as [Date, Date, Date]; // Three texts make three dates.
const expired = new Date('2027-11-15T09:00:00Z');
const earlier = await makeSealFolder(makeTestPki(new Date('2026-11-01T00:00:00Z'), 365));
const later = await makeSealFolder(makeTestPki(new Date('2026-11-20T00:00:00Z'), 700));
afterAll(() => [earlier, later].forEach((files) => files.remove()));

let today = before;
const now = () => today;
const current = await openPemSealer({ ...earlier.pemFiles('P-256'), now });
const next = await openPemSealer({ ...later.pemFiles('P-384'), now });
const [old] = await current.seals();
const [young] = await next.seals();
if (!old || !young) throw new Error('two seals are needed');
const data = new Uint8Array([1, 2, 3]);

test('the next seal takes over at its time, to the second', async () => {
  const seals = sealsInTurn({ current, next, from: thatDay, now });
  today = before;
  expect((await seals.certificates()).leaf).toEqual(old.leaf);
  today = thatDay;
  expect((await seals.certificates()).leaf).toEqual(young.leaf);
});

test('without a time it takes over when the current certificate has expired, so that nobody has to be there', async () => {
  const seals = sealsInTurn({ current, next, from: undefined, now });
  today = after;
  expect((await seals.certificates()).leaf).toEqual(old.leaf);
  today = expired;
  expect((await seals.certificates()).leaf).toEqual(young.leaf);
});

test('a seal that was prepared before the change is signed by the key it was prepared for', async () => {
  const seals = sealsInTurn({ current, next, from: thatDay, now });
  today = before;
  const order = orderBy(await seals.certificates(), data);
  today = thatDay;
  expect(isSignedBy(old.leaf, old.algorithm, data, await seals.sign(order))).toBe(true);
  const following = orderBy(await seals.certificates(), data);
  expect(isSignedBy(young.leaf, young.algorithm, data, await seals.sign(following))).toBe(true);
});

test('a next seal that is not valid at its time leaves the work to the current one', async () => {
  const tooYoung = await openPemSealer({
    ...later.pemFiles('P-256'),
    now: () => new Date('2026-11-19T00:00:00Z'),
  });
  const seals = sealsInTurn({ current, next: tooYoung, from: before, now });
  today = thatDay;
  expect((await seals.certificates()).leaf).toEqual(old.leaf);
});

test('documents of both stay verifiable: the anchors of both are given, each once', async () => {
  const seals = sealsInTurn({ current, next, from: thatDay, now });
  const { seal, crls } = await seals.anchors();
  expect(seal).toEqual([earlier.pki.root, later.pki.root]);
  expect(crls).toEqual([...earlier.pki.crls, ...later.pki.crls]);
  const inOneFolder = sealsInTurn({ current, next: current, from: thatDay, now });
  expect(await inOneFolder.anchors()).toEqual(await current.anchors());
});

test('whoever watches their end sees both', async () => {
  const seals = await sealsInTurn({ current, next, from: thatDay, now }).seals();
  expect(seals.map(({ place, leaf }) => [place, leaf])).toEqual([
    ['current', old.leaf],
    ['next', young.leaf],
  ]);
});

test('where neither is valid nothing is sealed, and the sentence is that of the one whose turn it is', async () => {
  today = new Date('2036-01-01T00:00:00Z');
  const seals = sealsInTurn({ current, next, from: undefined, now });
  await expect(seals.certificates()).rejects.toThrow('expired at 2027-11-01');
});

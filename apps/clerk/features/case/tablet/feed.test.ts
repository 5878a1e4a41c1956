import { expect, test } from 'vitest';
import { nextFeed, noTime } from './feed.ts';

const at = new Date('2026-11-23T09:41:00Z');
const seen = (answers: Record<string, string>, ...changedByCitizen: string[]) => ({ answers, changedByCitizen });

test('what was there at the first look is listed without a time', () => {
  expect(nextFeed([], undefined, seen({ a: '1' }, 'a'), at)).toEqual([{ path: 'a', at: noTime }]);
});

test('what arrives stands on top, with the time', () => {
  const first = nextFeed([], undefined, seen({ a: '1' }, 'a'), at);
  const feed = nextFeed(first, seen({ a: '1' }, 'a'), seen({ a: '1', b: '2' }, 'a', 'b'), at);
  expect(feed).toEqual([
    { path: 'b', at },
    { path: 'a', at: noTime },
  ]);
});

test('a field left again with another value comes up again, once', () => {
  const before = seen({ a: '1', b: '2' }, 'a', 'b');
  const feed = nextFeed(nextFeed([], undefined, before, at), before, seen({ a: '3', b: '2' }, 'a', 'b'), at);
  expect(feed.map(({ path }) => path)).toEqual(['a', 'b']);
  expect(feed[0]?.at).toBe(at);
});

test('handed over anew, the list begins anew', () => {
  const before = seen({ a: '1' }, 'a');
  expect(nextFeed(nextFeed([], undefined, before, at), before, seen({ a: '1' }), at)).toEqual([]);
});

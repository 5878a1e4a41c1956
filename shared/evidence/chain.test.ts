import { describe, expect, test } from 'vitest';
import { type Draft, type Entry, nextEntry, verifyChain } from './chain.ts';

describe('the evidence of a case', () => {
  test('is intact as it was written', async () => {
    expect(await verifyChain(await chainOf('case-opened', 'confirmed', 'sealed'))).toEqual({ intact: true });
  });

  test('is intact when it is empty, because nothing was claimed', async () => {
    expect(await verifyChain([])).toEqual({ intact: true });
  });

  test.for<[string, (chain: readonly Entry[]) => readonly Entry[]]>([
    ['an edited actor', (chain) => chain.map((one, at) => (at === 1 ? { ...one, actor: 'staff:other' } : one))],
    ['an edited detail', (chain) => chain.map((one, at) => (at === 1 ? { ...one, details: { a: 'b' } } : one))],
    ['a removed entry', (chain) => chain.toSpliced(1, 1)],
    ['an entry told twice', (chain) => chain.flatMap((one, at) => (at === 0 ? [one, one] : [one]))],
    ['two swapped entries', (chain) => [0, 2, 1].flatMap((at) => chain[at] ?? [])],
  ])('breaks with %s at that place', async ([, tamper]) => {
    const chain = await chainOf('case-opened', 'confirmed', 'sealed');
    expect(await verifyChain(tamper(chain))).toEqual({ intact: false, brokenAt: 1 });
  });

  test('tells a forged hash even when the next entry was bound to it', async () => {
    const [first, second] = await chainOf('case-opened', 'confirmed');
    const forged = [
      { ...first, hash: 'f'.repeat(64) },
      { ...second, previousHash: 'f'.repeat(64) },
    ] as Entry[];
    expect(await verifyChain(forged)).toEqual({ intact: false, brokenAt: 0 });
  });
});

async function chainOf(...events: Draft['event'][]): Promise<readonly Entry[]> {
  const chain: Entry[] = [];
  for (const event of events) chain.push(await nextEntry(chain.at(-1), { ...anEntry, event }));
  return chain;
}

const anEntry: Draft = { at: '2026-11-22T09:00:00.000Z', actor: 'citizen', event: 'begun', details: {} };

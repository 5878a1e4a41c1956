import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, fromHex, sha256, toHex } from '../base/bytes.ts';
import { leafOf } from './inclusion.ts';
import { climb, hashLeaf, pathTo, rootOf } from './merkle.ts';

/** Leaves and roots of the reference implementation of RFC 6962; paths made by hand from its § 2.1.3. */
const vectors = JSON.parse(readFileSync(new URL('../../tests/vectors/merkle.json', import.meta.url), 'utf8')) as {
  leaves: string[];
  roots: string[];
  paths: { place: number; size: number; path: string[] }[];
  evidenceLeaf: { salt: string; head: string; leaf: string };
};
const vectorLeaves = (size: number) => Promise.all(vectors.leaves.slice(0, size).map((hex) => hashLeaf(fromHex(hex))));

describe('the tree of a day', () => {
  test.for(vectors.roots.map((root, at) => [at + 1, root] as const))(
    'over %i leaves has the root that RFC 6962 gives',
    async ([size, root]) => {
      expect(toHex(await rootOf(await vectorLeaves(size)))).toBe(root);
    },
  );

  test.for(vectors.paths)('leads from leaf $place of $size to the root', async ({ place, size, path }) => {
    const leaves = await vectorLeaves(size);
    expect((await pathTo(place, leaves)).map(toHex)).toEqual(path);
    const [leaf] = leaves.slice(place);
    const root = leaf && (await climb({ leaf, place, size, path: path.map(fromHex) }));
    expect(root && toHex(root)).toBe(vectors.roots[size - 1]);
  });

  test('has the head of a chain behind its random bytes as a leaf', async () => {
    const { leaf, ...of } = vectors.evidenceLeaf;
    expect(toHex(await leafOf(of))).toBe(leaf);
  });

  test('without leaves does not exist', async () => {
    await expect(rootOf([])).rejects.toThrow('at least one leaf');
    await expect(pathTo(0, [])).rejects.toThrow('no such leaf');
  });
});

const data = fc.uint8Array({ minLength: 0, maxLength: 80 }).map((bytes): Bytes => new Uint8Array(bytes));
const tree = fc
  .uniqueArray(data, { minLength: 1, maxLength: 70, selector: toHex })
  .chain((all) => fc.record({ all: fc.constant(all), place: fc.nat({ max: all.length - 1 }) }));

describe('of any tree', () => {
  test('every leaf proves that it stands in it', () =>
    fc.assert(
      fc.asyncProperty(tree, async ({ all, place }) => {
        const { leaves, root, claim } = await grow(all, place);
        expect(claim.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(leaves.length)));
        expect(await climb(claim)).toEqual(root);
      }),
    ));

  test('nothing else proves it: no other leaf, place, size, or step of the way', () =>
    fc.assert(
      fc.asyncProperty(tree, data, fc.nat({ max: 100 }), fc.nat(), async ({ all, place }, other, shift, seed) => {
        const { root, claim } = await grow(all, place);
        const wrong: (typeof claim)[] = [
          { ...claim, place: place + shift + 1 },
          { ...claim, path: [...claim.path, root] },
        ];
        if (!all.some((one) => toHex(one) === toHex(other))) wrong.push({ ...claim, leaf: await hashLeaf(other) });
        for (const [at, sibling] of claim.path.entries())
          wrong.push(
            { ...claim, path: claim.path.toSpliced(at, 1) },
            { ...claim, path: claim.path.with(at, flipped(sibling, seed)) },
            { ...claim, leaf: sibling },
          );
        for (const each of wrong) expect(await climb(each)).not.toEqual(root);
      }),
    ));

  test('no inner node passes for a leaf, and no leaf for the data of another tree', () =>
    fc.assert(
      fc.asyncProperty(tree, async ({ all }) => {
        const leaves = await Promise.all(all.map(hashLeaf));
        if (leaves.length < 2) return;
        const root = await rootOf(leaves);
        // The classical second preimage: the two halves, given as the data of one leaf.
        const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
        const halves = [await rootOf(leaves.slice(0, half)), await rootOf(leaves.slice(half))];
        const forged = new Uint8Array(halves.flatMap((each) => [...each]));
        expect(await hashLeaf(forged)).not.toEqual(root);
        expect(await sha256(forged)).not.toEqual(root);
        expect(await rootOf([await hashLeaf(forged)])).not.toEqual(root);
      }),
    ));

  test('a tree of another order or with a leaf twice has another root', () =>
    fc.assert(
      fc.asyncProperty(tree, async ({ all }) => {
        const leaves = await Promise.all(all.map(hashLeaf));
        const root = await rootOf(leaves);
        const last = leaves.at(-1);
        if (last) expect(await rootOf([...leaves, last])).not.toEqual(root);
        if (leaves.length > 1) expect(await rootOf(leaves.toReversed())).not.toEqual(root);
      }),
    ));
});

describe('a way that somebody made up', () => {
  const leaf = new Uint8Array(32);
  test.for([
    ['a place outside of the tree', { place: 4, size: 4, path: [] }],
    ['a negative place', { place: -1, size: 4, path: [] }],
    ['half a place', { place: 0.5, size: 4, path: [] }],
    ['an empty tree', { place: 0, size: 0, path: [] }],
    ['a tree larger than any', { place: 0, size: 2 ** 53, path: [] }],
    ['no number at all', { place: Number.NaN, size: Number.NaN, path: [] }],
    ['a way that is too long', { place: 0, size: 1, path: [leaf] }],
    ['a way that is too short', { place: 0, size: 2, path: [] }],
  ] as const)('leads nowhere: %s', async ([, claim]) => {
    expect(await climb({ leaf, ...claim })).toBeUndefined();
  });
});

async function grow(all: readonly Bytes[], place: number) {
  const leaves = await Promise.all(all.map(hashLeaf));
  const leaf = leaves[place] ?? new Uint8Array(32);
  const path = await pathTo(place, leaves);
  return { leaves, root: await rootOf(leaves), claim: { leaf, place, size: leaves.length, path } };
}

const flipped = (bytes: Bytes, seed: number): Bytes => {
  const copy = bytes.slice();
  const at = seed % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (seed % 8));
  return copy;
};

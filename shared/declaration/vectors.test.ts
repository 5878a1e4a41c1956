import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Draft, type Entry, nextEntry, verifyChain } from '../evidence/chain.ts';
import { type Act, hashAct, readAct } from './act.ts';
import { buildDeclaration } from './build.ts';
import { canonical } from './canonical.ts';
import { type Drawing, hashDrawing, isEvenlySpaced, makeDrawing, type Point } from './drawing.ts';
import { comparingCode, hashDeclaration, hashDefinition } from './hash.ts';

/**
 * The formats of the contract, fixed: whoever changes one of these outputs has made another format and gives it
 * another number.
 */
describe('the vectors of the contract', () => {
  test('declaration@1: the same answers become the same characters, hash and comparing code', async () => {
    const { definition, texts, answers, circumstances, ...expected } = vector('declaration');
    const declaration = buildDeclaration({ definition, texts }, answers, circumstances);
    const declarationHash = await hashDeclaration(declaration);
    expect({
      canonical: canonical(declaration),
      declarationHash,
      comparingCode: comparingCode(declarationHash),
    }).toEqual(expected);
    expect(await hashDefinition(definition)).toBe(circumstances.definitionHash);
  });

  test('drawing@1: the same lines become the same points and hash', async () => {
    const { lines, drawing, drawingHash }: { lines: Point[][]; drawing: Drawing; drawingHash: string } =
      vector('drawing');
    expect(makeDrawing(lines)).toEqual(drawing);
    expect(isEvenlySpaced(drawing)).toBe(true);
    expect(await hashDrawing(drawing)).toBe(drawingHash);
  });

  test('act@1: a signature made long ago is still read and checked', async () => {
    const { act, actHash, jws }: { act: Act; actHash: string; jws: string } = vector('act');
    expect(await readAct(jws)).toMatchObject({ ok: true, act });
    expect(await hashAct(act)).toBe(actHash);
  });

  test('evidence@1: the same events become the same chain', async () => {
    const { drafts, entries }: { drafts: Draft[]; entries: Entry[] } = vector('evidence');
    const chain: Entry[] = [];
    for (const draft of drafts) chain.push(await nextEntry(chain.at(-1), draft));
    expect(chain).toEqual(entries);
    expect(await verifyChain(entries)).toEqual({ intact: true });
  });
});

const vector = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../tests/vectors/${name}.json`, import.meta.url), 'utf8'));

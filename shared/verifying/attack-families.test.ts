import { describe, expect, test } from 'vitest';
import { attacks as known, sealedDocument } from '../../tests/support/attack-documents.ts';
import { oddIncrements } from '../../tests/support/odd-increments.ts';
import { trust } from '../../tests/support/sealed-subject.ts';
import { verify } from './verify.ts';

/** Every known family of attacks, and odd structures, on documents of our own making. */
const attacks = [...known, ...oddIncrements];

test('the document they begin with passes', async () => {
  expect(await verify(await sealedDocument(), trust)).toMatchObject({ verdict: 'TOTAL-PASSED', reasons: [] });
});

describe.for([...new Set(attacks.map(({ family }) => family))])('%s', (family) => {
  const own = attacks.filter((attack) => attack.family === family);
  test.for(own.map(({ name, ...rest }) => ({ name, ...rest })))('$name', async ({ make, caughtBy }) => {
    const { verdict, reasons } = await verify(await make(), trust);
    expect(verdict).toBe('TOTAL-FAILED');
    expect(reasons.flatMap(({ code, where }) => where?.problem ?? code)).toContain(caughtBy);
  });
});

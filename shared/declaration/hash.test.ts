import { describe, expect, test } from 'vitest';
import { canonical } from './canonical.ts';
import { comparingCode, hashOf } from './hash.ts';

describe('the canonical form', () => {
  test('sorts keys and leaves out what is undefined', () => {
    expect(canonical({ b: 1, a: [true, null, undefined], c: undefined })).toBe('{"a":[true,null,null],"b":1}');
  });

  test('writes a letter and its combining twin the same way', () => {
    expect(canonical({ name: 'Gu\u0308l' })).toBe(canonical({ name: 'G\u00fcl' }));
  });

  test('keeps a key that is called like a prototype', () => {
    expect(canonical(JSON.parse('{"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1}}');
  });

  test('of half a letter does not exist', () => {
    expect(() => canonical('\ud800')).toThrow();
  });
});

describe('the comparing code', () => {
  test.for([
    ['0'.repeat(64), '0000-0000'],
    ['f'.repeat(64), 'ZZZZ-ZZZZ'],
    // 40 bits 00443214c7 are 00000 00001 00010 00011 00100 00101 00110 00111.
    ['00443214c7'.padEnd(64, '0'), '0123-4567'],
  ] as const)('of %s is %s', ([hash, code]) => {
    expect(comparingCode(hash)).toBe(code);
  });

  test('follows the hash of what was declared', async () => {
    expect(comparingCode(await hashOf({ a: 1 }))).not.toBe(comparingCode(await hashOf({ a: 2 })));
  });
});

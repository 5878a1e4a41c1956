import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealByHand } from '../tests/support/seal-by-hand.ts';
import { caseFiles } from '../tests/support/sealed-case.ts';
import { appendObjects, smallPdf } from '../tests/support/small-pdf.ts';
import { makeCa, makeCrl, makeKey } from '../tests/support/test-pki.ts';
import { runVerify } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'schalter-verify-'));
const at = (name: string): string => join(folder, name);
const noAnchors = { sealAnchors: [], tsaAnchors: [], revocation: [] };
const time = ['--at', '2026-11-24T09:00:00Z'];

beforeAll(async () => {
  const ca = makeCa();
  const sealed = sealByHand(smallPdf(await caseFiles()), makeKey(ca));
  writeFileSync(at('good.pdf'), sealed);
  const evidence = (await caseFiles())['evidence-at-seal.json'] ?? new Uint8Array();
  writeFileSync(at('evidence.json'), evidence);
  writeFileSync(at('changed.json'), Buffer.from(evidence).toString('utf8').replace('"accepted"', '"declined"'));
  writeFileSync(at('longer.pdf'), appendObjects(sealed, { 7: '<< /Title (x) >>' }));
  writeFileSync(at('seal-root.der'), ca.certificate);
  const body = Buffer.from(makeCrl(ca)).toString('base64');
  writeFileSync(at('list.crl'), `The list\n-----BEGIN X509 CRL-----\n${body}\n-----END X509 CRL-----\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run verify', () => {
  test.for<[string, readonly string[], number, string]>([
    ['a good document with its anchors', ['good.pdf', '--anchors', '.'], 0, 'TOTAL-PASSED'],
    ['a document with something appended', ['longer.pdf', '--anchors', '.'], 1, 'TOTAL-FAILED'],
    ['a good document and no anchors', ['good.pdf'], 2, 'INDETERMINATE'],
    ['evidence alone, of a day that is still open', ['evidence.json', '--anchors', '.'], 2, 'INDETERMINATE'],
    ['evidence that was changed', ['changed.json', '--anchors', '.'], 1, 'TOTAL-FAILED'],
  ])('%s', async ([, args, code, verdict]) => {
    const { ended, said } = await run(args.map((arg) => (arg.startsWith('--') ? arg : at(arg))));
    expect(ended).toBe(code);
    expect(JSON.parse(said)).toMatchObject({ verdict, explanation: [expect.any(String), expect.any(String)] });
  });

  test.for<[string, readonly string[], string]>([
    ['no file', [], 'Name exactly one PDF or evidence.json.'],
    ['two files', ['a.pdf', 'b.pdf'], 'Name exactly one PDF or evidence.json.'],
    ['a file that is not there', [at('missing.pdf')], 'Cannot read'],
    ['a folder that is not there', [at('good.pdf'), '--anchors', at('missing')], 'Cannot read the folder'],
    ['an option nobody knows', [at('good.pdf'), '--trust-me'], '--trust-me'],
    ['a time that is none', [at('good.pdf'), '--at', 'gestern'], '--at is no point in time'],
  ])('%s is wrong use', async ([, args, complaint]) => {
    const { ended, complained, said } = await run(args, []);
    expect([ended, said]).toEqual([64, '']);
    expect(complained).toContain(complaint);
    expect(complained).toContain('Usage:');
  });

  test('a root that does not say whose it is is wrong use', async () => {
    writeFileSync(at('root.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    const { ended, complained } = await run([at('good.pdf'), '--anchors', folder]);
    rmSync(at('root.pem'));
    expect([ended, complained]).toEqual([64, expect.stringContaining('does not say whose root it is')]);
  });
});

async function run(args: readonly string[], more: readonly string[] = time) {
  let [said, complained] = ['', ''];
  const ended = await runVerify([...args, ...more], {
    say: (text) => void (said += text),
    complain: (text) => void (complained += text),
    askOffice: async () => noAnchors,
  });
  return { ended, said, complained };
}

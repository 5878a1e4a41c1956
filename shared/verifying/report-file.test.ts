import { expect, test } from 'vitest';
import { sealByHand } from '../../tests/support/seal-by-hand.ts';
import { caseFiles } from '../../tests/support/sealed-case.ts';
import { smallPdf } from '../../tests/support/small-pdf.ts';
import { makeCa, makeCrl, makeKey, verifiedAt } from '../../tests/support/test-pki.ts';
import { type Bytes, utf8 } from '../base/bytes.ts';
import { verify } from './verify.ts';

const ca = makeCa();
const key = makeKey(ca);
const chain = async (): Promise<Bytes> => (await caseFiles())['evidence-at-seal.json'] ?? new Uint8Array();
const text = async () => new TextDecoder().decode(await chain());

async function check(files: Record<string, Bytes>) {
  const trust = { sealAnchors: [ca.certificate], tsaAnchors: [], revocation: [makeCrl(ca)], at: verifiedAt };
  const { verdict, reasons, document } = await verify(sealByHand(smallPdf(files), key), trust);
  const failed = reasons.filter(({ severity }) => severity === 'failed').map(({ code }) => code);
  return { verdict, failed, document };
}

test('a Nachweisbericht passes with the whole chain it was drawn from, and nothing else', async () => {
  expect(await check({ 'evidence.json': await chain() })).toEqual({
    verdict: 'TOTAL-PASSED',
    failed: [],
    document: {
      kind: 'evidence-report',
      title: 'Nachweisbericht',
      number: '26-0001-00001-5',
      entries: 6,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
});

test.for<[string, string, () => Promise<Record<string, Bytes>>]>([
  [
    'a changed entry',
    'evidence-broken',
    async () => ({ 'evidence.json': utf8((await text()).replace('"accepted"', '"declined"')) }),
  ],
  ['another spelling', 'evidence-malformed', async () => ({ 'evidence.json': utf8(` ${await text()}`) })],
  ['no chain', 'evidence-malformed', async () => ({ 'evidence.json': utf8('{}') })],
  [
    'the chain of another case',
    'evidence-other-case',
    async () => ({ 'evidence.json': utf8((await text()).replace('{"caseId":"0193', '{"caseId":"0194')) }),
  ],
  [
    'something beside it',
    'attachment-unexpected',
    async () => ({ 'evidence.json': await chain(), 'note.txt': utf8('x') }),
  ],
  [
    'a declaration beside it',
    'attachment-unexpected',
    async () => ({ ...(await caseFiles()), 'evidence.json': await chain() }),
  ],
])('a Nachweisbericht with %s fails: %s', async ([, code, files]) => {
  const { verdict, failed } = await check(await files());
  expect([verdict, failed]).toEqual(['TOTAL-FAILED', expect.arrayContaining([code])]);
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { Bytes } from '../base/bytes.ts';
import { digestOf } from '../../server/sealing/algorithms.ts';
import { finishDocumentTimestamp, prepareDocumentTimestamp } from '../../server/sealing/document-timestamp.ts';
import { appendDss } from '../../server/sealing/dss.ts';
import { sealByHand } from '../../tests/support/seal-by-hand.ts';
import { caseFiles } from '../../tests/support/sealed-case.ts';
import { smallPdf } from '../../tests/support/small-pdf.ts';
import { makeCa, makeCrl, makeKey, makeOcsp, makeToken, sealedAt, type TestKey } from '../../tests/support/test-pki.ts';
import type { Report } from './report.ts';
import { type Trust, verify } from './verify.ts';

/**
 * Years later, without any fresh list: only what lies in the document, and what its stamps prove. The seal's certificate
 * ends with 2028, those of the stamps with 2029 and 2034; the authorities live until 2050.
 */
const long = { notAfter: new Date('2050-01-01T00:00:00Z') };
const ca = makeCa('Test-CA', long);
const tsaCa = makeCa('Test-TSA-CA', long);
const key = makeKey(ca, 'seal', { notAfter: new Date('2029-01-01T00:00:00Z') });
const tsa = makeKey(tsaCa, 'timestamps', { notAfter: new Date('2030-01-01T00:00:00Z') });
const laterTsa = makeKey(tsaCa, 'timestamps', { notAfter: new Date('2035-01-01T00:00:00Z') });
const responder = makeKey(ca, 'ocsp', { notAfter: new Date('2027-03-01T00:00:00Z') });
const [soon, renewal] = [minutesAfter(10), new Date('2029-06-01T00:00:00Z')];

let sealed: Bytes;
let stamped: Bytes;
beforeAll(async () => {
  const plain = smallPdf(await caseFiles());
  sealed = sealByHand(plain, key);
  const timestamp = (signature: Bytes) => makeToken(tsa, digestOf('SHA-256', signature));
  stamped = sealByHand(plain, { ...key, timestamp });
});

/** Lists of both authorities as they were fetched right after the seal. */
const lists = [makeCrl(ca, { thisUpdate: minutesAfter(1) }), makeCrl(tsaCa, { thisUpdate: minutesAfter(1) })];
const tsaList = makeCrl(tsaCa, { thisUpdate: minutesAfter(1) });

describe('a document kept for years', () => {
  test('at B-LT passes as long as its stamp is valid, although its own certificate has expired', async () => {
    const file = await withData(stamped, { crls: lists });
    expect(await resultIn(file, '2029-06-01')).toEqual(['TOTAL-PASSED', 'B-LT']);
    expect(await resultIn(file, '2031-01-01')).toEqual([
      'INDETERMINATE',
      'timestamp-expired',
      'certificate-expired',
      'revocation-stale',
    ]);
  });

  test('passes after its authority changed its key and kept its name: the new key’s lists are about others', async () => {
    const rekeyed = makeCrl(makeCa('Test-CA', long), { thisUpdate: minutesAfter(1) });
    const file = await withData(stamped, { crls: lists });
    expect(await resultIn(file, '2029-06-01', [rekeyed])).toEqual(['TOTAL-PASSED', 'B-LT']);
  });

  test('at B-LTA passes with lists, and with answers', async () => {
    const byLists = await stampedBy(tsa, await withData(stamped, { crls: lists }), soon);
    expect(await resultIn(byLists, '2029-12-01')).toEqual(['TOTAL-PASSED', 'B-LTA']);
    const answers = [makeOcsp(ca, key.certificate, { by: responder, thisUpdate: minutesAfter(1) })];
    const byAnswers = await stampedBy(tsa, await withData(stamped, { crls: [tsaList], ocsps: answers }), soon);
    expect(await resultIn(byAnswers, '2029-12-01')).toEqual(['TOTAL-PASSED', 'B-LTA']);
  });

  test('whose first stamp came late passes just as well, with lists from after it', async () => {
    const late = await stampedBy(tsa, sealed, soon);
    const after = [ca, tsaCa].map((each) => makeCrl(each, { thisUpdate: minutesAfter(11) }));
    const file = await stampedBy(tsa, await withData(late, { crls: after }), minutesAfter(12));
    expect(await resultIn(file, '2029-12-01')).toEqual(['TOTAL-PASSED', 'B-LTA']);
    const before = await stampedBy(tsa, await withData(sealed, { crls: lists }), soon);
    expect(await resultIn(before, '2029-12-01')).toEqual(['INDETERMINATE', 'revocation-older-than-signature']);
  });

  test('passes beyond its first stamp when a later one was added in time', async () => {
    const archived = await stampedBy(tsa, await withData(stamped, { crls: lists }), soon);
    const fresh = makeCrl(tsaCa, { thisUpdate: new Date(renewal.getTime() - 60_000) });
    const renewed = await stampedBy(laterTsa, await withData(archived, { crls: [fresh] }), renewal);
    expect(await resultIn(renewed, '2034-12-01')).toEqual(['TOTAL-PASSED', 'B-LTA']);
    expect((await resultIn(renewed, '2035-02-01'))[0]).toBe('INDETERMINATE');
  });

  test('is undecided when the later stamp came too late for the first', async () => {
    const archived = await stampedBy(tsa, await withData(stamped, { crls: lists }), soon);
    const late = new Date('2030-06-01T00:00:00Z');
    const fresh = makeCrl(tsaCa, { thisUpdate: new Date(late.getTime() - 60_000) });
    const renewed = await stampedBy(laterTsa, await withData(archived, { crls: [fresh] }), late);
    expect(await resultIn(renewed, '2031-01-01')).toEqual(['INDETERMINATE', 'timestamp-expired']);
  });

  test('passes when a token brings the authority along, and not when that copy was changed', async () => {
    const extended = await withData(stamped, { crls: lists });
    const prepared = await prepareDocumentTimestamp(extended, 'SHA-256', 3000);
    const root = tsaCa.certificate;
    const token = makeToken(tsa, prepared.imprint, { at: soon, beside: [root] });
    expect(await resultIn(finishDocumentTimestamp(prepared, token), '2028-01-01')).toEqual(['TOTAL-PASSED', 'B-LTA']);
    const changed = root.slice();
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const odd = makeToken(tsa, prepared.imprint, { at: soon, beside: [changed] });
    expect(await resultIn(finishDocumentTimestamp(prepared, odd), '2028-01-01')).toContain('timestamp-certificate-odd');
  });

  test('shows its stamps, who made them and what they cover', async () => {
    const file = await stampedBy(tsa, await withData(stamped, { crls: lists }), soon);
    const { timestamps } = await verify(file, trustAt('2028-01-01'));
    expect(timestamps).toEqual([
      { at: '2026-11-23T09:00:05.000Z', authority: 'Siegel Bürgeramt', covers: 'signature', isTraced: true },
      { at: '2026-11-23T09:10:00.000Z', authority: 'Siegel Bürgeramt', covers: 'document', isTraced: true },
    ]);
  });
});

describe('what a document has to bring for later', () => {
  test.for<[string, () => Promise<Bytes>, readonly string[]]>([
    ['nothing about the seal', () => withData(stamped, { crls: [tsaList] }), ['INDETERMINATE', 'revocation-missing']],
    [
      'nothing about its stamp',
      () => withData(stamped, { crls: [lists[0]!] }),
      ['INDETERMINATE', 'timestamp-untrusted', 'revocation-stale'],
    ],
    [
      'a list that had run out before the seal was made',
      () => withData(stamped, { crls: [makeCrl(ca, old), tsaList] }),
      ['INDETERMINATE', 'revocation-older-than-signature'],
    ],
    [
      'an answer from two days before the seal',
      () =>
        withData(stamped, {
          crls: [tsaList],
          ocsps: [makeOcsp(ca, key.certificate, { thisUpdate: minutesAfter(-2880) })],
        }),
      ['INDETERMINATE', 'revocation-older-than-signature'],
    ],
    [
      'an answer by who is out of office since, under no stamp',
      () =>
        withData(stamped, {
          crls: [tsaList],
          ocsps: [makeOcsp(ca, key.certificate, { by: responder, thisUpdate: minutesAfter(1) })],
        }),
      ['INDETERMINATE', 'revocation-unproven'],
    ],
    [
      'a list from after a stamp that is over it',
      async () =>
        stampedBy(
          tsa,
          await withData(stamped, { crls: [makeCrl(ca, { thisUpdate: minutesAfter(60) }), tsaList] }),
          soon,
        ),
      ['INDETERMINATE', 'revocation-stale'],
    ],
    [
      'an answer about another certificate',
      () => withData(stamped, { crls: lists, ocsps: [makeOcsp(ca, makeKey(ca).certificate)] }),
      ['INDETERMINATE', 'validation-data-unused'],
    ],
    [
      'a certificate in an answer that nobody needs',
      () =>
        withData(stamped, {
          crls: lists,
          ocsps: [
            makeOcsp(ca, key.certificate, {
              by: responder,
              thisUpdate: minutesAfter(1),
              certificates: [responder.certificate, makeKey(ca).certificate],
            }),
          ],
        }),
      ['INDETERMINATE', 'validation-data-unused'],
    ],
  ])('%s', async ([, make, expected]) => {
    const result = await resultIn(await make(), '2028-06-01');
    expect(result).toEqual(expected);
  });

  test('more than anybody needs is not even read', async () => {
    const { reasons } = await verify(
      await withData(stamped, { crls: [new Uint8Array(17_000_000)] }),
      trustAt('2028-01-01'),
    );
    expect(reasons.map(({ code }) => code)).toEqual(['validation-data-unused']);
  });

  test('without lists in the document, lists of whoever verifies do, and the level stays B-T', async () => {
    const now = trustAt('2026-11-24');
    expect(resultOf(await verify(stamped, { ...now, revocation: lists }))).toEqual(['TOTAL-PASSED', 'B-T']);
    const answers = [makeOcsp(ca, key.certificate, { nextUpdate: new Date('2026-11-25T00:00:00Z') }), tsaList];
    expect(resultOf(await verify(stamped, { ...now, revocation: answers }))).toEqual(['TOTAL-PASSED', 'B-T']);
  });
});

describe('a certificate that was revoked', () => {
  const revokedAt = (at: Date) =>
    makeCrl(ca, { thisUpdate: minutesAfter(600), revoked: [{ serialNumber: key.serialNumber, at }] });

  test('because its key was stolen seals nothing that passes, with a list from before in the document', async () => {
    // The list knows nothing yet, and is meant to hold for weeks; only a list from after the seal could clear it.
    const before = makeCrl(ca, { thisUpdate: minutesAfter(-60), nextUpdate: minutesAfter(60 * 24 * 30) });
    const file = await stampedBy(tsa, await withData(stamped, { crls: [before, tsaList] }), soon);
    expect(await resultIn(file, '2026-11-24')).toEqual(['INDETERMINATE', 'revocation-older-than-signature']);
    const now = { ...trustAt('2026-11-24'), revocation: [revokedAt(minutesAfter(-30))] };
    expect((await verify(file, now)).verdict).toBe('TOTAL-FAILED');
  });

  test('after the time the seal is proven for leaves it alone, whoever says so', async () => {
    const file = await withData(stamped, { crls: [...lists, revokedAt(minutesAfter(30))] });
    expect(await resultIn(file, '2028-06-01')).toEqual(['TOTAL-PASSED', 'B-LT']);
    const later = { ...trustAt('2026-11-24'), revocation: [revokedAt(minutesAfter(30)), ...lists] };
    expect((await verify(await withData(stamped, { crls: lists }), later)).verdict).toBe('TOTAL-PASSED');
  });

  test('before that time takes the seal away, even if the seal claims to be older', async () => {
    const file = await stampedBy(tsa, await withData(sealed, { crls: lists }), minutesAfter(120));
    const now = { ...trustAt('2026-11-24'), revocation: [revokedAt(minutesAfter(30))] };
    expect(resultOf(await verify(file, now))).toEqual(['TOTAL-FAILED', 'certificate-revoked']);
  });

  test('is revoked, too, when an answer says so', async () => {
    const ocsps = [
      makeOcsp(ca, key.certificate, { status: { revokedAt: minutesAfter(-30) }, thisUpdate: minutesAfter(1) }),
    ];
    const file = await withData(stamped, { crls: lists, ocsps });
    expect(await resultIn(file, '2028-06-01')).toEqual(['TOTAL-FAILED', 'certificate-revoked']);
  });

  test('takes a stamp away unless a later stamp is older than that', async () => {
    const revoked = [{ serialNumber: tsa.serialNumber, at: new Date('2028-01-01T00:00:00Z') }];
    const now = {
      ...trustAt('2028-06-01'),
      revocation: [makeCrl(tsaCa, { thisUpdate: new Date('2028-05-30T00:00:00Z'), revoked })],
    };
    const file = await stampedBy(tsa, await withData(stamped, { crls: lists }), soon);
    expect((await verify(file, now)).reasons.map(({ code }) => code)).toContain('timestamp-revoked');
    const good = makeCrl(tsaCa, { thisUpdate: new Date('2027-11-30T00:00:00Z') });
    const renewed = await stampedBy(laterTsa, await withData(file, { crls: [good] }), new Date('2027-12-01T00:00:00Z'));
    const fresh = {
      ...now,
      revocation: [...now.revocation, makeCrl(tsaCa, { thisUpdate: new Date('2027-12-01T00:00:00Z') })],
    };
    expect(resultOf(await verify(renewed, fresh))).toEqual(['TOTAL-PASSED', 'B-LTA']);
  });
});

const old = { thisUpdate: minutesAfter(-5000), nextUpdate: minutesAfter(-1000) };

function minutesAfter(minutes: number): Date {
  return new Date(sealedAt.getTime() + minutes * 60_000);
}

const trustAt = (day: string): Trust => ({
  sealAnchors: [ca.certificate],
  tsaAnchors: [tsaCa.certificate],
  revocation: [],
  at: new Date(`${day}T00:00:00Z`),
});

/** The verdict, then the level where it passed, otherwise the reasons. */
function resultOf({ verdict, seal, reasons }: Report): readonly (string | undefined)[] {
  return [verdict, ...(verdict === 'TOTAL-PASSED' ? [seal?.level] : reasons.map(({ code }) => code))];
}

const resultIn = async (pdf: Bytes, day: string, revocation: readonly Bytes[] = []) =>
  resultOf(await verify(pdf, { ...trustAt(day), revocation }));

const withData = (pdf: Bytes, { crls = [], ocsps = [] }: { crls?: readonly Bytes[]; ocsps?: readonly Bytes[] }) =>
  appendDss(pdf, { certificates: [ca.certificate, tsaCa.certificate], crls, ocsps });

async function stampedBy(by: TestKey, pdf: Bytes, at: Date): Promise<Bytes> {
  const prepared = await prepareDocumentTimestamp(pdf, 'SHA-256', 3000);
  return finishDocumentTimestamp(prepared, makeToken(by, prepared.imprint, { at }));
}

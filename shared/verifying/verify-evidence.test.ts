import { beforeAll, describe, expect, test } from 'vitest';
import { makeCa, makeCrl, makeKey, makeToken, type TestCa, type TestKey } from '../../tests/support/test-pki.ts';
import { type Bytes, fromHex, toBase64, toBase64Url, toHex, utf8 } from '../base/bytes.ts';
import { canonical, canonicalBytes } from '../declaration/canonical.ts';
import { type Entry, nextEntry } from '../evidence/chain.ts';
import type { EvidenceFile } from '../evidence/file.ts';
import { type InclusionProof, leafOf } from '../evidence/inclusion.ts';
import { hashLeaf, pathTo, rootOf } from '../evidence/merkle.ts';
import { verifyEvidence } from './verify-evidence.ts';

/** A chain of two days: four entries on the first, one on the second; both days are closed and timestamped. */
const caseId = '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d12';
const stamped = { first: new Date('2026-11-24T00:20:00Z'), second: new Date('2026-11-25T00:20:00Z') };
const verifiedAt = new Date('2026-11-26T09:00:00Z');

let [ca, tsa]: [TestCa, TestKey] = [makeCa('Zeit'), makeKey(makeCa())];
let good: EvidenceFile;
beforeAll(async () => {
  ca = makeCa('Zeit');
  tsa = makeKey(ca, 'timestamps');
  const entries: Entry[] = [];
  for (const [at, event] of [
    ['2026-11-23T08:00:00.000Z', 'case-opened'],
    ['2026-11-23T08:10:00.000Z', 'begun'],
    ['2026-11-23T08:20:00.000Z', 'confirmed'],
    ['2026-11-23T08:30:00.000Z', 'accepted'],
    ['2026-11-24T08:00:00.000Z', 'handed-out'],
  ] as const)
    entries.push(
      await nextEntry(entries.at(-1), {
        at,
        actor: 'clerk:1',
        event,
        details: event === 'case-opened' ? { caseId } : {},
      }),
    );
  const inclusion = [
    await prove(entries, { day: '2026-11-23', position: 3, at: stamped.first }),
    await prove(entries, { day: '2026-11-24', position: 4, at: stamped.second }),
  ];
  good = { schema: 'schalter/evidence@1', caseId, entries, inclusion };
});

/** The entry between those of two other cases. */
async function prove(
  entries: readonly Entry[],
  { day, position, at }: { day: string; position: number; at: Date },
): Promise<InclusionProof> {
  const salt = toBase64Url(new Uint8Array(16).fill(position));
  const leaf = await leafOf({ salt, head: entries[position]?.hash ?? '' });
  const leaves = [await hashLeaf(utf8('another')), leaf, await hashLeaf(utf8('a third'))];
  const path = (await pathTo(1, leaves)).map(toHex);
  const root = await rootOf(leaves);
  const timestamp = toBase64(makeToken(tsa, root, { at }));
  return { day, position, salt, place: 1, size: 3, path, root: toHex(root), timestamp };
}

const check = (file: unknown, trust: { anchors?: readonly Bytes[]; crls?: readonly Bytes[]; at?: Date } = {}) =>
  verifyEvidence(file instanceof Uint8Array ? new Uint8Array(file) : canonicalBytes(file), {
    sealAnchors: [],
    tsaAnchors: trust.anchors ?? [ca.certificate],
    revocation: trust.crls ?? [makeCrl(ca)],
    at: trust.at ?? verifiedAt,
  });
const proofs = (): InclusionProof[] => (good.inclusion === 'pending' ? [] : good.inclusion);
const withLast = (change: Partial<InclusionProof>): EvidenceFile => ({
  ...good,
  inclusion: proofs().map((proof, at, all) => (at === all.length - 1 ? { ...proof, ...change } : proof)),
});
const withFirst = (change: Partial<InclusionProof>): EvidenceFile => ({
  ...good,
  inclusion: proofs().map((proof, at) => (at === 0 ? { ...proof, ...change } : proof)),
});

describe('an evidence.json by itself', () => {
  test('passes, and says through which entry which day proves it since when', async () => {
    const report = await check(good);
    expect(report.reasons).toEqual([]);
    expect(report).toMatchObject({
      verdict: 'TOTAL-PASSED',
      evidence: {
        caseId,
        entries: 5,
        days: [
          { day: '2026-11-23', through: 3, at: stamped.first.toISOString() },
          { day: '2026-11-24', through: 4, at: stamped.second.toISOString() },
        ],
      },
    });
    expect(report.explanation[0]).toContain('2026-11-24');
  });

  test.for<[string, string, () => EvidenceFile]>([
    ['of a day that is not closed', 'inclusion-pending', () => ({ ...good, inclusion: 'pending' })],
    ['that grew since the last closed day', 'inclusion-pending', () => ({ ...good, inclusion: proofs().slice(0, 1) })],
    ['whose last root waits for its time stamp', 'root-not-timestamped', () => withLast({ timestamp: null })],
  ])('%s is undecided: %s', async ([, code, file]) => {
    const report = await check(file());
    expect([report.verdict, report.reasons.map((reason) => reason.code)]).toEqual(['INDETERMINATE', [code]]);
  });

  test('passes where a later day makes up for a root without its time stamp', async () => {
    const report = await check(withFirst({ timestamp: null }));
    expect(report.reasons).toMatchObject([{ code: 'root-not-timestamped', severity: 'note' }]);
    expect(report.verdict).toBe('TOTAL-PASSED');
  });

  test.for<[string, string, Parameters<typeof check>[1]]>([
    ['without any anchor', 'timestamp-untrusted', { anchors: [] }],
    ['by an authority nobody knows', 'timestamp-untrusted', { anchors: [makeCa('Fremd').certificate] }],
    ['without a list of revoked certificates', 'timestamp-untrusted', { crls: [] }],
    ['before its time stamps were made', 'timestamp-untrusted', { at: new Date('2026-11-23T12:00:00Z') }],
    ['after the certificate of the authority ran out', 'timestamp-expired', { at: new Date('2031-01-01T00:00:00Z') }],
  ])('is undecided %s', async ([, code, trust]) => {
    const report = await check(good, trust);
    expect(report.verdict).toBe('INDETERMINATE');
    expect(report.reasons.map((reason) => reason.code)).toContain(code);
  });

  test('says of an entry that it claims to be later than the time stamp over it', async () => {
    const early = await prove(good.entries, { day: '2026-11-24', position: 4, at: new Date('2026-11-24T07:00:00Z') });
    const report = await check({ ...good, inclusion: [...proofs().slice(0, 1), early] });
    expect(report.reasons).toMatchObject([{ code: 'evidence-after-timestamp', part: 'entry 4' }]);
    expect(report.verdict).toBe('INDETERMINATE');
  });
});

describe('an evidence.json that somebody changed', () => {
  const flip = (hex = '') => (hex.startsWith('0') ? `1${hex.slice(1)}` : `0${hex.slice(1)}`);
  const [last, first] = [() => proofs().at(-1), () => proofs()[0]];

  test.for<[string, string, () => unknown]>([
    [
      'an entry',
      'evidence-broken',
      () => ({ ...good, entries: good.entries.with(1, { ...good.entries[1]!, actor: 'x' }) }),
    ],
    ['a missing entry', 'evidence-broken', () => ({ ...good, entries: good.entries.toSpliced(2, 1) })],
    ['a missing last entry', 'inclusion-wrong', () => ({ ...good, entries: good.entries.slice(0, -1) })],
    ['the case', 'evidence-other-case', () => ({ ...good, caseId: caseId.replace('0193', '0194') })],
    ['no entries', 'evidence-malformed', () => ({ ...good, entries: [] })],
    ['a field more', 'evidence-malformed', () => ({ ...good, note: 'x' })],
    ['an empty list of proofs', 'evidence-malformed', () => ({ ...good, inclusion: [] })],
    ['a step of the way', 'inclusion-wrong', () => withLast({ path: [flip(last()?.path[0]), last()?.path[1] ?? ''] })],
    ['the place', 'inclusion-wrong', () => withLast({ place: 0 })],
    ['the size', 'inclusion-wrong', () => withLast({ size: 9 })],
    ['the salt', 'inclusion-wrong', () => withLast({ salt: 'A'.repeat(22) })],
    ['the position', 'inclusion-wrong', () => withLast({ position: 3 })],
    ['a position it does not have', 'inclusion-wrong', () => withLast({ position: 5 })],
    ['the root', 'inclusion-wrong', () => withLast({ root: flip(last()?.root) })],
    ['the root of the first day', 'inclusion-wrong', () => withFirst({ root: flip(first()?.root) })],
    ['days in another order', 'inclusion-wrong', () => ({ ...good, inclusion: proofs().toReversed() })],
    ['a time stamp of another root', 'timestamp-mismatch', () => withLast({ timestamp: first()?.timestamp ?? '' })],
    ['a time stamp that is none', 'timestamp-malformed', () => withLast({ timestamp: 'AQID' })],
    [
      'a forged time stamp',
      'timestamp-malformed',
      () =>
        withLast({
          timestamp: toBase64(
            makeToken(tsa, fromHex(last()?.root ?? ''), { at: stamped.second, forgeSignature: true }),
          ),
        }),
    ],
    [
      'a key that is not made for time',
      'timestamp-purpose',
      () => withFirst({ timestamp: toBase64(makeToken(makeKey(ca), fromHex(first()?.root ?? ''))) }),
    ],
  ])('fails with %s: %s', async ([, code, file]) => {
    const report = await check(file());
    expect([report.verdict, report.reasons.map((reason) => reason.code)]).toEqual([
      'TOTAL-FAILED',
      expect.arrayContaining([code]),
    ]);
  });

  test.for<[string, () => string]>([
    ['spaces', () => JSON.stringify(good, null, 2)],
    ['a key that stands twice', () => canonical(good).replace('{"caseId"', `{"caseId":"x","caseId"`)],
    ['nothing', () => ''],
    ['half of it', () => canonical(good).slice(0, 700)],
    ['a list', () => '[]'],
    ['null', () => 'null'],
  ])('fails with %s', async ([, text]) => {
    const report = await check(utf8(text()));
    expect([report.verdict, report.checks[0]]).toEqual(['TOTAL-FAILED', { step: 'evidence', result: 'failed' }]);
  });

  test('answers for any byte that was changed, and never passes it in silence', async () => {
    const bytes = canonicalBytes(good);
    for (let at = 0; at < bytes.length; at += 41) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const report = await check(changed);
      if (report.verdict === 'TOTAL-PASSED') expect([at, report.reasons.length]).toEqual([at, 1]);
    }
  });
});

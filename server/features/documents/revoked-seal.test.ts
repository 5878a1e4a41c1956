import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/base/bytes.ts';
import { isSameBytes } from '../../../shared/verifying/der.ts';
import { bringCase, type Counter, eventsOf, must, startCounter } from '../../../tests/support/counter.ts';
import { makeDemoRevocation } from '../../adapters/revocation/demo.ts';
import { openDemoSealer } from '../../adapters/sealer/demo.ts';
import type { Office } from '../../context.ts';
import { type Revocation, RevocationFailure } from '../../ports/revocation.ts';
import { SealerAway } from '../../ports/sealer.ts';
import { TimestampFailure } from '../../ports/timestamps.ts';
import { raiseLevel } from './raise-level.ts';
import { certificatesToSealWith } from './seal-status.ts';
import { listVersions, readVersion } from './versions.ts';

/** The seal's certificate is doubted, revoked, expired and replaced, each in an office of its own. */
let counter: Counter;
let real: Pick<Office, 'timestamps' | 'revocation' | 'sealer'>;
const files: string[] = [];
beforeEach(async () => {
  await counter?.close();
  counter = await startCounter();
  const { timestamps, revocation, sealer } = counter.office;
  real = { timestamps, revocation, sealer };
});
afterAll(async () => {
  await counter.close();
  for (const file of files) rmSync(file, { force: true });
});

const now = () => counter.office.now();
const hours = (count: number) => counter.pass(count * 3600);
const silence: Revocation = { statusOf: () => Promise.reject(new RevocationFailure('no-answer', 'no word')) };
const refusalOf = () =>
  certificatesToSealWith(counter.office).then(
    () => 'seals',
    (error: { code?: string }) => error.code,
  );

describe('the seal is used', () => {
  test('for a day after the last good word about its certificate, and not longer', async () => {
    expect(await refusalOf()).toBe('seals');
    counter.office.revocation = silence;
    hours(23);
    expect(await refusalOf()).toBe('seals');
    hours(2);
    expect(await refusalOf()).toBe('seal-status-unknown');
    counter.office.revocation = real.revocation;
    expect(await refusalOf()).toBe('seals');
  });

  test('never, where nobody ever said that its certificate holds', async () => {
    counter.office.revocation = silence;
    expect(await refusalOf()).toBe('seal-status-unknown');
  });

  test('never again once its certificate was revoked, whatever is said later', async () => {
    counter.office.revocation = await revokingNow();
    expect(await refusalOf()).toBe('seal-revoked');
    counter.office.revocation = real.revocation;
    expect(await refusalOf()).toBe('seal-revoked');
    counter.office.revocation = silence;
    expect(await refusalOf()).toBe('seal-revoked');
  });

  test('not with a certificate that has expired', async () => {
    counter.office.sealer = { ...real.sealer, certificates: () => Promise.reject(new Error('expired')) };
    expect(await refusalOf()).toBe('seal-not-valid');
  });

  test('not while the keeper of its key does not answer, which says nothing of the certificate', async () => {
    const away = new SealerAway('the hardware module does not answer');
    counter.office.sealer = { ...real.sealer, certificates: () => Promise.reject(away) };
    await expect(certificatesToSealWith(counter.office)).rejects.toBe(away);
  });
});

test('a case is accepted although nothing may be sealed; the desk reads why, and the seal comes when it may', async () => {
  counter.office.revocation = silence;
  const caseId = await bringCase(counter, 'confirmed');
  await must(counter.clerk.cases[':caseId'].accept.$post({ param: { caseId } }));
  const read = async () => (await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }))).documents.at(-1);
  await expect.poll(async () => (await read())?.problem, { timeout: 20_000 }).toBe('seal-status-unknown');
  expect(await read()).toMatchObject({ state: 'pending' });
  counter.office.revocation = real.revocation;
  await counter.work();
  expect(await read()).toMatchObject({ state: 'sealed', level: 'B-LTA', problem: null });
});

describe('a certificate that is revoked', () => {
  test('before anybody could prove the time: the same bytes are sealed anew, and the old seal is kept and marked', async () => {
    silenceTime();
    const { caseId, documentId } = await sealed();
    const [old] = await listVersions(counter.office.db, documentId);
    const unsealed = (await rowOf(documentId)).unsealed_blob;
    await counter.sql`update documents set copies = 1 where document_id = ${documentId}`;

    counter.office.revocation = await revokingNow();
    await raiseLevel(counter.office, { caseId, documentId });
    expect(await rowOf(documentId)).toMatchObject({ state: 'pending', level: null, blob: null });
    // The office has no other certificate yet: nothing is sealed with the revoked one.
    await expect(counter.work()).rejects.toThrow();
    expect(await rowOf(documentId)).toMatchObject({ state: 'pending', problem: 'seal-revoked' });

    await changeCertificate();
    Object.assign(counter.office, { timestamps: real.timestamps });
    await everythingIsDue();
    expect(await rowOf(documentId)).toMatchObject({ state: 'sealed', level: 'B-LTA', unsealed_blob: unsealed });
    const versions = await listVersions(counter.office.db, documentId);
    expect(versions.map(({ seal, level }) => [seal, level])).toEqual([
      [2, 'B-LTA'],
      [2, 'B-LT'],
      [2, 'B-T'],
      [1, 'B-B'],
    ]);
    const sha256 = old?.sha256 ?? '';
    const kept = await readVersion(counter.office, counter.office.db, { documentId, sha256 });
    expect(kept && (await sha256Hex(kept))).toBe(sha256);
    const events = await eventsOf(counter, caseId);
    expect(events.slice(events.indexOf('sealed'))).toEqual([
      'sealed',
      'seal-replaced',
      'sealed',
      'level-raised',
      'level-raised',
    ]);
    const { state, tasks } = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
    expect(state).toBe('sealed');
    expect(tasks).toMatchObject([{ kind: 'seal-replaced', path: documentId }]);
  });

  test('before the time that is proven: the same', async () => {
    const { caseId, documentId } = await sealed();
    expect((await rowOf(documentId)).level).toBe('B-T');
    counter.office.revocation = await revokingNow(-3600);
    await raiseLevel(counter.office, { caseId, documentId });
    expect(await rowOf(documentId)).toMatchObject({ state: 'pending', level: null });
    expect((await eventsOf(counter, caseId)).at(-1)).toBe('seal-replaced');
  });

  test('after the time that is proven leaves the document as it is, and its ladder goes on', async () => {
    const { caseId, documentId } = await sealed();
    hours(1);
    counter.office.revocation = await revokingNow();
    await raiseLevel(counter.office, { caseId, documentId });
    expect(await rowOf(documentId)).toMatchObject({ state: 'sealed', level: 'B-LTA' });
  });
});

/** The issuer of the current seal takes its word back, with a list of his own that says so. */
async function revokingNow(seconds = 0): Promise<Revocation> {
  const { leaf } = await real.sealer.certificates();
  const revokedAt = new Date(now().getTime() + seconds * 1000);
  return {
    async statusOf(certificate, issuer, wish) {
      const proof = await counter.office.sealer
        .anchors()
        .then(() => real.revocation.statusOf(certificate, issuer, wish));
      return isSameBytes(certificate, leaf) ? { ...proof, revokedAt } : proof;
    },
  };
}

/** Another seal by another authority, as after a new order at the trust service. */
async function changeCertificate(): Promise<void> {
  const file = join(tmpdir(), `schalter-seal-${randomUUID()}.json`);
  files.push(file);
  const sealer = await openDemoSealer({ file, mode: 'demo', authority: 'Stadt Leinfelden-Echterdingen', now });
  const lists = async () => (await sealer.anchors()).crls;
  const own = makeDemoRevocation({ mode: 'demo', lists, now });
  const statusOf: Revocation['statusOf'] = (certificate, issuer, wish) =>
    own.statusOf(certificate, issuer, wish).catch(() => real.revocation.statusOf(certificate, issuer, wish));
  Object.assign(counter.office, { sealer, revocation: { statusOf } });
}

function silenceTime(): void {
  const stamp = () => Promise.reject(new TimestampFailure('no-answer', 'no token'));
  counter.office.timestamps = { ...real.timestamps, stamp };
}

async function sealed(): Promise<{ caseId: string; documentId: string }> {
  const caseId = await bringCase(counter, 'accepted');
  const [row] = await counter.sql<{ id: string }[]>`
    select document_id as id from documents where case_id = ${caseId} and kind = 'declaration'`;
  return { caseId, documentId: row?.id ?? '' };
}

async function everythingIsDue(): Promise<void> {
  await counter.sql`update pgboss.job set start_after = now() where state in ('created', 'retry')`;
  await counter.work();
}

type Row = { state: string; level: string | null; blob: string | null; unsealed_blob: string; problem: string | null };
async function rowOf(documentId: string): Promise<Row> {
  const [row] = await counter.sql<Row[]>`select * from documents where document_id = ${documentId}`;
  if (!row) throw new Error('lost');
  return row;
}

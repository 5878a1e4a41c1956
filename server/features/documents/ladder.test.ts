import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bytes, sha256Hex } from '../../../shared/base/bytes.ts';
import { bringCase, type Counter, startCounter } from '../../../tests/support/counter.ts';
import { anchorsOf } from '../../anchors.ts';
import type { Office } from '../../context.ts';
import { RevocationFailure } from '../../ports/revocation.ts';
import { TimestampFailure } from '../../ports/timestamps.ts';
import { confirmedLevel } from './confirmed-level.ts';
import { gatherWhatIsAtHand } from './proofs.ts';
import { raiseLevel } from './raise-level.ts';
import { growDocument, listVersions, readDocument, readVersion } from './versions.ts';

/**
 * The ladder of a document while the services it needs die, are silent or lie. Whatever happens, every file that was
 * ever delivered is the beginning of the one that is delivered now, and no level is claimed that is not proven.
 */
let counter: Counter;
let honest: Pick<Office, 'timestamps' | 'revocation'>;
/** Counts calls of ports while armed, and dies at one of them. */
let watch: { call: number; dieAt: number; when: 'before' | 'after' } | undefined;

beforeAll(async () => {
  counter = await startCounter();
  const { office } = counter;
  const { typesetter, blobs, live } = office;
  honest = { timestamps: office.timestamps, revocation: office.revocation };
  Object.assign(office, {
    typesetter: {
      ...typesetter,
      readChains: mortal(typesetter.readChains),
      appendData: mortal(typesetter.appendData),
      prepareTimestamp: mortal(typesetter.prepareTimestamp),
      finishTimestamp: mortal(typesetter.finishTimestamp),
      verify: mortal(typesetter.verify),
    },
    blobs: { ...blobs, put: mortal(blobs.put), remove: mortal(blobs.remove) },
    live: { ...live, publish: mortal(live.publish) },
  } satisfies Partial<Office>);
  answerAgain();
});
afterAll(() => counter.close());
beforeEach(() => {
  watch = undefined;
  answerAgain();
});

function answerAgain(): void {
  const { timestamps, revocation } = honest;
  Object.assign(counter.office, {
    timestamps: { ...timestamps, stamp: mortal(timestamps.stamp) },
    revocation: { statusOf: mortal(revocation.statusOf) },
  } satisfies Partial<Office>);
}
const silenceTime = (kind: TimestampFailure['kind'] = 'no-answer') => {
  const stamp = () => Promise.reject(new TimestampFailure(kind, 'no token'));
  counter.office.timestamps = { ...honest.timestamps, stamp };
};
const silenceRevocation = (kind: RevocationFailure['kind'] = 'no-answer') => {
  counter.office.revocation = { statusOf: () => Promise.reject(new RevocationFailure(kind, 'no word')) };
};

describe('a server killed at any step of the ladder', () => {
  test.for(['before', 'after'] as const)('%s it: nothing is lost, doubled or wrongly claimed', async (when) => {
    silenceTime();
    const documentId = await sealed();
    answerAgain();
    expect((await rowOf(documentId)).level).toBe('B-B');
    const delivered = [await deliver(documentId)];
    const deaths: number[] = [];
    for (let dieAt = 1; (await rowOf(documentId)).level !== 'B-LTA'; dieAt += 1) {
      const { level } = await rowOf(documentId);
      watch = { call: 0, dieAt, when };
      const outcome = await raiseLevel(counter.office, { caseId: '', documentId }).catch(
        (error: Error) => error.message,
      );
      watch = undefined;
      if (outcome === 'killed') deaths.push(dieAt);
      else expect(outcome).toBeUndefined();
      const isUp = (await rowOf(documentId)).level !== level;
      delivered.push(await (isUp ? deliver(documentId) : fileOf(documentId)));
      // A step was committed: from here on every place to die is tried anew.
      if (isUp) dieAt = 0;
    }
    // Three steps, each with more than eight places to die.
    expect(deaths.length).toBeGreaterThan(24);
    const last = delivered.at(-1) ?? new Uint8Array();
    for (const file of delivered) expect(Buffer.compare(file, last.subarray(0, file.length))).toBe(0);
    expect((await listVersions(counter.office.db, documentId)).map(({ level }) => level)).toEqual([
      'B-LTA',
      'B-LT',
      'B-T',
      'B-B',
    ]);
    expect((await raisedOf(documentId)).map(({ level }) => level)).toEqual(['B-T', 'B-LT', 'B-LTA']);
    expect(await counter.sql`select 1 from blobs where blob_id = ${(await rowOf(documentId)).blob}`).toHaveLength(1);
  });

  test('a version that does not begin with every byte of the one before is not stored; what was delivered is not rewritten', async () => {
    const documentId = await sealed();
    const { office, sql } = counter;
    const { document, pdf: before } = await readDocument(office, office.db, documentId);
    const other = new Uint8Array([...before.with(100, (before[100] ?? 0) ^ 1), 0]);
    for (const after of [other, before, before.slice(0, -1)])
      await expect(
        office.db.transaction((tx) => growDocument(office, tx, { document, before, after, level: 'B-LTA' })),
      ).rejects.toThrow('does not begin with the earlier one');
    expect(await fileOf(documentId)).toEqual(before);
    await expect(sql`update document_versions set level = 'B-LTA'`).rejects.toThrow('permission denied');
    await expect(sql`delete from document_versions`).rejects.toThrow('permission denied');
  });

  test('between the stamp of one process and that of another: the first wins, and one file is there', async () => {
    silenceTime();
    const documentId = await sealed();
    answerAgain();
    // Two processes share the database and nothing else.
    const other = { ...counter.office };
    await Promise.all([counter.office, other].map((office) => raiseLevel(office, { caseId: '', documentId })));
    expect((await rowOf(documentId)).level).toBe('B-LTA');
    expect(await raisedOf(documentId)).toHaveLength(3);
    await deliver(documentId);
  });
});

describe('a service that', () => {
  test.for<[string, () => void, string, string]>([
    ['stamps falsely', () => silenceTime('answer-refused'), 'B-B', 'timestamp-refused'],
    ['is silent about certificates', () => silenceRevocation(), 'B-T', 'no-revocation'],
    ['lies about certificates', () => silenceRevocation('answer-refused'), 'B-T', 'revocation-refused'],
    ['has old news about certificates', () => silenceRevocation('not-fresh'), 'B-T', 'revocation-awaited'],
  ])('%s keeps a document where it is, and the desk reads why', async ([, fail, level, problem]) => {
    const documentId = await sealed(level === 'B-B' ? fail : undefined);
    fail();
    await expect(raiseLevel(counter.office, { caseId: '', documentId })).rejects.toThrow();
    expect(await rowOf(documentId)).toMatchObject({ state: 'sealed', level, problem });
    await deliver(documentId);
  });

  test('gives a stamp that was not checked spoils no document, neither at once nor later', async () => {
    const { timestamps } = honest;
    const foreign = (_: Bytes, signal: AbortSignal) => timestamps.stamp(new Uint8Array(32).fill(7), signal);
    counter.office.timestamps = { ...timestamps, stamp: foreign };
    const documentId = await sealed();
    expect(await rowOf(documentId)).toMatchObject({ level: 'B-B' });
    const before = await deliver(documentId);
    await expect(raiseLevel(counter.office, { caseId: '', documentId })).rejects.toThrow('timestamp-mismatch');
    expect(await rowOf(documentId)).toMatchObject({ level: 'B-B', problem: 'not-verified' });
    expect(await deliver(documentId)).toEqual(before);
  });

  test('gives a list that was not checked spoils no document', async () => {
    const documentId = await sealed();
    const { revocation } = honest;
    counter.office.revocation = {
      async statusOf(certificate, issuer, wish) {
        const proof = await revocation.statusOf(certificate, issuer, wish);
        return { ...proof, der: proof.der.with(-20, (proof.der.at(-20) ?? 0) ^ 1) };
      },
    };
    await expect(raiseLevel(counter.office, { caseId: '', documentId })).rejects.toThrow('does not verify');
    expect(await rowOf(documentId)).toMatchObject({ level: 'B-T', problem: 'not-verified' });
    await deliver(documentId);
  });
});

// Last, because everybody's session ends meanwhile.
describe('three days without time stamps', () => {
  test('cost the documents of these days their level, and none of them is lost', async () => {
    silenceTime();
    const documentId = await sealed();
    const first = await deliver(documentId);
    for (let hours = 0; hours < 72; hours += 12) {
      await tryEverything();
      expect(await rowOf(documentId)).toMatchObject({ level: 'B-B', problem: 'no-timestamp', given_up_at: null });
      counter.pass(12 * 3600);
    }
    answerAgain();
    await tryEverything();
    expect(await rowOf(documentId)).toMatchObject({ state: 'sealed', level: 'B-LTA', problem: null });
    const last = await deliver(documentId);
    expect(Buffer.compare(first, last.subarray(0, first.length))).toBe(0);
    const [version] = (await listVersions(counter.office.db, documentId)).slice(-1);
    const read = await readVersion(counter.office, counter.office.db, { documentId, sha256: version?.sha256 ?? '' });
    expect(read).toEqual(first);
  });
});

function mortal<Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) {
  return async (...args: Args): Promise<Result> => {
    if (!watch) return work(...args);
    watch.call += 1;
    const dies = watch.call === watch.dieAt;
    if (dies && watch.when === 'before') throw new Error('killed');
    const result = await work(...args);
    if (dies) throw new Error('killed');
    return result;
  };
}

/** A declaration that is sealed and on its way; what fails meanwhile is up to the test. */
async function sealed(fail?: () => void): Promise<string> {
  fail?.();
  const caseId = await bringCase(counter, 'accepted');
  const [row] = await counter.sql<{ id: string }[]>`
    select document_id as id from documents where case_id = ${caseId} and kind = 'declaration'`;
  return row?.id ?? '';
}

/** The queue's pauses are over; each job that waits has its turn, whether it fails or not. */
async function tryEverything(): Promise<void> {
  await counter.sql`update pgboss.job set start_after = now() where state in ('created', 'retry')`;
  for (let isMore = true; isMore;)
    isMore = await counter.work().then(
      () => false,
      () => true,
    );
}

type Row = {
  state: string;
  level: string;
  problem: string | null;
  sha256: string;
  blob: string;
  given_up_at: string | null;
};
async function rowOf(documentId: string): Promise<Row> {
  const [row] = await counter.sql<Row[]>`select * from documents where document_id = ${documentId}`;
  if (!row) throw new Error('lost');
  return row;
}

async function raisedOf(documentId: string): Promise<{ level: string }[]> {
  return counter.sql<{ level: string }[]>`
    select details->>'level' as level from evidence_entries
    where event = 'level-raised' and details->>'documentId' = ${documentId} order by position`;
}

/** What somebody would get, which must be what is recorded. */
async function fileOf(documentId: string): Promise<Bytes> {
  const { pdf, document } = await readDocument(counter.office, counter.office.db, documentId);
  expect(await sha256Hex(pdf)).toBe(document.sha256);
  return pdf;
}

/** The same, and it proves the level that is claimed. */
async function deliver(documentId: string): Promise<Bytes> {
  const { office } = counter;
  const pdf = await fileOf(documentId);
  const current = { ...office, ...honest };
  const chains = await office.typesetter.readChains(pdf, await anchorsOf(current));
  const known = await gatherWhatIsAtHand(current, [chains.seal, ...chains.stamps.map(({ chain }) => chain)]);
  expect(await confirmedLevel(current, pdf, known.data)).toBe((await rowOf(documentId)).level);
  return pdf;
}

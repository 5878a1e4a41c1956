import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/base/bytes.ts';
import { bringCase, type Counter, eventsOf, must, startCounter } from '../../../tests/support/counter.ts';
import type { Office } from '../../context.ts';
import { RevocationFailure } from '../../ports/revocation.ts';
import { sealDeclaration } from './jobs.ts';
import { certificatesToSealWith } from './seal-status.ts';

/**
 * The server dies at any moment between accepting and sealing. Each port the seal needs is made to die before and
 * after its work; afterwards, as after a restart, the document is there exactly once.
 */
type Death = { port: string; when: 'before' | 'after'; call: number };
let death: Death | undefined;
let calls = new Map<string, number>();

function mortal<Args extends unknown[], Result>(port: string, work: (...args: Args) => Promise<Result>) {
  return async (...args: Args): Promise<Result> => {
    const call = (calls.get(port) ?? 0) + 1;
    calls.set(port, call);
    const dies = death?.port === port && death.call === call;
    if (dies && death?.when === 'before') throw new Error('killed');
    const result = await work(...args);
    if (dies) throw new Error('killed');
    return result;
  };
}

let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
  const { office } = counter;
  const { typesetter, sealer, blobs, live } = office;
  const dying: Partial<Office> = {
    typesetter: {
      ...typesetter,
      typeset: mortal('typeset', typesetter.typeset),
      prepareSeal: mortal('prepare', typesetter.prepareSeal),
      finishSeal: mortal('finish', typesetter.finishSeal),
    },
    sealer: { ...sealer, sign: mortal('sign', sealer.sign), anchors: mortal('anchors', sealer.anchors) },
    blobs: { ...blobs, put: mortal('put', blobs.put) },
    live: { ...live, publish: mortal('publish', live.publish) },
  };
  Object.assign(office, dying);
});
afterAll(() => counter.close());
beforeEach(() => {
  death = undefined;
  calls = new Map();
});

const deaths: Death[] = ['typeset', 'prepare', 'finish', 'sign', 'anchors', 'publish']
  .map((port) => ({ port, call: 1 }))
  // The unsealed bytes are stored first, the sealed ones second.
  .concat({ port: 'put', call: 1 }, { port: 'put', call: 2 })
  .flatMap((at) => [
    { ...at, when: 'before' as const },
    { ...at, when: 'after' as const },
  ]);

describe('a server killed between accepting and sealing', () => {
  test.for(deaths)('$when $port, call $call: the document is made once after the restart', async (planned) => {
    const caseId = await accepted();
    death = planned;
    calls = new Map();
    await expect(sealDeclaration(counter.office, { caseId })).rejects.toThrow('killed');
    expect((await documentsOf(caseId)).map(({ state }) => state)).toEqual(['pending']);
    const unsealed = (await documentsOf(caseId))[0]?.unsealedBlob;

    death = undefined;
    await counter.work();
    const [made, ...others] = await documentsOf(caseId);
    expect([made?.state, made?.level, others.length]).toEqual(['sealed', 'B-LTA', 0]);
    if (unsealed) expect(made?.unsealedBlob).toBe(unsealed);
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'sealed')).toHaveLength(1);
    expect(await fileHash(made?.documentId ?? '')).toBe(made?.sha256);

    // The job comes again, as it does when its process died after the last commit.
    await sealDeclaration(counter.office, { caseId });
    expect(await documentsOf(caseId)).toEqual([made]);
  });
});

test('of two that seal the same document at once the first wins, and nothing is exchanged', async () => {
  const caseId = await accepted();
  await Promise.all([1, 2, 3].map(() => sealDeclaration(counter.office, { caseId })));
  const [made] = await documentsOf(caseId);
  expect(await fileHash(made?.documentId ?? '')).toBe(made?.sha256);
  expect((await eventsOf(counter, caseId)).filter((event) => event === 'sealed')).toHaveLength(1);
});

test('accepting answers although sealing fails, and says that the document is on its way', async () => {
  death = { port: 'sign', when: 'before', call: 1 };
  const caseId = await bringCase(counter, 'confirmed');
  const view = await must(counter.clerk.cases[':caseId'].accept.$post({ param: { caseId } }));
  expect(view).toMatchObject({
    state: 'accepted',
    documents: [{ kind: 'declaration', state: 'pending', level: null }],
  });
  death = undefined;
  await counter.work();
  expect(await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }))).toMatchObject({ state: 'sealed' });
});

test('without a fresh list of revoked certificates a document is made, and no level is claimed', async () => {
  const { sealer, revocation } = counter.office;
  await certificatesToSealWith(counter.office);
  counter.office.sealer = { ...sealer, anchors: async () => ({ ...(await sealer.anchors()), crls: [] }) };
  counter.office.revocation = { statusOf: () => Promise.reject(new RevocationFailure('no-answer', 'silence')) };
  const caseId = await bringCase(counter, 'accepted');
  Object.assign(counter.office, { sealer, revocation });
  expect(await documentsOf(caseId)).toMatchObject([{ state: 'sealed', level: 'unconfirmed' }]);
});

test('what is stored is encrypted: no PDF lies in the database', async () => {
  const caseId = await bringCase(counter, 'accepted');
  const rows = await counter.sql<{ bytes: Uint8Array }[]>`select bytes from blobs`;
  expect(rows.length).toBeGreaterThan(1);
  for (const { bytes } of rows) expect(Buffer.from(bytes).includes('%PDF')).toBe(false);
  // Without its key nothing of the case opens.
  await counter.sql`delete from case_keys where case_id = ${caseId}`;
  const [made] = await documentsOf(caseId);
  const answer = await counter.clerkBrowser.fetch(`/api/documents/${made?.documentId}`);
  expect(answer.status).toBe(500);
});

/** Accepted, and no document yet: the request died before it could seal. */
async function accepted(): Promise<string> {
  const caseId = await bringCase(counter, 'confirmed');
  death = { port: 'typeset', when: 'before', call: (calls.get('typeset') ?? 0) + 1 };
  await must(counter.clerk.cases[':caseId'].accept.$post({ param: { caseId } }));
  death = undefined;
  return caseId;
}

type Made = {
  documentId: string;
  state: string;
  level: string | null;
  sha256: string | null;
  unsealedBlob: string | null;
};
const documentsOf = (caseId: string) =>
  counter.sql<Made[]>`
  select document_id as "documentId", state, level, sha256, unsealed_blob as "unsealedBlob"
  from documents where case_id = ${caseId} and kind = 'declaration'`.then((rows) => [...rows]);

async function fileHash(documentId: string): Promise<string> {
  const answer = await counter.clerkBrowser.fetch(`/api/documents/${documentId}`);
  return sha256Hex(new Uint8Array(await answer.arrayBuffer()));
}

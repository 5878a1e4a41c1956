import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pairedTablet } from '../../../tests/support/tablet.ts';
import {
  aDrawing,
  bringCase,
  type Counter,
  eventsOf,
  leaseOf,
  makeAct,
  must,
  newId,
  refusal,
  startCounter,
  type TestLease,
} from '../../../tests/support/counter.ts';

/** The citizen confirms: what counts, and everything that does not. */
let counter: Counter;
let caseId: string;
let lease: TestLease;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());
beforeEach(async () => {
  caseId = await bringCase(counter, 'reviewing');
  lease = await leaseOf(counter.tablet, caseId);
});

type Sent = Awaited<ReturnType<typeof makeAct>>;
const send = (json: Sent, tablet = counter.tablet) =>
  tablet.browser.api.api.counter[':caseId'].acts.$post({ param: { caseId }, json });
const act = (change: Parameters<typeof makeAct>[2] = {}) => makeAct(counter.tablet, lease, change);
const stateOf = async () => (await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }))).state;

/** What a refused act was told. Nothing of the case may have changed: not its rows, not its evidence. */
async function refused(answer: () => ReturnType<typeof send>): Promise<[number, string]> {
  const before = await everything();
  const told = await refusal(answer());
  expect(await everything()).toEqual(before);
  return told;
}
const everything = async () => [
  await counter.sql`select * from cases where case_id = ${caseId}`,
  await counter.sql`select * from acts where case_id = ${caseId} order by act_id`,
  await counter.sql`select * from leases where case_id = ${caseId}`,
  await counter.sql`select * from tasks where case_id = ${caseId}`,
  await counter.sql`select hash from evidence_entries where case_id = ${caseId} order by position`,
];

describe('a confirmation counts', () => {
  test('with a drawn signature, and the evidence says by whom, how and on which tablet', async () => {
    const receipt = await must(send(await act({ drawing: aDrawing })));
    expect(receipt).toMatchObject({ at: '2026-11-23T09:00:00.000Z', complete: true, nextSigner: null });
    const [entry] = await counter.sql<{ details: Record<string, string> }[]>`
      select details from evidence_entries where case_id = ${caseId} and event = 'confirmed'`;
    expect(entry?.details).toMatchObject({ signer: 'p1', method: 'drawn', declarationHash: lease.declarationHash });
    expect(Object.keys(entry?.details ?? {}).toSorted()).toEqual(
      'actHash actId declarationHash drawingHash method revision signer thumbprint'.split(' '),
    );
    expect(await stateOf()).toBe('confirmed');
  });

  test('R-104 by button alone, without drawing anything', async () => {
    expect(await must(send(await act()))).toMatchObject({ complete: true });
  });

  test('with a mark, to which the clerk adds how he knows', async () => {
    const json = await act({ drawing: aDrawing, method: 'mark' });
    await must(send(json));
    const note = { actId: json.actId, note: 'Handzeichen der Antragstellerin, persönlich bekannt.' };
    const noted = await must(counter.clerk.cases[':caseId']['mark-note'].$post({ param: { caseId }, json: note }));
    expect(noted.acts).toMatchObject([{ method: 'mark', note: note.note }]);
    expect(await eventsOf(counter, caseId)).toContain('mark-noted');
  });

  test('once, however often the same act is sent', async () => {
    const json = await act();
    const first = await must(send(json));
    const again = await Promise.all([must(send(json)), must(send(json))]);
    expect(again).toEqual([first, first]);
    expect((await eventsOf(counter, caseId)).filter((event) => event === 'confirmed')).toHaveLength(1);
  });
});

describe('a confirmation is refused, and nothing changes', () => {
  test.for<[string, number, string, Parameters<typeof makeAct>[2]]>([
    [
      'R-100 of another text than the one on record',
      409,
      'act-declaration-differs',
      { declarationHash: 'a'.repeat(64) },
    ],
    ['R-101 of a declaration that was not seen to its end', 409, 'act-sections-unseen', { sectionsSeen: [] }],
    ['R-103 of another case', 422, 'act-unreadable', { caseId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d99' }],
    ['of a revision that is not lent', 409, 'act-revision-outdated', { revision: 7 }],
    ['to a challenge of somebody else', 409, 'act-challenge-stale', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['by somebody who does not have to confirm', 422, 'act-signer-unknown', { signer: 'p2' }],
    ['as drawn, without a drawing', 422, 'act-drawing-misplaced', { method: 'drawn' }],
    ['by button, with the hash of a drawing', 422, 'act-drawing-misplaced', { drawingHash: 'b'.repeat(64) }],
    [
      'with another drawing than it names',
      422,
      'act-drawing-differs',
      { drawing: aDrawing, drawingHash: 'c'.repeat(64) },
    ],
    [
      'R-105 with points that tell how fast the hand moved',
      422,
      'act-drawing-uneven',
      {
        drawing: {
          schema: 'schalter/drawing@1',
          paths: [
            [
              [10, 10],
              [14, 10],
              [25, 10],
            ],
          ],
        },
      },
    ],
  ])('%s', async ([, status, code, change]) => {
    expect(await refused(async () => send(await act(change)))).toEqual([status, code]);
    expect(await stateOf()).toBe('reviewing');
    expect(await eventsOf(counter, caseId)).not.toContain('confirmed');
  });

  test('of an older revision, also with the challenge that is good now', async () => {
    const old = lease;
    const at = counter.tablet.browser.api.api.counter[':caseId'];
    const answers = [{ path: 'persons.p1.geburtsort', value: 'Gdynia' }];
    await must(at.review.leave.$post({ param: { caseId } }));
    await must(at.answers.$put({ param: { caseId }, json: { answers } }));
    lease = await leaseOf(counter.tablet, caseId);
    expect(lease.revision).toBe(old.revision + 1);
    const { challenge } = lease;
    for (const stale of [old, { ...old, challenge }])
      expect(await refused(async () => send(await makeAct(counter.tablet, stale)))).toEqual([
        409,
        'act-revision-outdated',
      ]);
  });

  test('without a challenge', async () => {
    const { challenge: _, ...without } = lease;
    const json = await makeAct(counter.tablet, { ...without, challenge: '' });
    expect(await refused(() => send(json))).toEqual([409, 'act-challenge-stale']);
  });

  test('with a signature of the device that was forged', async () => {
    const json = await act();
    const forged = { ...json, jws: `${json.jws.slice(0, -4)}${json.jws.endsWith('AAAA') ? 'BBBB' : 'AAAA'}` };
    expect(await refused(() => send(forged))).toEqual([422, 'act-signature-wrong']);
  });

  test('with a payload that was exchanged under the signature', async () => {
    const [one, other] = [await act(), await act({ method: 'confirmed', appVersion: 'other' })];
    const [header = '', , signature = ''] = one.jws.split('.');
    const mixed = { ...one, jws: [header, other.jws.split('.')[1], signature].join('.') };
    expect(await refused(() => send(mixed))).toEqual([422, 'act-signature-wrong']);
  });

  test('signed by the key of another tablet', async () => {
    const stranger = await pairedTablet(counter, 'leinfelden-2');
    const json = await makeAct(stranger, lease);
    expect(await refused(() => send(json))).toEqual([403, 'act-key-foreign']);
  });

  test('sent by the tablet of another desk, which is not told that the case exists', async () => {
    const stranger = await pairedTablet(counter, 'leinfelden-2');
    expect(await refused(async () => send(await makeAct(stranger, lease), stranger))).toEqual([404, 'not-found']);
  });

  test('sent by a tablet that was taken out of service', async () => {
    const tablet = await pairedTablet(counter, 'leinfelden-3');
    caseId = await bringCase(counter, 'reviewing', { tablet });
    lease = await leaseOf(tablet, caseId);
    await counter.lead.devices[':deviceId'].revoke.$post({ param: { deviceId: tablet.deviceId } });
    expect(await refused(async () => send(await makeAct(tablet, lease), tablet))).toEqual([401, 'not-signed-in']);
  });

  test('under the id of an act with other content', async () => {
    const json = await act();
    await must(send(json));
    const other = await act({ actId: json.actId, appVersion: 'other' });
    expect(await refused(() => send(other))).toEqual([409, 'same-id-other-content']);
  });

  test('under another id than it was signed with', async () => {
    expect(await refused(async () => send({ ...(await act()), actId: newId() }))).toEqual([422, 'act-unreadable']);
  });

  test('a second time by the same person', async () => {
    const param = { caseId };
    await counter.tablet.browser.api.api.counter[':caseId'].review.leave.$post({ param });
    await must(
      counter.clerk.cases[':caseId'].identifications.$post({
        param,
        json: { person: 'p2', document: 'RP', result: 'shown' },
      }),
    );
    const signers = [
      { id: 'p1', role: 'self', name: 'Aleksandra' },
      { id: 'p2', role: 'self', name: 'Stefan' },
    ] as const;
    await must(counter.clerk.cases[':caseId'].signers.$put({ param, json: { signers: [...signers] } }));
    lease = await leaseOf(counter.tablet, caseId);
    expect(await must(send(await act()))).toMatchObject({ complete: false, nextSigner: 'p2' });
    expect(await refused(async () => send(await act()))).toEqual([409, 'act-repeated']);
    expect(await must(send(await act({ signer: 'p2' })))).toMatchObject({ complete: true });
  });

  test.for<[string, object]>([
    ['time in the points', { paths: [[[10, 10, 17]]] }],
    ['pressure beside the points', { paths: [[[10, 10]]], pressure: [0.4] }],
    ['points off the field', { paths: [[[10, 301]]] }],
  ])('R-105 with dynamics of the hand: %s', async ([, change]) => {
    const json = await act({ drawing: aDrawing });
    const sent = { ...json, drawing: { schema: 'schalter/drawing@1', ...change } } as Sent;
    expect(await refused(() => send(sent))).toEqual([422, 'request-invalid']);
  });
});

describe('an act that arrives after its case was taken back', () => {
  const take = async (how: 'recall' | 'override') => {
    if (how === 'override') counter.pass(600);
    const desk = how === 'override' ? counter.lead : counter.clerk;
    await must(desk.cases[':caseId'][how].$post({ param: { caseId } }));
  };

  test.for(['recall', 'override'] as const)(
    'by %s is kept as evidence and as a task, and does not count',
    async (how) => {
      const json = await act({ drawing: aDrawing });
      await take(how);
      expect(await refusal(send(json))).toEqual([409, 'act-after-recall']);
      expect(await refusal(send(json))).toEqual([409, 'act-after-recall']);
      const view = await must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
      expect(view).toMatchObject({ state: 'prepared', acts: [{ actId: json.actId, state: 'void' }] });
      expect(view.tasks.map(({ kind }) => kind)).toEqual(['act-after-recall']);
      expect((await eventsOf(counter, caseId)).filter((event) => event === 'act-after-recall')).toHaveLength(1);
    },
  );

  test('is told from a forged one even then', async () => {
    const json = await act();
    await take('recall');
    const forged = { ...json, jws: `${json.jws.slice(0, -4)}AAAA` };
    expect((await refusal(send(forged)))[0]).toBe(422);
    expect(await eventsOf(counter, caseId)).not.toContain('act-after-recall');
  });
});

// Last, because every session is over by then.
test('R-103 a challenge runs out after a day; what was confirmed without network is kept even then', async () => {
  const [online, offline] = [await act(), await act({ offline: true })];
  counter.pass(25 * 3600);
  await counter.tablet.openSession();
  expect(await refusal(send(online))).toEqual([409, 'act-challenge-stale']);
  expect(await refusal(send(offline))).toEqual([409, 'act-after-recall']);
  expect((await eventsOf(counter, caseId)).slice(-1)).toEqual(['act-after-recall']);
});

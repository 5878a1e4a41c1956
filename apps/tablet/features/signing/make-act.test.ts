import { beforeAll, describe, expect, test } from 'vitest';
import { readAct } from '../../../../shared/declaration/act.ts';
import { hashDrawing, makeDrawing } from '../../../../shared/declaration/drawing.ts';
import { type Confirmation, makeAct } from './make-act.ts';

const moment = { at: new Date('2026-11-23T09:00:00.000Z'), random: new Uint8Array(10).fill(7) };
const confirmation: Confirmation = {
  lease: {
    caseId: '0193560a-0000-7000-8000-000000000001',
    revision: 2,
    declaration: '{}',
    declarationHash: 'a'.repeat(64),
    comparingCode: 'AAAA-AAAA',
    challenge: 'fresh',
    validUntil: '2026-11-24T09:00:00.000Z',
  },
  signer: 'p1',
  method: 'confirmed',
  drawing: undefined,
  sectionsSeen: ['move', 'person-p1'],
  clockOffset: 1234.6,
  isOffline: false,
  appVersion: '1.2.3',
};
let key: Parameters<typeof makeAct>[1];

beforeAll(async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  key = { privateKey: pair.privateKey, publicJwk: await crypto.subtle.exportKey('jwk', pair.publicKey) };
});

describe('a confirmation made on the tablet', () => {
  test('says what was confirmed, by whom and over which challenge, and anybody can check it', async () => {
    const { actId, jws, drawing } = await makeAct(confirmation, key, moment);
    const read = await readAct(jws);
    expect(drawing).toBeUndefined();
    expect(read).toMatchObject({
      ok: true,
      act: {
        actId,
        caseId: confirmation.lease.caseId,
        revision: 2,
        signer: 'p1',
        challenge: 'fresh',
        clockOffset: 1235,
      },
    });
  });

  test('with a drawing it names the drawing it comes with', async () => {
    const drawing = makeDrawing([
      [
        [100, 100],
        [300, 200],
      ],
    ]);
    const act = await makeAct({ ...confirmation, method: 'drawn', drawing }, key, moment);
    expect(await readAct(act.jws)).toMatchObject({ ok: true, act: { drawingHash: await hashDrawing(drawing) } });
    expect(act.drawing).toEqual(drawing);
  });

  test('made without the server it says so, and leaves out a clock nobody compared', async () => {
    const read = await readAct(
      (await makeAct({ ...confirmation, clockOffset: undefined, isOffline: true }, key, moment)).jws,
    );
    expect(read.ok && read.act.offline).toBe(true);
    expect(read.ok && 'clockOffset' in read.act).toBe(false);
  });

  test('at the same moment with the same chance it has the same id', async () => {
    const ids = await Promise.all([1, 2].map(async () => (await makeAct(confirmation, key, moment)).actId));
    expect(ids[0]).toBe(ids[1]);
  });
});

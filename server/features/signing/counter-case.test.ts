import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../../shared/verifying/verify.ts';
import {
  aDrawing,
  bringCase,
  type Counter,
  eventsOf,
  leaseOf,
  makeAct,
  must,
  startCounter,
} from '../../../tests/support/counter.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await startCounter();
});
afterAll(() => counter.close());

describe('a family registers at the counter', () => {
  test('from opening the case to the Meldebestätigung', async () => {
    const { clerk, tablet } = counter;
    const caseId = await bringCase(counter, 'reviewing');
    const param = { caseId };
    const lease = await leaseOf(tablet, caseId);
    const json = await makeAct(tablet, lease, { drawing: aDrawing });
    const receipt = await must(tablet.browser.api.api.counter[':caseId'].acts.$post({ param, json }));
    expect(receipt).toMatchObject({ complete: true, nextSigner: null });

    const accepted = await must(clerk.cases[':caseId'].accept.$post({ param }));
    expect(accepted).toMatchObject({ state: 'sealed', comparingCode: lease.comparingCode });
    const entered = await must(clerk.cases[':caseId'].entry.$post({ param }));
    expect(entered.documents.map(({ kind, state, level }) => [kind, state, level])).toEqual([
      ['declaration', 'sealed', 'B-B'],
      ['meldebestaetigung', 'sealed', 'B-B'],
    ]);
    await counter.work();
    expect(await eventsOf(counter, caseId)).toEqual([
      'case-opened',
      'identification-noted',
      'device-paired',
      'handed-over',
      'begun',
      'entitlement-assured',
      'review-started',
      'confirmed',
      'accepted',
      'sealed',
      'entry-made',
      'certificate-sealed',
    ]);
    const declaration = entered.documents[0];
    const file = await counter.clerkBrowser.fetch(`/api/documents/${declaration?.documentId}`);
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="Erklaerung-26-0000-\d{5}-\d.pdf"$/);
    const anchors = await counter.office.sealer.anchors();
    const report = await verify(new Uint8Array(await file.arrayBuffer()), {
      sealAnchors: anchors.seal,
      tsaAnchors: [],
      revocation: anchors.crls,
      at: counter.office.now(),
    });
    expect(report.verdict).toBe('TOTAL-PASSED');
    expect(report.document).toMatchObject({ kind: 'declaration', comparingCode: lease.comparingCode });
  });
});

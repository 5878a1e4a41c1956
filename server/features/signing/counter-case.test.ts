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
  withDocuments,
} from '../../../tests/support/counter.ts';
import { anchorsOf } from '../../anchors.ts';

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

    await must(clerk.cases[':caseId'].accept.$post({ param }));
    expect(await withDocuments(counter, caseId)).toMatchObject({ state: 'sealed', comparingCode: lease.comparingCode });
    await must(clerk.cases[':caseId'].entry.$post({ param }));
    const entered = await withDocuments(counter, caseId);
    expect(entered.documents.map(({ kind, state, level }) => [kind, state, level])).toEqual([
      ['declaration', 'sealed', 'B-T'],
      ['meldebestaetigung', 'sealed', 'B-T'],
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
      // Each of the two documents gets what it takes to validate it later, and a time stamp over that.
      ...Array.from({ length: 4 }, () => 'level-raised'),
    ]);
    const declaration = entered.documents[0];
    const file = await counter.clerkBrowser.fetch(`/api/documents/${declaration?.documentId}`);
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="Erklaerung-26-0000-\d{5}-\d.pdf"$/);
    const anchors = await anchorsOf(counter.office);
    const report = await verify(new Uint8Array(await file.arrayBuffer()), {
      sealAnchors: anchors.seal,
      tsaAnchors: anchors.timestamps,
      revocation: anchors.crls,
      at: counter.office.now(),
    });
    expect(report.verdict).toBe('TOTAL-PASSED');
    expect(report.document).toMatchObject({ kind: 'declaration', comparingCode: lease.comparingCode });
  });

  test('two adults who each confirm, in English, one drawing and one by mark, are one sealed declaration', async () => {
    const { clerk, tablet } = counter;
    const caseId = await bringCase(counter, 'filling');
    const param = { caseId };
    const route = tablet.browser.api.api.counter[':caseId'];
    await must(
      clerk.cases[':caseId'].identifications.$post({ param, json: { person: 'p2', document: 'RP', result: 'shown' } }),
    );
    const signers = ['p1', 'p2'].map((id) => ({ id, role: 'self' as const, name: id }));
    await must(clerk.cases[':caseId'].signers.$put({ param, json: { signers } }));
    await must(route.locale.$post({ param, json: { locale: 'en' } }));
    const lease = await must(route.review.$post({ param, json: { assistance: ['accompanied', 'read-aloud'] } }));
    expect(lease.declaration).toContain('"locale":"en"');
    const mark = await makeAct(tablet, lease, { signer: 'p2', drawing: aDrawing, method: 'mark' });
    expect(await must(route.acts.$post({ param, json: mark }))).toMatchObject({ complete: false, nextSigner: 'p1' });
    const note = { actId: mark.actId, note: 'Kann nicht schreiben, ist persönlich bekannt.' };
    await must(clerk.cases[':caseId']['mark-note'].$post({ param, json: note }));
    const drawn = await makeAct(tablet, lease, { signer: 'p1', drawing: aDrawing });
    expect(await must(route.acts.$post({ param, json: drawn }))).toMatchObject({ complete: true });
    await must(clerk.cases[':caseId'].accept.$post({ param }));
    const sealed = await withDocuments(counter, caseId);
    expect(sealed.documents.filter(({ kind }) => kind === 'declaration')).toMatchObject([
      { kind: 'declaration', state: 'sealed', level: 'B-T' },
    ]);
  });
});

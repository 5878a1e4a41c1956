import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type TestOffice, startOffice } from '../../../tests/support/office.ts';
import { verifyChain } from '../../../shared/evidence/chain.ts';
import { openDb } from '../../db/client.ts';
import { appendEvidence } from './actions.ts';
import { presentEvidence } from './present.ts';
import { listEvidence } from './queries.ts';

let desk: TestOffice;
beforeAll(async () => {
  desk = await startOffice();
});
afterAll(() => desk.close());

const clerk = { kind: 'staff', staffId: 'demo-clerk-1', role: 'clerk', sessionId: 's' } as const;
let cases = 0;
const aCase = () => `0193538e-5c60-7c3c-a3f1-${String((cases += 1)).padStart(12, '0')}`;

describe('the evidence of a case', () => {
  test('stands or falls with the change it records', async () => {
    const { office } = desk;
    const caseId = aCase();
    const change = office.db.transaction(async (tx) => {
      await appendEvidence(office, tx, { caseId, actor: clerk, event: 'case-opened' });
      throw new Error('the change failed');
    });
    await expect(change).rejects.toThrow('the change failed');
    expect(await listEvidence(office.db, caseId)).toEqual([]);
  });

  test('is not written outside of a transaction, where two could write the same entry', async () => {
    const { office } = desk;
    const alone = appendEvidence(office, office.db, { caseId: aCase(), actor: clerk, event: 'case-opened' });
    await expect(alone).rejects.toThrow('needs the transaction');
  });

  test('is one whole chain, even where twenty write at the same moment', async () => {
    const { office } = desk;
    const caseId = aCase();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        office.db.transaction((tx) => appendEvidence(office, tx, { caseId, actor: 'citizen', event: 'begun' })),
      ),
    );
    const file = presentEvidence(caseId, await listEvidence(office.db, caseId));
    expect(file.entries.map((entry) => entry.position)).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(await verifyChain(file.entries)).toEqual({ intact: true });
  });

  test('comes back from the database exactly as it was hashed', async () => {
    const { office } = desk;
    const caseId = aCase();
    const details = { zeta: 'Ä', alpha: '1', number: '26-0000-00001-5' };
    await office.db.transaction((tx) =>
      appendEvidence(office, tx, { caseId, actor: clerk, event: 'case-opened', details }),
    );
    const rows = await listEvidence(office.db, caseId);
    expect(rows[0]).toMatchObject({ actor: 'clerk:demo-clerk-1', at: '2026-11-23T09:00:00.000Z', details });
    expect(await verifyChain(rows)).toEqual({ intact: true });
  });

  test.for([
    ['changed', `update evidence_entries set actor = 'clerk:mallory'`],
    ['deleted', `delete from evidence_entries`],
    ['emptied', `truncate evidence_entries`],
    ['dropped', `drop table evidence_entries`],
  ] as const)('cannot be %s by the application', async ([, statement]) => {
    await expect(desk.sql.unsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('can be deleted, and only deleted, by the retention role', async () => {
    const { office, url } = desk;
    const caseId = aCase();
    await office.db.transaction((tx) => appendEvidence(office, tx, { caseId, actor: 'system', event: 'ended' }));
    const retention = openDb(inject('postgres').retentionUrl.replace(/schalter$/, url.split('/').at(-1) ?? ''), 1);
    await expect(retention.sql`update evidence_entries set actor = 'system'`).rejects.toThrow('permission denied');
    await retention.sql`delete from evidence_entries where case_id = ${caseId}`;
    await retention.close();
    expect(await listEvidence(office.db, caseId)).toEqual([]);
  });
});

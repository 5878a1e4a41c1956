import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bringCase,
  type Counter,
  eventsOf,
  must,
  newId,
  refusal,
  startCounter,
} from '../../../tests/support/counter.ts';

/** Everybody who confirms gets a copy of what he confirmed (§ 3a Abs. 5 VwVfG). */
let counter: Counter;
let printerIsBroken = false;
beforeAll(async () => {
  counter = await startCounter();
  const { printer } = counter.office;
  counter.office.printer = {
    print: (job) => (printerIsBroken ? Promise.reject(new Error('Papier leer')) : printer.print(job)),
  };
});
afterAll(() => counter.close());

const tabletAt = (caseId: string) => {
  const route = counter.tablet.browser.api.api.counter[':caseId'];
  const param = { caseId };
  return {
    offer: () => route.copy.$post({ param }),
    print: () => route.copy.print.$post({ param }),
    end: () => route.end.$post({ param, json: { handedOver: [] } }),
  };
};
const open = (token: string, birthDate: string) =>
  counter.browser().api.api.copies.$post({ json: { token, birthDate } });
const view = (caseId: string) => must(counter.clerk.cases[':caseId'].$get({ param: { caseId } }));
const right = '1987-04-16';

describe('a link to the copy', () => {
  test('opens with the date of birth, as a file to keep, and never again', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const offer = await must(tabletAt(caseId).offer());
    expect(offer).toMatchObject({ path: `/citizen/copy#${offer.token}`, until: '2026-11-24T09:00:00.000Z' });
    expect(offer.token).toMatch(/^[\w-]{22}$/);
    const file = await open(offer.token, right);
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="Kopie-26-0000-\d{5}-\d.pdf"$/);
    expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect((await file.text()).slice(0, 5)).toBe('%PDF-');
    expect(await refusal(open(offer.token, right))).toEqual([410, 'copy-gone']);
    expect(await eventsOf(counter, caseId)).toContain('copy-delivered');
  });

  test('opens once even for two who come at the same moment', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const { token } = await must(tabletAt(caseId).offer());
    const answers = await Promise.all([open(token, right), open(token, right), open(token, right)]);
    expect(answers.map(({ status }): number => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410]);
  });

  test('is worn out after five wrong dates, also for the right one', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const { token } = await must(tabletAt(caseId).offer());
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect(await (await open(token, '1987-04-15')).json()).toMatchObject({
        code: 'birth-date-wrong',
        details: { triesLeft },
      });
    expect(await refusal(open(token, right))).toEqual([410, 'copy-gone']);
  });

  test('counts every try of many at once', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const { token } = await must(tabletAt(caseId).offer());
    const answers = await Promise.all(Array.from({ length: 12 }, () => open(token, '1987-04-15')));
    const statuses = answers.map(({ status }): number => status);
    expect(statuses.filter((status) => status === 403)).toHaveLength(5);
  });

  test('leads nowhere once the confirmation is void', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const { token } = await must(tabletAt(caseId).offer());
    await must(
      counter.clerk.cases[':caseId'].return.$post({ param: { caseId }, json: { reason: 'Bitte noch einmal.' } }),
    );
    expect(await refusal(open(token, right))).toEqual([410, 'copy-gone']);
  });

  test('that nobody gave out looks like one that is used', async () => {
    expect(await refusal(open('AAAAAAAAAAAAAAAAAAAAAA', right))).toEqual([410, 'copy-gone']);
  });

  test('lies in the database as a hash only', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    const { token } = await must(tabletAt(caseId).offer());
    const rows = await counter.sql`select * from copy_links where case_id = ${caseId}`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('is not given before the confirmation', async () => {
    const caseId = await bringCase(counter, 'reviewing');
    expect(await refusal(tabletAt(caseId).offer())).toEqual([409, 'case-not-in-state']);
  });
});

describe('the printed copy', () => {
  test('comes out of the desk’s printer', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await must(tabletAt(caseId).print());
    const sheets = readdirSync(join(counter.folder, 'printer', 'echterdingen-1'));
    expect(sheets.some((name) => /^DEMO-.*Kopie-26-0000/.test(name))).toBe(true);
    expect((await view(caseId)).documents).toMatchObject([{ kind: 'copy', state: 'plain', copies: 1 }]);
  });

  test('is not recorded where the printer says no', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    printerIsBroken = true;
    expect(await refusal(tabletAt(caseId).print())).toEqual([503, 'printer-failed']);
    printerIsBroken = false;
    expect(await eventsOf(counter, caseId)).not.toContain('copy-delivered');
  });
});

describe('R-102 whoever leaves without a copy', () => {
  test('leaves a task, and the copy is made by itself', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await must(tabletAt(caseId).end());
    await counter.work();
    const after = await view(caseId);
    expect(after.tasks).toMatchObject([{ kind: 'copy-not-delivered', doneAt: null }]);
    expect(after.documents).toMatchObject([{ kind: 'copy', state: 'plain' }]);
  });

  test('is settled by opening the link at home, or by what the clerk hands out', async () => {
    const first = await bringCase(counter, 'confirmed');
    const { token } = await must(tabletAt(first).offer());
    await must(tabletAt(first).end());
    await open(token, right);
    expect((await view(first)).tasks[0]?.doneAt).not.toBe(null);

    const second = await bringCase(counter, 'confirmed');
    await must(tabletAt(second).end());
    await counter.work();
    const documentId = (await view(second)).documents[0]?.documentId ?? '';
    const handout = { param: { caseId: second }, json: { documentId, how: 'shown' } } as const;
    const after = await must(counter.clerk.cases[':caseId'].handout.$post(handout));
    expect(after.tasks[0]?.doneAt).not.toBe(null);
    expect(await eventsOf(counter, second)).toEqual(expect.arrayContaining(['handed-out', 'copy-delivered']));
  });

  test('leaves no task where the copy was printed', async () => {
    const caseId = await bringCase(counter, 'confirmed');
    await must(tabletAt(caseId).print());
    await must(tabletAt(caseId).end());
    expect((await view(caseId)).tasks).toEqual([]);
  });
});

describe('handing out', () => {
  test('of another case’s document is not possible', async () => {
    const [one, other] = [await bringCase(counter, 'accepted'), await bringCase(counter, 'confirmed')];
    const documentId = (await view(one)).documents.find(({ kind }) => kind === 'declaration')?.documentId ?? '';
    const request = counter.clerk.cases[':caseId'].handout.$post({
      param: { caseId: other },
      json: { documentId, how: 'shown' },
    });
    expect(await refusal(request)).toEqual([404, 'not-found']);
  });

  test('a document nobody made is not found', async () => {
    const answer = counter.clerkBrowser.fetch(`/api/documents/${newId()}`);
    expect(await refusal(answer)).toEqual([404, 'not-found']);
  });
});

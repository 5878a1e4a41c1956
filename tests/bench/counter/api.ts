import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '../../support/browser.ts';
import { startRunningOffice } from '../../support/running-office.ts';
import { type Figure, figure, percentile, type Scale } from '../figure.ts';
import { openCase, openFamilyCase, well, writeField } from './family-case.ts';
import { openRawDatabase, timeEach } from './raw-database.ts';

const clerks = 20;

/**
 * The API under twenty clerks at a human pace: each asks once a second, at a moment of his own, and reads as often as
 * he writes. Every request is a real one, from the socket to the last byte of the answer.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const seconds = isQuick ? 10 : 60;
  const office = await startRunningOffice();
  try {
    const people: { clerk: Browser; caseId: string }[] = [];
    for (let at = 0; at < clerks; at += 1) {
      const clerk = await office.signedIn(at % 2 === 0 ? 'demo-clerk-1' : 'demo-clerk-2');
      // The list is as long as on a busy afternoon, and what is read and written is as full as it comes.
      for (let more = 0; more < 2; more += 1) await openCase(clerk);
      people.push({ clerk, caseId: await openFamilyCase(clerk) });
    }
    const reads: number[] = [];
    const writes: number[] = [];
    await Promise.all(people.map((person) => workLikeAClerk(person, seconds, { reads, writes })));

    const raw = await openRawDatabase(office);
    const [first] = people;
    const rawReads = await timeEach(200, () => raw.sql`select * from cases where case_id = ${first?.caseId ?? ''}`);
    await raw.sql`create table bench_writes (at integer not null, written text not null)`;
    const rawWrites = await timeEach(200, (at) => raw.sql`insert into bench_writes values (${at}, ${'x'.repeat(500)})`);
    await raw.close();
    const rawRead = figure({ id: 'raw-query-read', value: percentile(rawReads, 0.95), unit: 'ms p95' });
    const rawWrite = figure({ id: 'raw-query-write', value: percentile(rawWrites, 0.95), unit: 'ms p95' });
    return [
      rawRead,
      rawWrite,
      figure({ id: 'api-read', value: percentile(reads, 0.95), unit: 'ms p95', limit: 20, raw: rawRead }),
      figure({ id: 'api-write', value: percentile(writes, 0.95), unit: 'ms p95', limit: 20, raw: rawWrite }),
    ];
  } finally {
    await office.stop();
  }
}

export type Times = { reads: number[]; writes: number[] };

export async function workLikeAClerk(
  who: { clerk: Browser; caseId: string },
  seconds: number,
  times: Times,
): Promise<void> {
  const { clerk, caseId } = who;
  const { cases } = clerk.api.api;
  const param = { caseId };
  const turns = [
    { kind: 'reads', ask: () => well(cases.$get({ query: {} })) },
    { kind: 'writes', ask: (at: number) => writeField(clerk, caseId, 'wohnungsgeber.name', `Wohnbau Filder ${at}`) },
    { kind: 'reads', ask: () => well(cases[':caseId'].$get({ param })) },
    { kind: 'writes', ask: (at: number) => writeField(clerk, caseId, 'persons.p3.geburtsort', `Stuttgart ${at}`) },
  ] as const;
  await sleep(Math.random() * 1000);
  for (let second = 0; second < seconds; second += 1) {
    const turn = turns[second % turns.length] ?? turns[0];
    const begun = performance.now();
    await turn.ask(second);
    const took = performance.now() - begun;
    times[turn.kind].push(took);
    await sleep(Math.max(0, 1000 - took));
  }
}

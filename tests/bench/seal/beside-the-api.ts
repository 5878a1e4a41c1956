import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '../../support/browser.ts';
import { startRunningOffice } from '../../support/running-office.ts';
import { type Times, workLikeAClerk } from '../counter/api.ts';
import { openCase, openFamilyCase, well } from '../counter/family-case.ts';
import { type Figure, figure, percentile, type Scale } from '../figure.ts';

/**
 * The API under five clerks while ten documents a second are ordered: reports on the evidence of as many cases, each
 * typeset, sealed, stamped and raised to its highest level by the same process. Beside it the same clerks alone.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const seconds = isQuick ? 6 : 60;
  const office = await startRunningOffice();
  try {
    const people: { clerk: Browser; caseId: string }[] = [];
    for (let at = 0; at < clerks; at += 1) {
      const clerk = await office.signedIn('demo-clerk-1');
      people.push({ clerk, caseId: await openFamilyCase(clerk) });
    }
    const lead = await office.signedIn('demo-lead');
    // While a report is being made, ordering it again makes no second one: so there are many cases.
    const cases: string[] = [];
    for (let at = 0; at < 4 * perSecond; at += 1) cases.push(await openCase(people[at % clerks]?.clerk ?? lead));
    const workAll = async (): Promise<Times> => {
      const times: Times = { reads: [], writes: [] };
      await Promise.all(people.map((person) => workLikeAClerk(person, seconds, times)));
      return times;
    };
    const alone = await workAll();
    let isOver = false;
    let made = 0;
    const ordering = (async () => {
      const begun = performance.now();
      const answers: Promise<void>[] = [];
      for (let at = 0; !isOver; at += 1) {
        const param = { caseId: cases[at % cases.length] ?? '' };
        const order = lead.api.api.cases[':caseId']['evidence-report'].$post({ param });
        answers.push(well(order).then(() => void (isOver || (made += 1))));
        await sleep(Math.max(0, begun + ((at + 1) * 1000) / perSecond - performance.now()));
      }
      const took = performance.now() - begun;
      await Promise.all(answers);
      return took;
    })();
    const beside = await workAll();
    isOver = true;
    const took = await ordering;
    const p95 = ({ reads, writes }: Times) => percentile([...reads, ...writes], 0.95);
    const raw = figure({ id: 'api-alone', value: p95(alone), unit: 'ms p95' });
    return [
      raw,
      figure({ id: 'api-beside-documents', value: p95(beside), unit: 'ms p95', limit: 25, raw }),
      // What was not made was no load: a document in 125 ms at most.
      figure({ id: 'time-between-documents', value: took / made, unit: 'ms', limit: 125 }),
    ];
  } finally {
    await office.stop();
  }
}

const clerks = 5;
const perSecond = 10;

import type { Page } from '@playwright/test';

/** What Chromium's own trace says of one thing that happened; times in microseconds, `tdur` is CPU of the thread. */
type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
  args?: { data?: { type?: string } };
};

const penEvents = ['pointerdown', 'pointermove', 'pointerup'];

/**
 * CPU that each event of the pen costs the page's main thread, in milliseconds: the task that brings it, and every other
 * task until the next one comes, frames and their painting included.
 */
export async function traceWork(page: Page, draw: () => Promise<void>): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  // The protocol does not say more of a trace event than that it is an object.
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await draw();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return workPerEvent(events);
}

function workPerEvent(events: readonly TraceEvent[]): readonly number[] {
  const isPen = ({ name, args }: TraceEvent) => name === 'EventDispatch' && penEvents.includes(args?.data?.type ?? '');
  const first = events.find(isPen);
  const onMain = events
    .filter(({ pid, tid, ph }) => pid === first?.pid && tid === first.tid && ph === 'X')
    .toSorted((one, other) => one.ts - other.ts);
  const tasks = onMain.filter(({ name }) => name === 'RunTask');
  const pens = onMain.filter(isPen);
  // An event belongs to the task that was begun last before it.
  const begun = new Set(pens.map(({ ts }) => tasks.findLastIndex((task) => task.ts <= ts)));
  const work: number[] = [];
  for (const [at, task] of tasks.entries()) {
    const cpu = (task.tdur ?? NaN) / 1000;
    if (begun.has(at)) work.push(cpu);
    else if (work.length > 0) work.push((work.pop() ?? 0) + cpu);
  }
  return work;
}

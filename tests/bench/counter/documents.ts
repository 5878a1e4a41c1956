import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDemoSealer } from '../../../server/adapters/sealer/demo.ts';
import { startTypesetter } from '../../../server/typesetting/start-typesetter.ts';
import { makeTypst } from '../../../server/typesetting/typst.ts';
import { type Figure, figure, median, type Scale } from '../figure.ts';
import { makeFamilyCases } from './family-cases.ts';

/**
 * Document, seal and our own verification of it as the office makes them, one after the other, each of another case: what
 * they cost in CPU, in the whole process and on the thread that serves everybody, and what a thousand leave in memory.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const count = isQuick ? 100 : 1000;
  const file = join(tmpdir(), `schalter-bench-seal-${randomUUID()}.json`);
  const now = () => new Date();
  const sealer = await openDemoSealer({ file, mode: 'demo', authority: 'Stadt Leinfelden-Echterdingen', now });
  const certificates = await sealer.certificates();
  const typesetter = startTypesetter({ workers: 2 });
  const trust = async () => {
    const { seal, timestamps, crls } = await sealer.anchors();
    return { sealAnchors: seal, tsaAnchors: timestamps, revocation: crls, at: now() };
  };
  const familyCase = await makeFamilyCases();

  const idle = await loopDelay(() => sleep(2_000));
  const whole: number[] = [];
  const seals: number[] = [];
  const verifications: number[] = [];
  const onLoop: number[] = [];
  let settled = process.memoryUsage().rss;
  const making = await loopDelay(async () => {
    for (let at = 0; at < count; at += 1) {
      const order = await familyCase(at);
      const [begun, begunOnLoop] = [cpu(), cpuOnLoop()];
      const pdf = await typesetter.typeset(order());
      const typeset = cpu();
      const prepared = await typesetter.prepareSeal({ pdf, ...certificates, at: now() });
      const sealed = await typesetter.finishSeal(prepared, await sealer.sign(prepared));
      const made = cpu();
      const { verdict, reasons } = await typesetter.verify(sealed, await trust());
      whole.push(made - begun);
      seals.push(made - typeset);
      verifications.push(cpu() - made);
      onLoop.push(cpuOnLoop() - begunOnLoop);
      if (verdict !== 'TOTAL-PASSED') throw new Error(`not a document: ${reasons.map(({ code }) => code).join(', ')}`);
      if (at === 49) settled = process.memoryUsage().rss;
    }
  });
  const grown = process.memoryUsage().rss - settled;

  const pdf = await typesetter.typeset((await familyCase(count))());
  const prepared = await typesetter.prepareSeal({ pdf, ...certificates, at: now() });
  await typesetter.close();
  const rawTypst = figure({
    id: 'raw-typst-export',
    value: await rawExport(familyCase, isQuick ? 20 : 100),
    unit: 'ms CPU',
  });
  const rawSignature = figure({
    id: 'raw-signature',
    value: await rawSign(() => sealer.sign(prepared)),
    unit: 'ms CPU',
  });
  const rawDelay = figure({ id: 'event-loop-delay-idle', value: idle, unit: 'ms p99' });
  const rawMemory = figure({ id: 'memory-after-50', value: settled / 1e6, unit: 'MB' });
  rmSync(file, { force: true });
  return [
    rawTypst,
    rawSignature,
    rawDelay,
    figure({ id: 'document-and-seal', value: median(whole), unit: 'ms CPU median', limit: 60, raw: rawTypst }),
    figure({ id: 'seal', value: median(seals), unit: 'ms CPU median', raw: rawSignature }),
    figure({ id: 'verification-of-it', value: median(verifications), unit: 'ms CPU median', raw: rawTypst }),
    // A share and not a time: a busy machine makes both parts slower alike.
    figure({
      id: 'document-on-event-loop',
      value: (100 * median(onLoop)) / (median(whole) + median(verifications)),
      unit: '% of its CPU',
      limit: 10,
    }),
    figure({ id: 'event-loop-delay-while-making', value: making, unit: 'ms p99', limit: 20, raw: rawDelay }),
    rawMemory,
    figure({ id: `memory-after-${count}`, value: grown / 1e6, unit: 'MB more', limit: 50, raw: rawMemory }),
  ];
}

/** Of the whole process, every thread of it. Milliseconds. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Of the thread that calls, which in the office is the one that answers everybody. Milliseconds. */
function cpuOnLoop(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** How late a timer of the calling thread is, in milliseconds, in all but one of a hundred cases. */
async function loopDelay(during: () => Promise<unknown>): Promise<number> {
  const resolution = 5;
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  await during();
  delays.disable();
  // What is recorded is the time between two ticks.
  return Math.max(0, delays.percentile(99) / 1e6 - resolution);
}

type FamilyCases = Awaited<ReturnType<typeof makeFamilyCases>>;

/** Typst alone, on this thread: data to PDF, nothing completed, nothing sealed. */
async function rawExport(familyCase: FamilyCases, count: number): Promise<number> {
  const typst = makeTypst();
  const spent: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const order = (await familyCase(10_000 + at))();
    const begun = cpu();
    typst.typeset(order);
    spent.push(cpu() - begun);
    await sleep(0);
    if (at % 10 === 9) typst.evict();
  }
  return median(spent);
}

async function rawSign(sign: () => Promise<unknown>): Promise<number> {
  const count = 500;
  const begun = cpu();
  for (let at = 0; at < count; at += 1) await sign();
  return (cpu() - begun) / count;
}

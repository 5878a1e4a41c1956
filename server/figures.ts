import { Counter, Gauge, Registry } from 'prom-client';
import type { Figures, Office } from './context.ts';
import { countGivenUp, countGrowing } from './features/documents/figures.ts';

/**
 * Figures for the machine room, in the text form of Prometheus: how many documents have come how far, who waits and
 * since when, and how often services outside failed. Counts and times, nothing of a person and no id.
 */
export type OpenFigures = Figures & {
  /** Failures are counted by process; documents are counted anew, in the database that all processes share. */
  show(office: Pick<Office, 'db' | 'now'>): Promise<{ text: string; type: string }>;
};

export function makeFigures(): OpenFigures {
  const registry = new Registry();
  const registers = [registry];
  const failures = new Counter({
    name: 'schalter_outside_failures_total',
    help: 'Answers of services outside that did not come or were refused, since this process started',
    labelNames: ['service', 'kind'],
    registers,
  });
  const documents = new Gauge({
    name: 'schalter_documents',
    help: 'Documents by the level of their seal; pending and failed have none',
    labelNames: ['level'],
    registers,
  });
  const waiting = new Gauge({
    name: 'schalter_documents_waiting',
    help: 'Documents that are not there yet, or have not reached their highest level',
    registers,
  });
  const oldest = new Gauge({
    name: 'schalter_documents_oldest_waiting_seconds',
    help: 'How long ago the oldest of them was ordered',
    registers,
  });
  const givenUp = new Gauge({
    name: 'schalter_documents_given_up',
    help: 'Documents that nobody works at until somebody asks for it',
    registers,
  });
  return {
    countFailure: (service, kind) => failures.inc({ service, kind }),
    async show({ db, now }) {
      const { byLevel, waitingSince, waiting: count } = await countGrowing(db);
      documents.reset();
      for (const { level, count: many } of byLevel) documents.set({ level }, many);
      waiting.set(count);
      oldest.set(waitingSince === null ? 0 : Math.max(0, (now().getTime() - Date.parse(waitingSince)) / 1000));
      givenUp.set(await countGivenUp(db));
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}

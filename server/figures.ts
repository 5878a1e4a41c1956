import { Counter, Gauge, Registry } from 'prom-client';
import type { Figures, Office } from './context.ts';
import { listSeals } from './features/seals/queries.ts';
import { countGivenUp, countGrowing } from './features/documents/figures.ts';

/**
 * Figures for the machine room, in the text form of Prometheus: how many documents have come how far, who waits and
 * since when, and how often services outside failed. Counts and times, nothing of a person and no id.
 */
export type OpenFigures = Figures & {
  /** Failures are counted by process; documents are counted anew, in the database that all processes share. */
  show(office: Pick<Office, 'db' | 'now' | 'sealer'>): Promise<{ text: string; type: string }>;
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
  const sealDays = new Gauge({
    name: 'schalter_seal_days_left',
    help: 'Whole days until the certificate of the current and of the next seal ends; -1 once its issuer revoked it',
    labelNames: ['place'],
    registers,
  });
  return {
    countFailure: (service, kind) => failures.inc({ service, kind }),
    async show(office) {
      const { db, now } = office;
      const { byLevel, waitingSince, waiting: count } = await countGrowing(db);
      documents.reset();
      for (const { level, count: many } of byLevel) documents.set({ level }, many);
      waiting.set(count);
      oldest.set(waitingSince === null ? 0 : Math.max(0, (now().getTime() - Date.parse(waitingSince)) / 1000));
      givenUp.set(await countGivenUp(db));
      sealDays.reset();
      for (const { place, daysLeft, revokedAt } of await listSeals(office))
        sealDays.set({ place }, revokedAt === null ? daysLeft : -1);
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}

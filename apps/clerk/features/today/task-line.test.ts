import { expect, test } from 'vitest';
import type { Summary } from './requests.ts';
import { taskLine } from './task-line.ts';

const at = '2026-11-23T09:00:00.000Z';
const about = {
  caseId: 'a',
  number: '26-0000-00001-0',
  service: 'anmeldung',
  name: 'Wójcik',
  persons: 1,
  awaitedProof: null,
} as const;
const aCase = (state: Summary['state'], openTasks: number, due: string | null): Summary => ({
  ...about,
  state,
  deskId: null,
  clerk: 'DEMO',
  openedAt: at,
  changedAt: at,
  openTasks,
  due,
});

test.for([
  ['finished', 1, '2026-11-26', 'bis 26.11.2026'],
  ['finished', 1, '2026-11-23', 'bis 23.11.2026'],
  ['finished', 2, '2026-11-20', 'war fällig bis 20.11.2026'],
  ['finished', 2, null, ''],
  ['sealed', 2, null, '2 Aufgaben offen'],
  ['entered', 1, '2026-11-26', '1 Aufgabe offen, bis 26.11.2026'],
  ['entered', 0, null, ''],
] as const)('a case that is %s with %i tasks due %s says „%s“', ([state, openTasks, due, words]) => {
  expect(taskLine(aCase(state, openTasks, due), '2026-11-23')).toBe(words);
});

import type { CaseModel } from '../create-case.ts';
import type { CaseView } from '../requests.ts';
import { text } from './text.ts';

type Task = Pick<CaseView['tasks'][number], 'kind' | 'path'>;

/** What is to do, and for whom where it is about one person. */
export function taskWords(task: Task, personsOf: ReturnType<CaseModel['people']>): string {
  const words = text.taskKinds[task.kind] ?? task.kind;
  const person = personsOf.find(({ id }) => task.path.startsWith(`persons.${id}.`));
  return person && person.name !== '' ? `${words}: ${person.name}` : words;
}

/**
 * What is still to do and has no last day of its own: better done before the case is closed than left behind. A copy
 * that nobody got becomes such a task with the end.
 */
export function leftUndone({ state, tasks, copyDeliveredAt }: Known): readonly Task[] {
  const open = tasks.filter(({ doneAt, due }) => doneAt === null && due === null);
  const copy = { kind: 'copy-not-delivered', path: '' };
  const owesCopy = state === 'entered' && copyDeliveredAt === null && !open.some(({ kind }) => kind === copy.kind);
  return owesCopy ? [...open, copy] : open;
}

type Known = Pick<CaseView, 'state' | 'copyDeliveredAt'> & {
  tasks: readonly Pick<CaseView['tasks'][number], 'kind' | 'path' | 'due' | 'doneAt'>[];
};

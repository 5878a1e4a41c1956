import { canonical } from '../../../shared/declaration/canonical.ts';
import type { Answer, Answers, Path } from '../../../shared/forms/answers.ts';
import type { ServiceDefinition } from '../../../shared/forms/definition.ts';
import { answerAt, isAddress, isBranch, isItems, joinPath, replaceAt } from '../../../shared/forms/paths.ts';
import { fieldAt } from '../../../shared/forms/set-answer.ts';

/** Comparing trees of answers, and keeping back from the clerk what he sees at review only. Pure. */

/** Every single answer with its path; an address and a list of codes are one answer. */
export function leavesOf(answers: Answers): ReadonlyMap<Path, Answer> {
  const found = new Map<Path, Answer>();
  collect(answers, '', found);
  return found;
}

function collect(value: Answer, path: Path, found: Map<Path, Answer>): void {
  if (isItems(value)) {
    for (const item of value) {
      const { id, ...others } = item;
      // That somebody is on the list is an answer too, before anything is known of him.
      found.set(joinPath(joinPath(path, id), 'id'), id);
      collect(others, joinPath(path, id), found);
    }
  } else if (isBranch(value) && !isAddress(value)) {
    for (const [id, inner] of Object.entries(value)) if (inner !== undefined) collect(inner, joinPath(path, id), found);
  } else found.set(path, value);
}

/** `persons.p2.id` says that somebody is listed; it is no field. */
export const isListing = (path: Path): boolean => path.endsWith('.id');

/** The paths at which two trees differ, in no order that means anything. */
export function changedPaths(before: Answers, after: Answers): readonly Path[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((path) => !isSame(old.get(path), fresh.get(path)));
}

export const isSame = (one: Answer | undefined, other: Answer | undefined): boolean =>
  canonical(one ?? null) === canonical(other ?? null);

/** Whether the field, or a group or list around it, carries the mark. */
export function isMarked(definition: ServiceDefinition, path: Path, mark: 'sensitive' | 'by'): boolean {
  const steps = path.split('.');
  return steps.some((_, at) => fieldAt(definition, steps.slice(0, at + 1).join('.'))?.[mark] !== undefined);
}

/** The tree after a change by the citizen as the clerk may see it: sensitive answers stay as he last saw them. */
export function withoutSensitive(definition: ServiceDefinition, seen: Answers, after: Answers): Answers {
  return changedPaths(seen, after)
    .filter((path) => isMarked(definition, path, 'sensitive'))
    .reduce((tree, path) => replaceAt(tree, path, answerAt(seen, path)), after);
}

/** The register's values where something else is declared, as a tree of only those paths' answers. */
export function registerBeside(register: Answers, declared: Answers): Readonly<Record<Path, Answer>> {
  const known = [...leavesOf(register)].filter(([path, value]) => !isSame(answerAt(declared, path), value));
  return Object.fromEntries(known);
}

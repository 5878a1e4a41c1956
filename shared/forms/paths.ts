import type { Address, Answer, Answers, Item, Path } from './answers.ts';

/**
 * Walking into a tree of answers. A list is entered by the id of its item (`persons.p2`), everything else by the id
 * of its field. Only own properties count, so a path such as `__proto__.x` leads nowhere.
 */
export function answerAt(answers: Answers, path: Path): Answer | undefined {
  let here: Answer | undefined = answers;
  for (const step of path.split('.')) {
    if (isItems(here)) here = here.find((item) => item.id === step);
    else if (isBranch(here)) here = ownAnswer(here, step);
    else return undefined;
  }
  return here;
}

/**
 * The answers with another value at a path; undefined removes what is there. Where the path leads nowhere, nothing
 * changes. Whether the value belongs there is the caller's question (`setAnswer` asks it).
 */
export function replaceAt(answers: Answers, path: Path, value: Answer | undefined): Answers {
  const changed = replaceSteps(answers, path.split('.'), value);
  return isBranch(changed) ? changed : answers;
}

function replaceSteps(
  here: Answer | undefined,
  steps: readonly string[],
  value: Answer | undefined,
): Answer | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (isItems(here))
    return here.flatMap((item) => {
      if (item.id !== step) return [item];
      const next = replaceSteps(item, rest, value);
      return isBranch(next) ? [{ ...next, id: step }] : [];
    });
  if (!isBranch(here)) return here;
  const inner = ownAnswer(here, step);
  const next = rest.length === 0 ? value : replaceSteps(inner, rest, value);
  if (next === inner) return here;
  return Object.fromEntries([
    ...Object.entries(here).filter(([id]) => id !== step || next !== undefined),
    ...(next === undefined ? [] : [[step, next] as const]),
  ]);
}

/** The items of a list answer; none where there is no such list. */
export function itemsAt(answers: Answers, path: Path): readonly Item[] {
  const found = answerAt(answers, path);
  return isItems(found) ? found : [];
}

/** The text at a path; empty where there is none. */
export function textAt(answers: Answers, path: Path): string {
  const found = answerAt(answers, path);
  return typeof found === 'string' ? found : '';
}

/** The address at a path, as far as it was filled in. */
export function addressAt(answers: Answers, path: Path): Address | undefined {
  const found = answerAt(answers, path);
  return isAddress(found) ? found : undefined;
}

/** The codes at a path; none where there is no such answer. */
export function codesAt(answers: Answers, path: Path): readonly string[] {
  const found = answerAt(answers, path);
  return isCodes(found) ? found : [];
}

export const joinPath = (prefix: Path, id: string): Path => (prefix === '' ? id : `${prefix}.${id}`);

/** An own property of a branch of the tree; an address is a branch too, though its type has no index. */
const ownAnswer = (branch: object, id: string): Answer | undefined =>
  Object.hasOwn(branch, id) ? (branch as Answers)[id] : undefined;

export const isCodes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

export const isItems = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.length > 0 && value.every((entry) => isItem(entry));

export const isItem = (value: unknown): value is Item => isBranch(value) && typeof value['id'] === 'string';

export const isBranch = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isAddress = (value: unknown): value is Address =>
  isBranch(value) && ['street', 'houseNumber', 'postcode', 'city'].every((part) => typeof value[part] === 'string');

import { limits } from '../base/limits.ts';
import type { Answer, Answers, Item, Path } from './answers.ts';
import type { Field, ServiceDefinition } from './definition.ts';
import { isBranch, isItems } from './paths.ts';
import { shapeAnswer } from './shape.ts';

/**
 * The one door through which anything becomes an answer. Path and value may come from a stranger: what the
 * definition has no place for gives undefined and changes nothing. Whether an answer is right is another question
 * (`checkFields` and the rules of the service); whether it has a place and the right shape is decided here.
 *
 * `null` and the empty text take an answer away. `persons.p3` with an object adds or replaces that item, with null
 * removes it. Texts come out in Unicode NFC, without blanks around them.
 */
export function setAnswer(
  definition: ServiceDefinition,
  answers: Answers,
  path: Path,
  value: unknown,
): Answers | undefined {
  if (path.length > limits.pathLength) return undefined;
  return setInFields(topFields(definition), answers, path.split('.'), value);
}

/** The field whose answer lies at a path; undefined for items and for paths that lead nowhere. */
export function fieldAt(definition: ServiceDefinition, path: Path): Field | undefined {
  let fields: readonly Field[] = topFields(definition);
  let found: Field | undefined;
  let isItem = false;
  for (const step of path.split('.')) {
    if (found?.kind === 'list' && !isItem) {
      isItem = true;
      continue;
    }
    found = fields.find((field) => field.id === step);
    if (!found) return undefined;
    isItem = false;
    fields = found.kind === 'group' || found.kind === 'list' ? found.fields : [];
  }
  return isItem ? undefined : found;
}

/** The fields at the root of the answers. A list that sections are repeated for is one field made of all of them. */
export function topFields(definition: ServiceDefinition): readonly Field[] {
  const lists = new Set(definition.sections.flatMap((section) => section.each ?? []));
  const single = definition.sections.filter((section) => section.each === undefined);
  return [...single.flatMap((section) => section.fields), ...[...lists].map((id) => repeatedList(definition, id))];
}

function repeatedList(definition: ServiceDefinition, id: string): Field {
  const fields = definition.sections.filter((section) => section.each === id).flatMap((section) => section.fields);
  return { id, label: id, kind: 'list', itemLabel: id, limit: limits.personsPerCase, fields };
}

function setInFields(
  fields: readonly Field[],
  here: Answers,
  [step, ...rest]: readonly string[],
  value: unknown,
): Answers | undefined {
  const field = fields.find(({ id }) => id === step);
  if (!field) return undefined;
  const inner = Object.hasOwn(here, field.id) ? here[field.id] : undefined;
  if (rest.length === 0) {
    const shaped = shapeAnswer(field, value);
    return shaped === undefined ? undefined : withAnswer(here, field.id, shaped);
  }
  if (field.kind === 'group') {
    const group = setInFields(field.fields, isBranch(inner) ? inner : {}, rest, value);
    return group && withAnswer(here, field.id, group);
  }
  if (field.kind !== 'list') return undefined;
  const items = setInItems(field, isItems(inner) ? inner : [], rest, value);
  return items && withAnswer(here, field.id, items);
}

function setInItems(
  list: Field & { kind: 'list' },
  items: readonly Item[],
  [id, ...rest]: readonly string[],
  value: unknown,
): readonly Item[] | undefined {
  const old = items.find((item) => item.id === id);
  if (id === undefined) return undefined;
  if (rest.length === 0) {
    if (value === null) return items.filter((item) => item.id !== id);
    const shaped = isBranch(value) ? shapeAnswer(list, [{ ...value, id: value['id'] ?? id }]) : undefined;
    const item = isItems(shaped) ? shaped[0] : undefined;
    if (item?.id !== id) return undefined;
    if (old) return items.map((one) => (one.id === id ? item : one));
    return items.length < list.limit ? [...items, item] : undefined;
  }
  const changed = old && setInFields(list.fields, old, rest, value);
  return changed && items.map((one) => (one.id === id ? { ...changed, id } : one));
}

function withAnswer(here: Answers, id: string, value: Answer): Answers {
  const others = Object.entries(here).filter(([key]) => key !== id);
  return Object.fromEntries(value === null ? others : [...others, [id, value]]);
}

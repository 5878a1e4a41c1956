import type { Answer, Answers, Item } from './answers.ts';
import type { Condition } from './definition.ts';
import { answerAt } from './paths.ts';

/**
 * Whether a condition holds for these answers. `item` is the nearest item around the field that carries the
 * condition; at the top of the tree there is none.
 */
export function holds(condition: Condition | undefined, answers: Answers, item?: Item): boolean {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, item));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, item));
  if ('not' in condition) return !holds(condition.not, answers, item);
  const found = condition.field.startsWith('/')
    ? answerAt(answers, condition.field.slice(1))
    : answerAt(item ?? answers, condition.field);
  if ('isSet' in condition) return isGiven(found) === condition.isSet;
  if ('moreThan' in condition) return Array.isArray(found) && found.length > condition.moreThan;
  const wanted: readonly Answer[] = 'is' in condition ? [condition.is] : condition.isOneOf;
  return Array.isArray(found) ? found.some((each) => wanted.includes(each)) : wanted.includes(found ?? null);
}

/** Something was filled in: not left out, not null, not an empty text, not an empty list, not an address of blanks. */
export function isGiven(value: Answer | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (typeof value !== 'object') return true;
  return Array.isArray(value) ? value.length > 0 : Object.values(value).some((part) => isGiven(part));
}

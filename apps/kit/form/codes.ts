import { offeredCodes } from '../../../shared/forms/code-lists/code-list.ts';
import type { CodeListId } from '../../../shared/forms/definition.ts';
import type { Choice } from '../ui/ChoiceField.tsx';

const known = new Map<string, readonly Choice[]>();

/** What may be chosen of a code list, with both names, in its order. Made once: the lists do not change. */
export function choicesOf(list: CodeListId, reader: 'citizen' | 'clerk'): readonly Choice[] {
  const key = `${list} ${reader}`;
  const made = known.get(key);
  if (made) return made;
  const choices = offeredCodes(list, reader).map(({ code, german, english }) => ({
    value: code,
    label: { de: german, plain: german, en: english },
  }));
  known.set(key, choices);
  return choices;
}

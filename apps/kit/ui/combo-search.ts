import { asText } from '../i18n/text.ts';
import type { Choice } from './ChoiceField.tsx';

/** The choices that hold what was typed in any language: first those that begin with it, then those with a word that does. */
export function rankChoices<Each extends Choice>(choices: readonly Each[], typed: string): readonly Each[] {
  const search = searchForm(typed);
  if (search === '') return choices;
  return choices
    .map((choice) => ({ choice, rank: rankOf(choice, search) }))
    .filter((ranked) => ranked.rank < 3)
    .toSorted((one, other) => one.rank - other.rank)
    .map((ranked) => ranked.choice);
}

function rankOf(choice: Choice, search: string): number {
  const forms = Object.values(asText(choice.label)).map(searchForm);
  if (forms.some((form) => form.startsWith(search))) return 0;
  if (forms.some((form) => form.split(/[\s(,/-]+/).some((word) => word.startsWith(search)))) return 1;
  return forms.some((form) => form.includes(search)) ? 2 : 3;
}

/** Without marks and case, so that "turkei" finds "Türkei". */
export const searchForm = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .trim();

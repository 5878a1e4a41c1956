import { isGiven } from '../../../../../shared/forms/conditions.ts';
import { type AskedField, askedLeaves, type AskedSection, leafLabel } from '../../../../../shared/forms/asked.ts';
import { isAddress } from '../../../../../shared/forms/paths.ts';
import { showAnswer } from '../../../../../shared/forms/show.ts';
import type { Texts } from '../../../../../shared/forms/texts.ts';
import { titleOf } from './places.ts';

/**
 * What the clerk carries into the Fachverfahren, value by value in the order of the form: the Vorgangsnummer first,
 * an address in its parts, because the mask has a field for each.
 */
export type Copyable = { label: string; value: string };

export function copyOrder(number: string, sections: readonly AskedSection[], texts: Texts): readonly Copyable[] {
  const values = sections.flatMap((section) =>
    askedLeaves(section).flatMap((leaf) =>
      // Who declares and which paper was seen is not the mask's question.
      leaf.field.by === 'clerk'
        ? []
        : partsOf(leaf, leafLabel(leaf, texts, 'de'), texts).map(({ label, value }) => ({
            label: `${titleOf(section)}: ${label}`,
            value,
          })),
    ),
  );
  return [{ label: 'Vorgangsnummer', value: number }, ...values];
}

/** One value as it is copied from its field. */
export const copyText = (asked: AskedField, texts: Texts): string =>
  isGiven(asked.value) ? showAnswer(asked, texts, 'de') : '';

function partsOf(asked: AskedField, label: string, texts: Texts): readonly Copyable[] {
  const { value } = asked;
  if (!isGiven(value)) return [];
  if (!isAddress(value)) return [{ label, value: showAnswer(asked, texts, 'de') }];
  return addressParts
    .map(([part, name]) => ({ label: `${label}, ${name}`, value: value[part] ?? '' }))
    .filter((each) => each.value !== '');
}

const addressParts = [
  ['street', 'Straße'],
  ['houseNumber', 'Hausnummer'],
  ['addition', 'Zusatz'],
  ['postcode', 'Postleitzahl'],
  ['city', 'Ort'],
] as const;

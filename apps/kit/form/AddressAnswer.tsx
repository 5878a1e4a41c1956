import type { Answer } from '../../../shared/forms/answers.ts';
import type { AskedField } from '../../../shared/forms/asked.ts';
import { isAddress } from '../../../shared/forms/paths.ts';
import { AddressField, type AddressParts } from '../ui/AddressField.tsx';
import { createFieldProps, definitionOf } from './field-props.ts';
import { findingsAt } from './findings.ts';

/** An address within the office, within Germany, or anywhere. */
export function AddressAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  const within = () => definitionOf(props.asked, 'address').within;
  const value = (): AddressParts => (isAddress(props.asked.value) ? props.asked.value : blank);
  const partErrors = () => {
    if (!form.isShown(props.asked.path)) return undefined;
    const errors = parts.flatMap((part) => {
      const finding = findingsAt(form.findings, `${props.asked.path}.${part}`).find(
        (each) => each.severity === 'error',
      );
      return finding ? [[part, form.wordsOfFinding(finding)] as const] : [];
    });
    return Object.fromEntries(errors);
  };
  return (
    <AddressField
      {...field}
      value={value()}
      partErrors={partErrors()}
      streets={within() === 'office' ? form.streets : undefined}
      districts={within() === 'office' ? form.districts : undefined}
      states={within() === 'anywhere' ? form.codes('staat') : undefined}
      autocomplete={form.keepsNothing === true ? 'off' : undefined}
      onInput={(address) => form.onTyping?.(props.asked.path, asAnswer(address))}
      onLeave={(address) => {
        form.touch(props.asked.path);
        form.onLeave(props.asked.path, asAnswer(address));
      }}
    />
  );
}

const blank: AddressParts = { street: '', houseNumber: '', postcode: '', city: '' };
const parts = ['street', 'houseNumber', 'addition', 'postcode', 'city', 'district', 'state'] as const;

/** Parts that were emptied again are left out; an address of blanks is no answer. */
function asAnswer(address: AddressParts): Answer {
  const { street, houseNumber, postcode, city, addition, district, ags, state } = address;
  if (![street, houseNumber, postcode, city, addition].some(Boolean)) return null;
  return {
    street,
    houseNumber,
    postcode,
    city,
    ...(addition ? { addition } : {}),
    ...(district ? { district } : {}),
    ...(ags ? { ags } : {}),
    ...(state && state !== '000' ? { state } : {}),
  };
}

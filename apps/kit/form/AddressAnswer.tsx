import { Show } from 'solid-js';
import type { Municipality } from '../../../shared/base/municipality.ts';
import { isUnknownAddress, unknownAddress } from '../../../shared/forms/address.ts';
import type { Answer } from '../../../shared/forms/answers.ts';
import type { AskedField } from '../../../shared/forms/asked.ts';
import { isAddress } from '../../../shared/forms/paths.ts';
import { Say } from '../i18n/Bilingual.tsx';
import { AddressField, type AddressParts } from '../ui/AddressField.tsx';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { Fieldset } from '../ui/Fieldset.tsx';
import { createFieldProps, definitionOf } from './field-props.ts';
import { findingsAt } from './findings.ts';
import { text } from './text.ts';

/** An address within the office, within Germany, or anywhere. */
export function AddressAnswer(props: { asked: AskedField }) {
  const { form, field } = createFieldProps(props);
  const within = () => definitionOf(props.asked, 'address').within;
  const office = () => (within() === 'office' ? form.municipality : undefined);
  const value = (): AddressParts => (isAddress(props.asked.value) ? props.asked.value : blankIn(office()));
  const isUnknown = () => isAddress(props.asked.value) && isUnknownAddress(props.asked.value);
  /** Only the clerk decides that nobody knows an address; the register has a fixed form for it. */
  const mayBeUnknown = () => form.reader === 'clerk' && within() !== 'office';
  const leave = (answer: Answer) => {
    form.touch(props.asked.path);
    form.onLeave(props.asked.path, answer);
  };
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
    <>
      <Show
        when={!isUnknown()}
        fallback={
          <Fieldset id={field.id} legend={field.label} mark={field.mark} aside={field.aside}>
            <Show when={!mayBeUnknown() || form.readOnly === true}>
              <p class="kern-body">
                <Say words={text.unknownAddress} />
              </p>
            </Show>
          </Fieldset>
        }
      >
        <AddressField
          {...field}
          value={value()}
          partErrors={partErrors()}
          fixedCity={office() !== undefined && office()?.postcodes.length === 1}
          streets={within() === 'office' ? form.streets : undefined}
          districts={office()?.districts.map((district) => ({ value: district, label: district }))}
          states={within() === 'anywhere' ? form.codes('staat') : undefined}
          autocomplete={form.keepsNothing === true ? 'off' : undefined}
          onInput={(address) => form.onTyping?.(props.asked.path, asAnswer(address, office()))}
          onLeave={(address) => leave(asAnswer(address, office()))}
        />
      </Show>
      <Show when={mayBeUnknown() && form.readOnly !== true}>
        <CheckboxField
          label={text.unknownAddress}
          checked={isUnknown()}
          onChange={(unknown) => leave(unknown ? unknownAddress : null)}
        />
      </Show>
    </>
  );
}

/** Within the office town and postcode are known before anybody types. */
const blankIn = (office: Municipality | undefined): AddressParts => ({
  street: '',
  houseNumber: '',
  postcode: office?.postcodes.length === 1 ? (office.postcodes[0] ?? '') : '',
  city: office?.city ?? '',
  ...(office ? { ags: office.ags } : {}),
});
const parts = ['street', 'houseNumber', 'addition', 'postcode', 'city', 'district', 'state'] as const;

/** Parts that were emptied again are left out; an address of blanks is no answer. */
function asAnswer(address: AddressParts, office: Municipality | undefined): Answer {
  const { street, houseNumber, postcode, city, addition, district, ags, state } = address;
  const typed = office ? [street, houseNumber, addition, district] : [street, houseNumber, addition, postcode, city];
  if (!typed.some(Boolean) && (state === undefined || state === '000')) return null;
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

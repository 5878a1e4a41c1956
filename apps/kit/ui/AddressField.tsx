import { createUniqueId, For, Show } from 'solid-js';
import type { Choice } from './ChoiceField.tsx';
import { ComboField } from './ComboField.tsx';
import type { FieldProps } from './FieldFrame.tsx';
import { Fieldset } from './Fieldset.tsx';
import { SelectField } from './SelectField.tsx';
import { text } from './text.ts';
import { TextField } from './TextField.tsx';

/** The parts of an address, each a plain text. */
export type AddressParts = {
  street: string;
  houseNumber: string;
  addition?: string;
  postcode: string;
  city: string;
  district?: string;
  ags?: string;
  state?: string;
};

export type AddressFieldProps = FieldProps & {
  value: AddressParts;
  onInput?(value: AddressParts): void;
  /** When one of its fields is left. */
  onLeave?(value: AddressParts): void;
  /** The municipality's streets, once a list is configured. */
  streets?: readonly string[] | undefined;
  districts?: readonly Choice[] | undefined;
  /** Countries to choose from; without them the address is in Germany. */
  states?: readonly Choice[] | undefined;
  /** Town and postcode are the office's own and stand firm. */
  fixedCity?: boolean | undefined;
  autocomplete?: 'off' | undefined;
  /** Messages at its own parts. */
  partErrors?: Partial<Record<keyof AddressParts, FieldProps['error']>> | undefined;
};

/** Street and number, postcode and town, as they stand on an envelope. */
export function AddressField(props: AddressFieldProps) {
  const name = createUniqueId();
  const listId = `${name}-streets`;
  const change = (part: Partial<AddressParts>): AddressParts => {
    const changed = { ...props.value, ...part };
    // The municipality's key belongs to the town it came with.
    if ('postcode' in part || 'city' in part || 'state' in part) delete changed.ags;
    return changed;
  };
  const part = (key: 'street' | 'houseNumber' | 'addition' | 'postcode' | 'city') => ({
    value: props.value[key] ?? '',
    onInput: (value: string) => props.onInput?.(change({ [key]: value })),
    onLeave: (value: string) => props.onLeave?.(change({ [key]: value })),
    error: props.partErrors?.[key],
    readOnly: props.readOnly,
    disabled: props.disabled,
    autocomplete: props.autocomplete,
  });
  const isAbroad = () => props.states !== undefined && props.value.state !== undefined && props.value.state !== '000';
  return (
    <Fieldset
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
      mark={props.mark}
      aside={props.aside}
    >
      <Show when={props.states}>
        {(states) => (
          <ComboField
            label={text.state}
            choices={states()}
            value={props.value.state ?? '000'}
            readOnly={props.readOnly}
            disabled={props.disabled}
            error={props.partErrors?.state}
            onChoose={(state) => props.onLeave?.(change(state === undefined ? {} : { state }))}
          />
        )}
      </Show>
      <div class="address__line">
        <div class="address__wide">
          <TextField
            {...part('street')}
            label={text.street}
            maxLength={55}
            isName
            ref={(element) => {
              if (props.streets) element.setAttribute('list', listId);
            }}
          />
          <Show when={props.streets}>
            {(streets) => (
              <datalist id={listId}>
                <For each={streets()}>{(street) => <option value={street}>{street}</option>}</For>
              </datalist>
            )}
          </Show>
        </div>
        <div class="address__narrow">
          <TextField {...part('houseNumber')} label={text.houseNumber} maxLength={9} />
        </div>
      </div>
      <TextField {...part('addition')} label={text.addition} maxLength={50} optional />
      <div class="address__line">
        <div class="address__narrow">
          <TextField
            {...part('postcode')}
            label={text.postcode}
            maxLength={isAbroad() ? 10 : 5}
            inputMode={isAbroad() ? 'text' : 'numeric'}
            readOnly={props.readOnly === true || props.fixedCity === true}
          />
        </div>
        <div class="address__wide">
          <TextField
            {...part('city')}
            label={text.city}
            maxLength={50}
            isName
            readOnly={props.readOnly === true || props.fixedCity === true}
          />
        </div>
      </div>
      <Show when={props.districts}>
        {(districts) => (
          <SelectField
            label={text.district}
            choices={districts()}
            value={props.value.district}
            readOnly={props.readOnly}
            disabled={props.disabled}
            error={props.partErrors?.district}
            onChoose={(district) => props.onLeave?.(change({ district }))}
          />
        )}
      </Show>
    </Fieldset>
  );
}

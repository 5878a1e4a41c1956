import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show, untrack } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import { asText } from '../i18n/text.ts';
import type { Choice } from './ChoiceField.tsx';
import { rankChoices } from './combo-search.ts';
import { createFieldIds, FieldFrame, type FieldProps } from './FieldFrame.tsx';
import { announce } from './LiveRegion.tsx';
import { text } from './text.ts';

export type ComboFieldProps = FieldProps & {
  /** In the order they are offered while nothing is typed; the common ones first. */
  choices: readonly Choice[];
  value: string | undefined;
  onChoose(value: string | undefined): void;
};

/**
 * One of many, found by typing: countries, nationalities. Follows the editable combobox with list autocomplete of the
 * ARIA Authoring Practices: arrows move, Enter chooses, Escape closes, then clears back to what was chosen.
 */
export function ComboField(props: ComboFieldProps) {
  const ids = createFieldIds(props);
  const listId = createUniqueId();
  const labelOf = (value: string | undefined) => {
    const choice = props.choices.find((each) => each.value === value);
    return choice ? asText(choice.label).de : '';
  };
  const [typed, setTyped] = createSignal(untrack(() => labelOf(props.value)));
  const [isOpen, setOpen] = createSignal(false);
  const [isSearching, setSearching] = createSignal(false);
  const [active, setActive] = createSignal(-1);
  const hits = createMemo(() =>
    (isSearching() ? rankChoices(props.choices, typed()) : props.choices).slice(0, shownAtMost),
  );
  // Only another value replaces what is being typed, not the same one read again.
  const chosenLabel = createMemo(() => labelOf(props.value));
  createEffect(on(chosenLabel, (label) => setTyped(label), { defer: true }));
  createEffect(() => {
    const at = active();
    if (isOpen() && at >= 0) document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  });

  const open = () => {
    setOpen(true);
    // An emptied field offers everything and suggests nothing: leaving it takes the answer away.
    if (isSearching()) setActive(typed().trim() === '' ? -1 : 0);
    else setActive(hits().findIndex((choice) => choice.value === props.value));
  };
  const close = () => {
    setOpen(false);
    setSearching(false);
    setActive(-1);
  };
  const choose = (choice: Choice) => {
    close();
    setTyped(asText(choice.label).de);
    if (choice.value !== props.value) props.onChoose(choice.value);
  };
  const leave = () => {
    const search = typed().trim();
    const [only, ...others] = isSearching() ? hits() : [];
    close();
    if (search === '') {
      if (props.value !== undefined) props.onChoose(undefined);
    } else if (only && (others.length === 0 || asText(only.label).de.toLowerCase() === search.toLowerCase()))
      choose(only);
    else setTyped(labelOf(props.value));
  };
  const press = (event: KeyboardEvent) => {
    const count = hits().length;
    const chosen = hits()[active()];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen()) open();
      else if (count > 0) setActive((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
    } else if (event.key === 'Enter' && isOpen() && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && (isOpen() || isSearching())) {
      event.preventDefault();
      close();
      setTyped(labelOf(props.value));
    } else if (event.key === 'Tab' && isOpen() && chosen && isSearching()) choose(chosen);
  };

  return (
    <FieldFrame field={props} ids={ids}>
      <div class="combo">
        <input
          class="kern-form-input__input combo__input"
          classList={{ 'kern-form-input__input--error': props.error !== undefined }}
          id={ids.id()}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={isOpen()}
          aria-controls={listId}
          aria-activedescendant={isOpen() && active() >= 0 ? `${listId}-${active()}` : undefined}
          aria-invalid={props.error === undefined ? undefined : 'true'}
          aria-describedby={ids.describedBy()}
          readOnly={props.readOnly}
          disabled={props.disabled}
          value={typed()}
          placeholder={say(text.search)}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setSearching(true);
            open();
            announce(hits().length === 0 ? say(text.nothingFound) : say(text.hits(hits().length)));
          }}
          onClick={(event) => {
            if (props.readOnly === true) return;
            event.currentTarget.select();
            open();
          }}
          onKeyDown={press}
          onBlur={leave}
        />
        <Show when={isOpen()}>
          <ul class="combo__list" role="listbox" id={listId} aria-label={say(props.label)}>
            <For each={hits()} fallback={<li class="combo__none kern-body">{say(text.nothingFound)}</li>}>
              {(choice, index) => (
                <li
                  class="combo__option"
                  classList={{ 'combo__option--active': index() === active() }}
                  role="option"
                  id={`${listId}-${index()}`}
                  aria-selected={choice.value === props.value}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(choice)}
                >
                  <Say words={choice.label} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </FieldFrame>
  );
}

/** Every country of the world, and then some. */
const shownAtMost = 300;

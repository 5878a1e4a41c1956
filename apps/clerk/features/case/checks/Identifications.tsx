import { createEffect, createMemo, createSignal, For, on, Show, untrack } from 'solid-js';
import { limits } from '../../../../../shared/base/limits.ts';
import { identificationKinds, identificationResults } from '../../../../../shared/wire/cases.ts';
import { formatTime } from '../../../../kit/i18n/dates.ts';
import { Keyed } from '../../../../kit/form/Keyed.tsx';
import { Icon } from '../../../../kit/ui/Icon.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import type { SideProps } from '../CaseSide.tsx';
import { isWritable } from '../progress.ts';
import type { CaseView, Identification } from '../requests.ts';
import { text } from './text.ts';

type Person = { id: string; name: string };

/** Who these people are: kind of document, result, a word beside it. No picture, no number (signing.md 3, step 1). */
export function Identifications(props: SideProps) {
  /** The people the case is about, and whoever else confirms. */
  const people = createMemo((): readonly Person[] => {
    const known = props.model.service().identifiedPersons(props.model.answers());
    const named = known.map(({ id, name }, at) => ({ id, name: name || text.personNumber(at + 1) }));
    return [...named, ...props.view.signers.filter(({ id }) => !known.some((person) => person.id === id))];
  });
  const isNeeded = ({ id }: Person) => props.view.signers.some((signer) => signer.id === id);
  const isNoted = ({ id }: Person) => props.view.identifications.some(({ person }) => person === id);
  const others = () => people().filter((person) => !isNeeded(person));
  return (
    <section class="side__part" aria-label={text.identification}>
      <h2 class="kern-title">{text.identification}</h2>
      <Show when={!isLocked(props.view)} fallback={<Noted {...props} people={people()} />}>
        <p class="kern-body kern-body--small kern-body--muted">{text.identificationHint}</p>
        <Keyed each={people().filter(isNeeded)} by={({ id }) => id}>
          {(person) => <OnePerson {...props} person={person()} />}
        </Keyed>
        <Show when={others().length > 0}>
          <details class="identify__others">
            <summary class="kern-body">{text.others(others().filter(isNoted).length, others().length)}</summary>
            <Keyed each={others()} by={({ id }) => id}>
              {(person) => <OnePerson {...props} person={person()} />}
            </Keyed>
          </details>
        </Show>
      </Show>
    </section>
  );
}

/** Noting it anew would void what was confirmed, so from then on it is only read. */
const isLocked = ({ state }: CaseView) => !isWritable(state) || state === 'confirmed';

function Noted(props: SideProps & { people: readonly Person[] }) {
  const nameOf = (id: string) => props.people.find((person) => person.id === id)?.name ?? id;
  return (
    <ul class="tasks">
      <For each={props.view.identifications} fallback={<li class="kern-body kern-body--muted">{text.noneNoted}</li>}>
        {(noted) => (
          <li class="tasks__task">
            <strong>{nameOf(noted.person)}</strong>
            <span class="kern-body">
              {text.documents[noted.document]}, {text.results[noted.result]}
              <Show when={noted.note}>: {noted.note}</Show>
            </span>
            <span class="kern-body kern-body--small kern-body--muted">{text.noted(formatTime(noted.at))}</span>
          </li>
        )}
      </For>
    </ul>
  );
}

function OnePerson(props: SideProps & { person: Person }) {
  const noted = () => props.view.identifications.find(({ person }) => person === props.person.id);
  const isNeeded = () => props.view.signers.some(({ id }) => id === props.person.id);
  const [document, setDocument] = createSignal<Identification['document']>(untrack(noted)?.document ?? 'PA');
  const [note, setNote] = createSignal(untrack(noted)?.note ?? '');
  createEffect(
    on(
      noted,
      (known) => {
        if (!known) return;
        setDocument(known.document);
        setNote(known.note ?? '');
      },
      { defer: true },
    ),
  );
  const action = () => `identify ${props.person.id}` as const;
  const save = (result: Identification['result'] | undefined) => {
    if (result === undefined) return;
    const words = note().trim();
    const wish = { person: props.person.id, document: document(), result, ...(words === '' ? {} : { note: words }) };
    void props.model.act(action(), (ask) => ask.identify(wish));
  };
  return (
    <fieldset class="identify" data-identify={noted() ? 'done' : 'open'}>
      <legend class="identify__name">
        <Show when={noted()}>
          <Icon name="success" />
        </Show>
        <strong>{props.person.name}</strong>
        <span class="kern-body kern-body--small kern-body--muted">
          <Show when={noted()} fallback={isNeeded() ? text.isNeeded : text.notNeeded}>
            {(known) => text.noted(formatTime(known().at))}
          </Show>
        </span>
      </legend>
      <div class="identify__line">
        <label class="kern-form-input__select-wrapper identify__select">
          <span class="kern-sr-only">{text.document}</span>
          <select
            class="kern-form-input__select"
            onChange={(event) => {
              setDocument(identificationKinds.find((kind) => kind === event.currentTarget.value) ?? 'other');
              save(noted()?.result);
            }}
          >
            <For each={identificationKinds}>
              {(kind) => (
                <option value={kind} selected={document() === kind}>
                  {text.documents[kind]}
                </option>
              )}
            </For>
          </select>
        </label>
        <div class="segments" role="group" aria-label={text.result}>
          <For each={identificationResults}>
            {(result) => (
              <button
                type="button"
                class="segments__segment identify__result"
                aria-pressed={noted()?.result === result}
                onClick={() => save(result)}
              >
                {text.results[result]}
              </button>
            )}
          </For>
        </div>
      </div>
      <Show when={noted()}>
        <label class="identify__note">
          <span class="kern-body kern-body--small">{text.note}</span>
          <input
            class="kern-form-input__input"
            type="text"
            autocomplete="off"
            maxLength={limits.textLength}
            value={note()}
            onInput={(event) => setNote(event.currentTarget.value)}
            onChange={() => save(noted()?.result)}
          />
        </label>
      </Show>
      <Show when={props.model.problemOf(action())}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
    </fieldset>
  );
}

import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, createResource, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import type { LiveMessage } from '../../../../shared/wire/live.ts';
import { makeApi } from '../../../kit/api.ts';
import { dayInOffice } from '../../../kit/i18n/dates.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { createShortcuts } from '../../../kit/ui/shortcuts.ts';
import { Spinner } from '../../../kit/ui/Spinner.tsx';
import { AtAGlance } from './AtAGlance.tsx';
import { CaseList } from './CaseList.tsx';
import { OpenCaseDialog } from './OpenCaseDialog.tsx';
import { makeRequests } from './requests.ts';
import { createSoon } from './soon.ts';
import { text } from './text.ts';
import { casesIn, isView, neighbour, type View, views } from './views.ts';
import './today.css';

type Props = { deskId: string; onLive(listener: (message: LiveMessage) => void): () => void };

/** The desk's first screen: what waits on the left, the selected case at a glance on the right. */
export function Today(props: Props) {
  const requests = makeRequests(makeApi(location.origin));
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams<{ view?: string; search?: string }>();
  const [selected, setSelected] = createSignal<string>();
  const [isOpening, setOpening] = createSignal(false);
  let searchField: HTMLInputElement | undefined;

  const search = () => params.search ?? '';
  const view = (): View => (isView(params.view) ? params.view : 'open');
  const [cases, { refetch }] = createResource(search, (words) => requests.list(words));
  const [withTasks, { refetch: refetchTasks }] = createResource(search, (words) => requests.listWithTasks(words));
  const listOf = (each: View) => casesIn(each, (each === 'tasks' ? withTasks.latest : cases.latest) ?? []);
  const shown = createMemo(() => listOf(view()));
  const today = () => dayInOffice(new Date());
  const chosen = () => shown().find(({ caseId }) => caseId === selected()) ?? shown()[0];
  const open = (caseId: string) => navigate(`/cases/${caseId}`);

  // Whatever changed in the office may change this list; a hello after a lost line counts as everything.
  const rereadSoon = createSoon(() => {
    void refetch();
    void refetchTasks();
  });
  onMount(() => {
    onCleanup(
      props.onLive(({ about }) => {
        if (about !== 'desk') rereadSoon();
      }),
    );
  });
  const move = (step: 1 | -1) => setSelected(neighbour(shown(), chosen()?.caseId, step));
  createShortcuts(() => [
    { keys: 'a', words: text.keyNew, run: () => setOpening(true) },
    { keys: '/', words: text.keySearch, run: () => searchField?.focus() },
    { keys: 'n', words: text.keyNext, run: () => move(1) },
    { keys: 'p', words: text.keyPrevious, run: () => move(-1) },
    { keys: 'ArrowDown', words: text.keyNext, run: () => move(1) },
    { keys: 'ArrowUp', words: text.keyPrevious, run: () => move(-1) },
    { keys: 'Enter', words: text.keyOpen, run: openChosen, when: () => chosen() !== undefined },
  ]);
  function openChosen() {
    const { activeElement } = document;
    // Enter on a button or link is that button's, not the list's.
    if (activeElement instanceof HTMLElement && activeElement.matches('a, button, summary')) activeElement.click();
    else if (chosen()) open(chosen()?.caseId ?? '');
  }

  return (
    <>
      <div class="today__top">
        <PageTitle title={text.title} app="Schalter Platz" size="medium" />
        <div class="segments" role="group" aria-label={text.lists}>
          <For each={Object.keys(views).filter(isView)}>
            {(each) => (
              <button
                type="button"
                class="segments__segment"
                aria-pressed={view() === each}
                onClick={() => setParams({ view: each })}
              >
                {views[each].label} ({listOf(each).length})
              </button>
            )}
          </For>
        </div>
        <search class="today__search">
          <label class="kern-label kern-label--small" for="today-search">
            {text.search}
          </label>
          <input
            id="today-search"
            ref={searchField}
            type="search"
            class="kern-form-input__input"
            value={search()}
            autocomplete="off"
            onChange={(event) => setParams({ search: event.currentTarget.value })}
          />
        </search>
        <Button onPress={() => setOpening(true)} keys="a">
          {text.newCase}
        </Button>
      </div>
      <Show when={props.deskId === ''}>
        <Notice kind="info" title={text.chooseDesk} />
      </Show>
      <Show when={cases.error ?? withTasks.error}>
        {(cause) => <Notice kind="error" title={wordsOfProblem(cause())} announce />}
      </Show>
      <Show when={cases.latest} fallback={<Spinner words={text.loading} />}>
        <div class="today">
          <CaseList
            cases={shown()}
            selected={chosen()?.caseId}
            isSearch={search() !== ''}
            view={view()}
            today={today()}
            onSelect={setSelected}
            onOpen={open}
          />
          <Show when={chosen()}>
            {(one) => <AtAGlance summary={one()} today={today()} onOpen={() => open(one().caseId)} />}
          </Show>
        </div>
      </Show>
      <OpenCaseDialog
        open={isOpening()}
        requests={requests}
        onClose={() => setOpening(false)}
        onOpened={(caseId) => open(caseId)}
      />
    </>
  );
}

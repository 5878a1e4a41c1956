import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, Match, on, onCleanup, onMount, Switch, untrack } from 'solid-js';
import type { LiveMessage } from '../../../../shared/wire/live.ts';
import type { DeskView } from '../../../../shared/wire/devices.ts';
import type { StaffRole } from '../../../../shared/wire/staff.ts';
import type { InferOutput } from 'valibot';
import { makeApi } from '../../../kit/api.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { ErrorPage } from '../../../kit/ui/ErrorPage.tsx';
import { keepFocus } from '../../../kit/ui/PageTitle.tsx';
import { Spinner } from '../../../kit/ui/Spinner.tsx';
import { type Ask, CaseDialogs } from './CaseDialogs.tsx';
import { CaseFooter } from './CaseFooter.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseSide, isTab, tabFor } from './CaseSide.tsx';
import { createCaseKeys } from './case-keys.ts';
import { createCase } from './create-case.ts';
import { CaseForm } from './form/CaseForm.tsx';
import { makeRequests } from './requests.ts';
import { text } from './text.ts';
import './case.css';

export type CasePageProps = {
  caseId: string;
  /** The desk this browser stands at; empty until it was chosen. */
  deskId: string;
  desks: readonly InferOutput<typeof DeskView>[];
  role: StaffRole;
  officeAgs: string;
  onLive(listener: (message: LiveMessage) => void): () => void;
};

/** One case: the declaration on the left, everything around it on the right, the one next step below. */
export function CasePage(props: CasePageProps) {
  // The page is made anew for another case, so its id stays the same for good.
  const { caseId, officeAgs } = untrack(() => ({ caseId: props.caseId, officeAgs: props.officeAgs }));
  const model = createCase({ caseId, officeAgs, requests: makeRequests(makeApi(location.origin), caseId) });
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams<{ tab?: string }>();
  const [ask, setAsk] = createSignal<Ask>();
  const [attempt, setAttempt] = createSignal(0);
  const [unlockedRevision, setUnlockedRevision] = createSignal<number>();

  onCleanup(untrack(() => props.onLive)(model.hear));
  onMount(() => void model.reread());
  const leavePage = () => model.sendLast();
  addEventListener('pagehide', leavePage);
  onCleanup(() => removeEventListener('pagehide', leavePage));

  const tab = () => (isTab(params.tab) ? params.tab : tabFor(model.view()));
  // What the clerk chose to see counts until the case moves on.
  createEffect(
    on(
      () => model.view()?.state,
      (state, before) => {
        if (before !== undefined && state !== before) setParams({ tab: undefined }, { replace: true });
      },
      { defer: true },
    ),
  );
  keepFocus(createMemo(() => model.view()?.state));
  const isUnlocked = () => unlockedRevision() !== undefined && unlockedRevision() === model.view()?.revision;
  const toToday = () => navigate('/');
  const shared = {
    model,
    showErrors: () => setAttempt((count) => count + 1),
    ask: setAsk,
    showTab: (chosen: string) => setParams({ tab: chosen }, { replace: true }),
  };
  createCaseKeys({ ...shared, toToday });

  return (
    <Switch fallback={<Spinner words={text.loading} />}>
      <Match when={model.failure()}>
        {(failure) => <Failure status={failure().status} onAgain={() => void model.reread()} onBack={toToday} />}
      </Match>
      <Match when={model.view()}>
        {(view) => (
          <div class="case" ref={measureBars}>
            <CaseHeader view={view()} model={model} />
            <CaseForm
              model={model}
              view={view()}
              attempt={attempt()}
              isUnlocked={isUnlocked()}
              onUnlock={() => setAsk('unlock')}
            />
            <CaseSide {...shared} view={view()} tab={tab()} desks={props.desks} role={props.role} />
            <CaseFooter
              {...shared}
              isAsking={ask() !== undefined}
              view={view()}
              deskId={props.deskId}
              desks={props.desks}
            />
            <CaseDialogs
              model={model}
              view={view()}
              ask={ask()}
              onClose={() => setAsk(undefined)}
              onUnlock={() => setUnlockedRevision(view().revision)}
            />
          </div>
        )}
      </Match>
    </Switch>
  );
}

/** Tells the stylesheet how high the bars above and below are, so that nothing hides behind them. */
function measureBars(page: HTMLElement): void {
  const observer = new ResizeObserver(() => {
    const heightOf = (bar: string) => `${page.querySelector<HTMLElement>(bar)?.offsetHeight ?? 0}px`;
    document.documentElement.style.setProperty('--case-top', heightOf('.case__header'));
    document.documentElement.style.setProperty('--case-bottom', heightOf('.case__footer'));
  });
  queueMicrotask(() => page.querySelectorAll('.case__header, .case__footer').forEach((bar) => observer.observe(bar)));
  onCleanup(() => {
    observer.disconnect();
    document.documentElement.style.removeProperty('--case-top');
    document.documentElement.style.removeProperty('--case-bottom');
  });
}

/** Nothing to show: why, and what helps. */
function Failure(props: { status: number; onAgain(): void; onBack(): void }) {
  const isMissing = () => props.status === 404 || props.status === 422;
  return (
    <Switch
      fallback={
        <ErrorPage title={text.failedTitle} lead={text.failedBody}>
          <Button onPress={props.onAgain}>{text.again}</Button>
          <Button kind="secondary" onPress={props.onBack}>
            {text.toToday}
          </Button>
        </ErrorPage>
      }
    >
      <Match when={isMissing()}>
        <ErrorPage title={text.notFoundTitle} lead={text.notFoundBody}>
          <Button onPress={props.onBack}>{text.toToday}</Button>
        </ErrorPage>
      </Match>
      <Match when={props.status === 403}>
        <ErrorPage title={text.forbiddenTitle} lead={text.forbiddenBody}>
          <Button onPress={props.onBack}>{text.toStart}</Button>
        </ErrorPage>
      </Match>
    </Switch>
  );
}

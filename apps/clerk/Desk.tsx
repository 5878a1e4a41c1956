import type { RouteSectionProps } from '@solidjs/router';
import { createResource, createSignal, Match, onMount, Show, Suspense, Switch } from 'solid-js';
import type { LiveMessage } from '../../shared/wire/live.ts';
import { makeApi } from '../kit/api.ts';
import { createLive } from '../kit/live.ts';
import { ProblemError } from '../kit/problem.ts';
import { ErrorPage } from '../kit/ui/ErrorPage.tsx';
import { Spinner } from '../kit/ui/Spinner.tsx';
import { type UpdateState, watchForUpdate } from '../kit/update.ts';
import { type DeskContext, DeskProvider } from './desk.ts';
import { SignIn } from './features/signin/SignIn.tsx';
import { Header } from './Header.tsx';
import { makeRequests } from './requests.ts';
import { text } from './text.ts';

/** The whole desk: who is signed in, the frame around every screen, and the one live line of this tab. */
export function Desk(props: RouteSectionProps) {
  const requests = makeRequests(makeApi(location.origin));
  // Also before anybody has signed in: the desk opens without the network and asks then.
  const update = watchForUpdate({ mayUpdate: () => true });
  const [me, { refetch, mutate }] = createResource(async () => {
    try {
      return await requests.me();
    } catch (cause) {
      if (cause instanceof ProblemError && cause.status === 401) return null;
      throw cause;
    }
  });
  const signIn = async (staffId: string) => {
    await requests.signIn(staffId);
    await refetch();
  };
  const signOut = async () => {
    await requests.signOut();
    mutate(null);
  };
  return (
    <Suspense fallback={<Spinner words={text.loading} />}>
      <Switch>
        <Match when={me.error !== undefined}>
          <main id="content" tabindex="-1" class="desk__main">
            <ErrorPage title={text.reconnecting} />
          </main>
        </Match>
        <Match when={me() === null}>
          <SignIn list={requests.demoStaff} onChoose={signIn} />
        </Match>
        <Match when={me()} keyed>
          {(person) => (
            <SignedIn
              update={update}
              me={person}
              loadDesks={requests.desks}
              onSignOut={() => void signOut()}
              onGone={() => mutate(null)}
            >
              {props.children}
            </SignedIn>
          )}
        </Match>
      </Switch>
    </Suspense>
  );
}

type SignedInProps = {
  update: UpdateState;
  me: DeskContext['me'];
  loadDesks(): Promise<DeskContext['desks']>;
  onSignOut(): void;
  /** The session ended elsewhere or ran out. */
  onGone(): void;
  children: RouteSectionProps['children'];
};

function SignedIn(props: SignedInProps) {
  const listeners = new Set<(message: LiveMessage) => void>();
  const [deskId, setDeskId] = createSignal('');
  const [desks] = createResource(() => props.loadDesks());
  const live = createLive({
    onMessage: (message) => listeners.forEach((listener) => listener(message)),
    onPoll: () => listeners.forEach((listener) => listener({ about: 'hello', id: '', version: 0 })),
    onSignedOut: () => props.onGone(),
  });
  // Which desk a computer stands at says nothing about a person, and nobody wants to choose it every morning.
  onMount(() => setDeskId(localStorage.getItem('schalter-desk') ?? ''));
  const chooseDesk = (chosen: string) => {
    localStorage.setItem('schalter-desk', chosen);
    setDeskId(chosen);
  };
  const onLive = (listener: (message: LiveMessage) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return (
    <Show when={desks()} keyed>
      {(known) => (
        <DeskProvider value={{ me: props.me, desks: known, deskId, onLive }}>
          <Header
            me={props.me}
            desks={known}
            deskId={deskId()}
            isLive={live.state() === 'live'}
            isUpdateWaiting={props.update.isWaiting()}
            onUpdate={() => props.update.apply()}
            onDesk={chooseDesk}
            onSignOut={() => props.onSignOut()}
          />
          <main id="content" tabindex="-1" class="desk__main">
            <Suspense fallback={<Spinner words={text.loading} />}>{props.children}</Suspense>
          </main>
        </DeskProvider>
      )}
    </Show>
  );
}

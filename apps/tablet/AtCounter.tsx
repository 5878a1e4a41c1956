import {
  createEffect,
  createSignal,
  getOwner,
  type JSX,
  lazy,
  Match,
  on,
  onCleanup,
  onMount,
  runWithOwner,
  Show,
  Suspense,
  Switch,
  untrack,
} from 'solid-js';
import { Say } from '../kit/i18n/Bilingual.tsx';
import { createLive, type LiveConnection } from '../kit/live.ts';
import { Button } from '../kit/ui/Button.tsx';
import { createIdle, Curtain } from '../kit/ui/Curtain.tsx';
import { Spinner } from '../kit/ui/Spinner.tsx';
import { createCounter, type Gone } from './features/filling/counter.ts';
import { makeRequests } from './features/filling/requests.ts';
import { keepBackHarmless } from './features/kiosk/back-gesture.ts';
import { CleaningLock } from './features/kiosk/CleaningLock.tsx';
import { Idle } from './features/kiosk/Idle.tsx';
import { ReadingTools } from './features/kiosk/ReadingTools.tsx';
import { text } from './features/kiosk/text.ts';
import { OfficeName, TopBar } from './features/kiosk/TopBar.tsx';
import { watchReach } from './features/kiosk/reach.ts';
import { keepScreenOn } from './features/kiosk/wake-lock.ts';
import { type Farewell, takeFarewell, wipe } from './features/kiosk/wipe.ts';
import { DeviceInfo } from './features/pairing/DeviceInfo.tsx';
import type { Device } from './features/pairing/device.ts';
import type { StoredDevice } from './features/pairing/device-store.ts';
import type { OpenCaseHandle } from './OpenCase.tsx';

const curtainMinutes = 5;
/** What was said to the last citizen is not for the next one. */
const farewellSeconds = 60;

// Forms and ceremony come in after the first paint; the idle tablet asks for them before anybody needs them.
const loadOpenCase = () => import('./OpenCase.tsx').then(({ OpenCase }) => ({ default: OpenCase }));
const loadCoverScreen = () => import('./CoverScreen.tsx').then(({ CoverScreen }) => ({ default: CoverScreen }));
const OpenCase = lazy(loadOpenCase);
const CoverScreen = lazy(loadCoverScreen);

export type AtCounterProps = {
  device: Device;
  stored: StoredDevice;
  /** Right after pairing the clerk sees what this tablet is. */
  startsWithInfo: boolean;
  /** `busy`: a case lies here. `unknown`: nobody has said yet. Only when it is `free` anything may be updated. */
  onDesk(desk: 'unknown' | 'busy' | 'free'): void;
};

/** A paired tablet at its desk: idle, the cover, and the case that lies on it. */
export function AtCounter(props: AtCounterProps) {
  const device = untrack(() => props.device);
  const [farewell, setFarewell] = createSignal<Farewell | undefined>(takeFarewell());
  const [showsInfo, setShowsInfo] = createSignal(untrack(() => props.startsWithInfo));
  const [isCleaning, setCleaning] = createSignal(false);
  const [wasReadAloud, setReadAloud] = createSignal(false);
  let isLeaving = false;
  /** What the open case wants to be asked: before it is wiped, and when somebody goes back. */
  let openCase: OpenCaseHandle | undefined;

  const leave = async (why: Farewell) => {
    isLeaving = true;
    await wipe(why);
  };
  const onGone = (why: Gone) => {
    if (isLeaving) return;
    isLeaving = true;
    // What was typed and a confirmation that is on its way must arrive first; neither is thrown away.
    void (openCase?.settled() ?? Promise.resolve(true)).then((isAllThere) =>
      leave(why === 'recalled' && !isAllThere ? 'recalled-unsaved' : why),
    );
  };
  const counter = createCounter({ requests: makeRequests(device.api), onGone });
  let live: LiveConnection | undefined;
  const listen = () => {
    live = createLive({
      as: 'device',
      onMessage: (message) => void counter.hear(message),
      onPoll: () => void counter.reread(),
      onState: (state) => {
        if (state === 'reconnecting') void counter.reread();
      },
      onSignedOut: () => void device.renewSession().then(live?.reconnect, () => undefined),
    });
  };
  const atDesk = counter.atDesk;
  const isBusy = () => atDesk().kind === 'cover' || atDesk().kind === 'open';
  const idle = createIdle(curtainMinutes, () => atDesk().kind === 'open');

  onMount(() => {
    const owner = getOwner();
    // The first call renews the session, so that the socket is not refused.
    void counter.reread().then(() => runWithOwner(owner, listen));
    void device.refresh().catch(() => undefined);
    const goodbye = setTimeout(() => setFarewell(undefined), farewellSeconds * 1_000);
    onCleanup(() => clearTimeout(goodbye));
    // From the precache they cost no network; on the very first visit the precache is still being filled.
    if (navigator.serviceWorker?.controller) void Promise.allSettled([loadCoverScreen(), loadOpenCase()]);
    onCleanup(keepBackHarmless(() => openCase?.back()));
  });
  keepScreenOn(isBusy);
  // Whatever covers the screen or takes it away: what is typed is with the server by then.
  createEffect(on(idle.isIdle, (isIdle) => isIdle && openCase?.save()));
  watchReach({ isReachable: device.isReachable, ask: counter.reread });
  createEffect(
    on([isBusy, () => atDesk().kind === 'unknown'], ([busy, isUnknown]) => {
      props.onDesk(busy ? 'busy' : isUnknown ? 'unknown' : 'free');
      if (!busy) return;
      setFarewell(undefined);
      setShowsInfo(false);
      setCleaning(false);
    }),
  );
  createEffect(
    on(device.isReachable, (isReachable) => {
      if (isReachable) live?.reconnect();
    }),
  );

  const office = () => (
    <OfficeName office={props.stored.pairing.authority.name} desk={props.stored.pairing.desk.name} />
  );
  const cover = () => {
    const here = atDesk();
    return here.kind === 'cover' ? here.cover : undefined;
  };
  const counterCase = () => {
    const here = atDesk();
    return here.kind === 'open' ? here.counterCase : undefined;
  };
  return (
    <Suspense fallback={<Spinner words={text.starting} />}>
      <Switch>
        <Match when={counterCase()}>
          {(current) => (
            <OpenCase
              counterCase={current()}
              counter={counter}
              device={device}
              stored={props.stored}
              wasReadAloud={wasReadAloud()}
              onReadAloud={() => setReadAloud(true)}
              onHandle={(handle) => (openCase = handle)}
              onLeave={leave}
              onLeaving={(leaving) => (isLeaving = leaving)}
            />
          )}
        </Match>
        <Match when={cover()}>
          {(current) => (
            <Frame where={office()}>
              <CoverScreen
                cover={current()}
                counter={counter}
                desk={props.stored.pairing.desk.name}
                onReadAloud={() => setReadAloud(true)}
              />
            </Frame>
          )}
        </Match>
        <Match when={showsInfo()}>
          <Frame where={office()}>
            <DeviceInfo
              device={props.stored}
              version={__VERSION__}
              isConnected={device.isReachable()}
              isStorageKept={device.isStorageKept()}
              onUnpair={device.unpair}
              onBack={() => setShowsInfo(false)}
            />
          </Frame>
        </Match>
        <Match when={true}>
          <Frame
            where={office()}
            tools={
              <ReadingTools
                more={(close) => (
                  <>
                    <Button
                      kind="secondary"
                      block
                      onPress={() => {
                        close();
                        setShowsInfo(true);
                      }}
                    >
                      <Say words={text.device} />
                    </Button>
                    <Button
                      kind="secondary"
                      block
                      onPress={() => {
                        close();
                        setCleaning(true);
                      }}
                    >
                      <Say words={text.clean} />
                    </Button>
                  </>
                )}
              />
            }
          >
            <Idle isOffline={!device.isReachable()} farewell={farewell()} />
          </Frame>
        </Match>
      </Switch>
      <Show when={isBusy()}>
        <Curtain open={idle.isIdle()} onOpen={idle.wake} />
      </Show>
      <CleaningLock isOn={isCleaning()} onOver={() => setCleaning(false)} />
    </Suspense>
  );
}

function Frame(props: { where: JSX.Element; tools?: JSX.Element; children: JSX.Element }) {
  return (
    <div class="tablet">
      <TopBar where={props.where} tools={props.tools} />
      <main id="content" class="tablet__main" tabindex="-1">
        {props.children}
      </main>
    </div>
  );
}

import { createEffect, createSignal, Match, on, onCleanup, onMount, Show, Switch } from 'solid-js';
import { ErrorPage } from '../kit/ui/ErrorPage.tsx';
import { watchVoices } from '../kit/ui/read-aloud.ts';
import { Spinner } from '../kit/ui/Spinner.tsx';
import { watchForUpdate } from '../kit/update.ts';
import { AtCounter } from './AtCounter.tsx';
import { swallowDoubleTaps } from './features/kiosk/double-tap.ts';
import { type TabPlace, takeOnlyTab } from './features/kiosk/one-tab.ts';
import { text as kioskText } from './features/kiosk/text.ts';
import { TopBar } from './features/kiosk/TopBar.tsx';
import { watchClipboard, wipe } from './features/kiosk/wipe.ts';
import { createDevice } from './features/pairing/device.ts';
import { PairScreen } from './features/pairing/PairScreen.tsx';
import { Revoked } from './features/pairing/Revoked.tsx';
import { text as pairingText } from './features/pairing/text.ts';

/** The whole tablet: is this the only tab, is it paired, and then the counter. */
export function Tablet() {
  const device = createDevice();
  const [place, setPlace] = createSignal<TabPlace>();
  const [desk, setDesk] = createSignal<'unknown' | 'busy' | 'free'>('unknown');
  const [wasPairedNow, setPairedNow] = createSignal(false);
  const update = watchForUpdate({ mayUpdate: () => desk() === 'free', isAutomatic: true });
  watchVoices();
  watchClipboard();
  onMount(() => {
    void device.start();
    // Without Web Locks the context is not secure, and the device says so.
    if ('locks' in navigator) void takeOnlyTab(setPlace);
    onCleanup(swallowDoubleTaps());
  });
  const kind = () => device.state().kind;
  createEffect(
    on(kind, (now, before) => {
      // Blocked while a case was on screen: nothing of it may stay in this document's memory.
      if (now === 'revoked' && before === 'paired' && desk() === 'busy') void wipe('ended');
      setDesk(now === 'starting' || now === 'paired' ? 'unknown' : 'free');
    }),
  );
  const paired = () => {
    const state = device.state();
    return place() === 'first' && state.kind === 'paired' ? state.device : undefined;
  };
  return (
    <Show when={paired()} fallback={<Unpaired device={device} place={place()} onPaired={() => setPairedNow(true)} />}>
      {(stored) => (
        <AtCounter
          device={device}
          stored={stored()}
          startsWithInfo={wasPairedNow()}
          onDesk={(now) => {
            setDesk(now);
            if (now === 'free') update.apply();
          }}
        />
      )}
    </Show>
  );
}

function Unpaired(props: { device: ReturnType<typeof createDevice>; place: TabPlace | undefined; onPaired(): void }) {
  const kind = () => props.device.state().kind;
  const pair = async (code: string) => {
    props.onPaired();
    await props.device.pair(code);
  };
  return (
    <div class="tablet">
      <TopBar where={<strong>Schalter</strong>} />
      <main id="content" class="tablet__main" tabindex="-1">
        <Switch fallback={<Spinner words={kioskText.starting} />}>
          <Match when={props.place === 'waiting'}>
            <ErrorPage title={kioskText.secondTab} lead={kioskText.secondTabBody}>
              <></>
            </ErrorPage>
          </Match>
          <Match when={kind() === 'unusable'}>
            <ErrorPage lead={pairingText.cannotKeep} />
          </Match>
          <Match when={kind() === 'unpaired'}>
            <PairScreen onPair={pair} />
          </Match>
          <Match when={kind() === 'revoked'}>
            <Revoked onPairAnew={() => void props.device.unpair()} />
          </Match>
        </Switch>
      </main>
    </div>
  );
}

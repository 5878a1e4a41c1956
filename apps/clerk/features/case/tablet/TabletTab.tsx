import { For, onCleanup, Show } from 'solid-js';
import { limits } from '../../../../../shared/base/limits.ts';
import { showAnswer } from '../../../../../shared/forms/show.ts';
import { formatTime } from '../../../../kit/i18n/dates.ts';
import { localeNames } from '../../../../kit/i18n/locale.ts';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import { ValueList, type ValueRow } from '../../../../kit/ui/ValueList.tsx';
import type { SideProps } from '../CaseSide.tsx';
import { focusPlace } from '../form/focus.ts';
import { isAtTablet } from '../progress.ts';
import { createReading } from '../reading.ts';
import { noTime } from './feed.ts';
import { SignerList } from './SignerList.tsx';
import { text } from './text.ts';

/** What the citizen does at this moment, as far as the desk may know. */
export function TabletTab(props: SideProps) {
  const isHere = () => isAtTablet(props.view.state) || props.view.deskId !== null;
  const now = () => {
    if (props.view.state === 'confirmed' && props.view.deskId === null) return text.nowFree;
    return text.now[props.view.state];
  };
  return (
    <div class="side">
      <p class="kern-body kern-body--bold" role="status">
        {now()}
      </p>
      <Show when={props.view.state !== 'declined' && props.view.comparingCode}>
        {(code) => (
          <div class="code">
            <span class="kern-body kern-body--small">{text.code}</span>
            <strong class="code__code">{code()}</strong>
            <span class="kern-body kern-body--small kern-body--muted">{text.codeHelp}</span>
          </div>
        )}
      </Show>
      <SignerList model={props.model} view={props.view} />
      <Show when={isAtTablet(props.view.state) && props.view.state !== 'handed-over'}>
        <Feed {...props} />
      </Show>
      <Show when={isHere()}>
        <Facts {...props} />
      </Show>
    </div>
  );
}

/** Where it lies, in which language, whether the tablet is heard, and what the lead can do when it is not. */
function Facts(props: SideProps) {
  const tablets = createReading(
    () => props.view.state,
    () => props.model.requests.tablets(),
  );
  const timer = setInterval(tablets.reread, limits.deviceContactSeconds * 2_000);
  onCleanup(() => clearInterval(timer));
  const tablet = () => {
    const { lease, deskId } = props.view;
    const known = tablets.value() ?? [];
    return known.findLast(({ deviceId, deskId: desk, state }) =>
      lease ? deviceId === lease.deviceId : desk === deskId && state === 'paired',
    );
  };
  const isSilent = () => {
    const { lastSeenAt = null } = tablet() ?? {};
    return lastSeenAt !== null && Date.now() - Date.parse(lastSeenAt) > limits.tabletSilentSeconds * 1_000;
  };
  const seen = () => {
    const found = tablet();
    if (!found) return text.noTablet;
    if (found.lastSeenAt === null) return `${found.name}, ${text.neverSeen}`;
    const time = formatTime(found.lastSeenAt);
    return `${found.name}, ${isSilent() ? text.silent(time) : text.seen(time)}`;
  };
  const desk = () => {
    const found = props.desks.find(({ deskId }) => deskId === props.view.deskId);
    return found ? `${found.name}, ${found.site}` : (props.view.deskId ?? '');
  };
  const needsEntitlement = () => props.model.service().needsEntitlement(props.model.answers());
  const rows = (): readonly ValueRow[] => [
    { id: 'desk', label: text.desk, value: desk() },
    { id: 'tablet', label: text.tablet, value: tablets.value() ? seen() : '…' },
    { id: 'language', label: text.language, value: localeNames[props.view.locale] },
    ...(needsEntitlement()
      ? [
          {
            id: 'assured',
            label: text.assuredLabel,
            value: props.view.entitlementAssuredAt
              ? text.assured(formatTime(props.view.entitlementAssuredAt))
              : text.notAssured,
          },
        ]
      : []),
  ];
  const mayFree = () =>
    props.view.state === 'reviewing' && (isSilent() || props.model.problem()?.code === 'tablet-unreachable');
  return (
    <>
      <ValueList rows={rows()} />
      <Show when={mayFree()}>
        <Notice kind="warning" title={props.role === 'lead' ? text.overrideHint : text.overrideLead} announce>
          <Show when={props.role === 'lead'}>
            <Button kind="secondary" onPress={() => props.ask('override')}>
              {text.override}
            </Button>
          </Show>
        </Notice>
      </Show>
    </>
  );
}

/** The fields as they are left on the tablet, latest first. */
function Feed(props: SideProps) {
  const shown = () =>
    props.model.feed().flatMap(({ path, at }) => {
      const place = props.model.places().get(path);
      if (!place) return [];
      const value = showAnswer(place.asked, props.model.service().texts, 'de');
      return [{ path, place, value, at: at === noTime ? '' : formatTime(at) }];
    });
  return (
    <section class="side__part" aria-label={text.feed}>
      <h2 class="kern-title">{text.feed}</h2>
      <Show when={!props.view.showsAtEnd} fallback={<p class="kern-body">{text.feedHidden}</p>}>
        <ul class="feed">
          <For each={shown()} fallback={<li class="kern-body kern-body--muted">{text.feedEmpty}</li>}>
            {(entry) => (
              <li class="feed__entry">
                <button type="button" class="kern-link feed__place" onClick={() => focusPlace(entry.path)}>
                  {entry.place.section}: {entry.place.label}
                </button>
                <span class="feed__value">{entry.value}</span>
                <span class="kern-body kern-body--small kern-body--muted">{entry.at}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

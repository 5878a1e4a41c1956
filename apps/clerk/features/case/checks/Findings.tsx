import { For, Show } from 'solid-js';
import type { Finding } from '../../../../../shared/forms/finding.ts';
import { Icon } from '../../../../kit/ui/Icon.tsx';
import type { SideProps } from '../CaseSide.tsx';
import { focusPlace } from '../form/focus.ts';
import { placeAt } from '../form/places.ts';
import { findingKinds } from './findings-by-kind.ts';
import { text } from './text.ts';

const icons = { mine: 'edit', errors: 'danger', warnings: 'warning', infos: 'info' } as const;
const shownKinds = findingKinds.filter((kind) => kind !== 'empty');

/** What the rules say about the answers, with rule and paragraph; each leads to its field. */
export function Findings(props: SideProps) {
  const kinds = () => props.model.kinds();
  return (
    <section class="side__part" aria-label={text.findings}>
      <h2 class="kern-title">{text.findings}</h2>
      <Show when={props.model.findings().length === 0}>
        <p class="kern-body">{text.nothing}</p>
      </Show>
      <For each={shownKinds}>
        {(kind) => (
          <Show when={kinds()[kind].length > 0}>
            <h3 class="kern-body kern-body--bold findings__kind">
              <Icon name={icons[kind]} />
              {text.kinds[kind]} ({kinds()[kind].length})
            </h3>
            <List {...props} findings={kinds()[kind]} hideSentence={kind === 'mine'} />
          </Show>
        )}
      </For>
      <Show when={kinds().empty.length > 0}>
        <details class="findings__empty">
          <summary class="kern-body">{text.emptyCount(kinds().empty.length)}</summary>
          <p class="kern-body kern-body--small kern-body--muted">{text.emptyHint}</p>
          <List {...props} findings={kinds().empty} hideSentence />
        </details>
      </Show>
    </section>
  );
}

function List(props: SideProps & { findings: readonly Finding[]; hideSentence?: boolean }) {
  const placeOf = (finding: Finding) => placeAt(props.model.places(), finding.path);
  const jump = (finding: Finding) => {
    props.showErrors();
    focusPlace(finding.path, placeOf(finding)?.path);
  };
  return (
    <ul class="findings">
      <For each={props.findings}>
        {(finding) => (
          <li class="findings__finding">
            <Show when={placeOf(finding)} fallback={<strong class="kern-body">{text.wholeCase}</strong>}>
              {(place) => (
                <button type="button" class="kern-link findings__place" onClick={() => jump(finding)}>
                  {place().section}: {place().label}
                </button>
              )}
            </Show>
            <Show when={props.hideSentence !== true || !placeOf(finding)}>
              <span class="kern-body kern-body--small">{props.model.service().findingText(finding, 'de')}</span>
            </Show>
            <Show when={finding.basis ?? finding.rule}>
              <span class="kern-body kern-body--small kern-body--muted">
                {[finding.basis, finding.rule].filter((each) => each !== undefined).join(' · ')}
              </span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

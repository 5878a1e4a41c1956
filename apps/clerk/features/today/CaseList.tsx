import { Keyed } from '../../../kit/form/Keyed.tsx';
import { dayInOffice, formatDay, formatTime } from '../../../kit/i18n/dates.ts';
import { StateChip } from '../../../kit/ui/StateChip.tsx';
import { serviceWords, stateChip } from '../../words.ts';
import type { Summary } from './requests.ts';
import { text } from './text.ts';
import { taskLine } from './task-line.ts';
import type { View } from './views.ts';

type Props = {
  cases: readonly Summary[];
  selected: string | undefined;
  isSearch: boolean;
  view: View;
  /** `2026-11-23` */
  today: string;
  onSelect(caseId: string): void;
  onOpen(caseId: string): void;
};

/** Cases, latest change first. A click looks, a second click or Enter opens. */
export function CaseList(props: Props) {
  const changed = (at: string) => (dayInOffice(new Date(at)) === props.today ? formatTime(at) : formatDay(at));
  return (
    <ol class="cases" aria-label={text.list}>
      <Keyed
        each={props.cases}
        by={({ caseId }) => caseId}
        fallback={
          <li class="cases__empty kern-body">{props.isSearch ? text.nothingFound : text.nothing[props.view]}</li>
        }
      >
        {(one) => (
          <li class="cases__row" classList={{ 'cases__row--selected': one().caseId === props.selected }}>
            <a
              class="cases__link"
              href={`/clerk/cases/${one().caseId}`}
              aria-current={one().caseId === props.selected ? 'true' : undefined}
              onFocus={() => props.onSelect(one().caseId)}
              onMouseEnter={() => props.onSelect(one().caseId)}
            >
              <span class="cases__name">{one().name === '' ? text.noName : one().name}</span>
              <span class="kern-body kern-body--small">
                {serviceWords[one().service]} · {text.persons(one().persons)} · {one().number}
              </span>
            </a>
            <span class="cases__state">
              <StateChip {...stateChip(one())} small />
              <span class="kern-body kern-body--small">
                {[taskLine(one(), props.today), text.changedAt(changed(one().changedAt))].filter(Boolean).join(' · ')}
              </span>
            </span>
          </li>
        )}
      </Keyed>
    </ol>
  );
}

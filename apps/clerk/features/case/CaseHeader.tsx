import { Show } from 'solid-js';
import { CopyButton } from '../../../kit/ui/CopyButton.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { StateChip } from '../../../kit/ui/StateChip.tsx';
import { StateSteps } from '../../../kit/ui/StateSteps.tsx';
import { serviceWords, stateChip } from '../../words.ts';
import type { CaseModel } from './create-case.ts';
import { deadlineWords } from './deadline-words.ts';
import { isOpen, stepOfState, steps } from './progress.ts';
import type { CaseView } from './requests.ts';
import { text } from './text.ts';

/** Whose case this is, how long there is time, and how far it is. */
export function CaseHeader(props: { view: CaseView; model: CaseModel }) {
  const deadline = () => deadlineWords(props.model.service().deadlineOf(props.model.answers()), props.model.today());
  const basis = () => props.model.service().definition.basis;
  const name = () => props.model.service().firstPersonName(props.model.answers());
  return (
    <header class="case__header">
      <div class="case__line">
        <PageTitle title={name() || text.noName} tab={text.tab(props.view.number)} app={text.app} size="medium" />
        <Show when={name()}>
          <CopyButton value={name()} label={text.personName} />
        </Show>
        <span class="kern-body">
          {serviceWords[props.view.service]}, {text.persons(props.view.persons)}, {text.channels[props.view.channel]}
        </span>
        <span class="case__number">
          {props.view.number}
          <CopyButton value={props.view.number} label={text.number} />
        </span>
        <span class="case__space" />
        <Show when={isOpen(props.view.state) && deadline()}>
          {(chip) => (
            <span title={basis()}>
              <StateChip kind={chip().kind} words={`${chip().words} · ${basis()}`} small />
            </span>
          )}
        </Show>
      </div>
      <div class="case__line">
        <StateSteps label={text.states} steps={steps} current={stepOfState[props.view.state]} />
        <StateChip {...stateChip(props.view)} small />
      </div>
    </header>
  );
}

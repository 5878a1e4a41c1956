import { createMemo, getOwner, type JSX, Match, runWithOwner, Show, Switch } from 'solid-js';
import type { Path } from '../../../../../shared/forms/answers.ts';
import type { AskedField } from '../../../../../shared/forms/asked.ts';
import type { CodeListId } from '../../../../../shared/forms/definition.ts';
import type { Finding } from '../../../../../shared/forms/finding.ts';
import { choicesOf } from '../../../../kit/form/codes.ts';
import { FormSection } from '../../../../kit/form/FormSection.tsx';
import { Keyed } from '../../../../kit/form/Keyed.tsx';
import type { Text } from '../../../../kit/i18n/text.ts';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import type { CaseModel } from '../create-case.ts';
import { isWritable } from '../progress.ts';
import type { CaseView } from '../requests.ts';
import { text } from '../text.ts';
import { Beside } from './Beside.tsx';
import { AddItem, RemoveItem } from './Items.tsx';
import { JumpList } from './JumpList.tsx';
import './form.css';

type Props = {
  model: CaseModel;
  view: CaseView;
  /** From 1 on the errors of fields nobody has touched are shown too. */
  attempt: number;
  /** The clerk wants to change what was confirmed. */
  isUnlocked: boolean;
  onUnlock(): void;
};

/** The declaration, section by section, editable while the law and the tablet let it be. */
export function CaseForm(props: Props) {
  const owner = getOwner();
  const besides = new Map<Path, JSX.Element>();
  /** Made once for a field, so that its button keeps the focus while other fields change. */
  const beside = (asked: AskedField): JSX.Element => {
    const { path } = asked;
    if (!besides.has(path))
      besides.set(
        path,
        runWithOwner(owner, () => <Beside path={path} model={props.model} isLocked={isLocked} />),
      );
    return besides.get(path);
  };
  const isLocked = () => !isWritable(props.view.state) || (props.view.state === 'confirmed' && !props.isUnlocked);
  const changed = createMemo(() => new Set(props.view.changedByCitizen));
  const isAwaited = () => props.view.state === 'filling' && props.view.awaitsOffice;
  const wordsOfFinding = (finding: Finding): Text => {
    const words = (locale: 'de' | 'plain' | 'en') => props.model.service().findingText(finding, locale);
    return { de: words('de'), plain: words('plain'), en: words('en') };
  };
  return (
    <div class="case__form">
      <JumpList model={props.model} />
      <div class="case__sections">
        <WhyLocked {...props} />
        <Keyed each={props.model.sections()} by={(section) => section.id}>
          {(section) => (
            <div class="case__section">
              <FormSection
                reader="clerk"
                section={section()}
                texts={props.model.service().texts}
                findings={props.model.findings()}
                wordsOfFinding={wordsOfFinding}
                codes={(list: CodeListId) => choicesOf(list, 'clerk')}
                attempt={isAwaited() ? Math.max(1, props.attempt) : props.attempt}
                changed={changed()}
                readOnly={isLocked()}
                keepsNothing
                aside={beside}
                onLeave={props.model.left}
              />
              <Show when={!isLocked()}>
                <RemoveItem model={props.model} section={section()} />
              </Show>
            </div>
          )}
        </Keyed>
        <Show when={!isLocked()}>
          <div>
            <AddItem model={props.model} />
          </div>
        </Show>
      </div>
    </div>
  );
}

/** Why the form stands still, or what a change would do. */
function WhyLocked(props: Props) {
  const isHidden = () => props.view.showsAtEnd && ['handed-over', 'filling'].includes(props.view.state);
  return (
    <>
      <Switch>
        <Match when={props.view.state === 'reviewing'}>
          <Notice title={text.leased}>
            <p class="kern-body">{text.leasedBody}</p>
          </Notice>
        </Match>
        <Match when={props.view.state === 'on-paper'}>
          <Notice title={text.onPaper}>
            <p class="kern-body">{text.onPaperBody}</p>
          </Notice>
        </Match>
        <Match when={props.view.state === 'declined'}>
          <Notice kind="warning" title={text.declined}>
            <Show when={props.view.declinedNote}>{(note) => <p class="kern-body">{text.declinedNote(note())}</p>}</Show>
            <p class="kern-body">{text.declinedBody}</p>
          </Notice>
        </Match>
        <Match when={props.view.state === 'confirmed' && props.isUnlocked}>
          <Notice kind="warning" title={text.unlocked} announce />
        </Match>
        <Match when={props.view.state === 'confirmed'}>
          <Notice kind="success" title={text.confirmed}>
            <p class="kern-body">{text.confirmedBody}</p>
            <Button kind="secondary" icon="edit" onPress={() => props.onUnlock()}>
              {text.unlock}
            </Button>
          </Notice>
        </Match>
        <Match when={props.view.state === 'finished'}>
          <Notice title={text.finished} />
        </Match>
        <Match when={!isWritable(props.view.state)}>
          <Notice title={text.decided} />
        </Match>
      </Switch>
      <Show when={props.view.state === 'filling' && props.view.awaitsOffice}>
        <Notice kind="warning" title={text.awaited} announce>
          <p class="kern-body">{text.awaitedBody}</p>
        </Notice>
      </Show>
      <Show when={isHidden()}>
        <Notice title={text.hidden}>
          <p class="kern-body">{text.hiddenBody}</p>
        </Notice>
      </Show>
      <Show when={['prepared', 'filling'].includes(props.view.state) && props.view.returnedBecause}>
        {(reason) => <Notice kind="warning" title={text.returned(reason())} />}
      </Show>
      <Show when={props.model.problemOf('write')}>
        {(words) => (
          <Notice kind="error" title={words()} announce>
            <p class="kern-body">{text.notSaved}</p>
          </Notice>
        )}
      </Show>
    </>
  );
}

import { Show } from 'solid-js';
import { Keyed } from '../../../../kit/form/Keyed.tsx';
import { formatInstant } from '../../../../kit/i18n/dates.ts';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Icon } from '../../../../kit/ui/Icon.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import { StateChip } from '../../../../kit/ui/StateChip.tsx';
import type { SideProps } from '../CaseSide.tsx';
import { addressOf, type CaseView, type HowHandedOut } from '../requests.ts';
import { handedOutWords } from './handed-out.ts';
import { Scans } from './Scans.tsx';
import { Withdrawal } from './Withdrawal.tsx';
import { withdrawnChip } from './withdrawal-text.ts';
import { text } from './text.ts';

type Document = CaseView['documents'][number];

/** Every paper of the case: what it is, how far it is, who got it. */
export function PapersTab(props: SideProps) {
  /** What counts now stands first. */
  const inOrder = () =>
    props.view.documents.toSorted((one, other) => Number(one.isOutdated) - Number(other.isOutdated));
  return (
    <div class="side">
      <Show when={props.view.state === 'on-paper'}>
        <Scans {...props} />
      </Show>
      <section class="side__part" aria-label={text.documents}>
        <h2 class="kern-title">{text.documents}</h2>
        <ul class="papers">
          <Keyed
            each={inOrder()}
            by={({ documentId }) => documentId}
            fallback={<li class="kern-body kern-body--muted">{text.none}</li>}
          >
            {(document) => <Paper {...props} document={document()} />}
          </Keyed>
        </ul>
      </section>
    </div>
  );
}

function Paper(props: SideProps & { document: Document }) {
  const kind = () => text.kinds[props.document.kind];
  const chip = () => (props.document.withdrawn === null ? text.states[props.document.state] : withdrawnChip);
  const isThere = () => props.document.state === 'sealed' || props.document.state === 'plain';
  const mayHandOut = () =>
    isThere() &&
    props.document.withdrawn === null &&
    !props.document.isOutdated &&
    props.document.kind !== 'paper-scan' &&
    props.document.kind !== 'evidence-report' &&
    ['confirmed', 'accepted', 'sealed', 'entered', 'finished'].includes(props.view.state);
  const action = () => `hand-out ${props.document.documentId}` as const;
  const handOut = (how: HowHandedOut) => {
    const { documentId } = props.document;
    void props.model.act(action(), (ask) => ask.handOut(documentId, how));
  };
  /** The queue gave up adding to its seal; somebody may ask for another round. */
  const isStuck = () =>
    props.document.state === 'sealed' &&
    props.view.tasks.some(
      ({ kind: task, path, doneAt }) =>
        task === 'level-unconfirmed' && path === props.document.documentId && doneAt === null,
    );
  /** Why it waits, where it is not there yet or its seal is not complete. */
  const delay = () => {
    const { problem, state } = props.document;
    if (problem === null || state === 'failed' || isStuck()) return undefined;
    return `${text.problems[problem]} ${state === 'sealed' ? text.sealGrows : text.comesByItself}`;
  };
  const retryWords = () => (isStuck() ? text.confirmAgain : text.retry);
  const retrying = () => `retry ${props.document.documentId}` as const;
  const retry = () => {
    const { documentId } = props.document;
    void props.model.act(retrying(), (ask) => ask.retry(documentId));
  };
  const facts = () =>
    [
      text.madeAt(formatInstant(props.document.at)),
      props.document.isOutdated ? text.outdated : undefined,
      props.document.level === null ? undefined : text.level(props.document.level),
      isThere() && !props.document.isOutdated && props.document.kind !== 'paper-scan'
        ? handedOutWords(props.document, props.view.copyDeliveredAt)
        : undefined,
    ]
      .filter((fact) => fact !== undefined)
      .join(' · ');
  return (
    <li class="papers__paper">
      <div class="papers__head">
        <strong>{kind()}</strong>
        <StateChip kind={chip().kind} words={chip().words} small />
      </div>
      <span class="kern-body kern-body--small kern-body--muted">{facts()}</span>
      <Show when={delay()}>{(words) => <p class="kern-body kern-body--small">{words()}</p>}</Show>
      <Show when={props.document.state === 'failed' || isStuck()}>
        <Notice kind={isStuck() ? 'warning' : 'error'} title={isStuck() ? text.stuck : text.failed}>
          <Show when={props.document.problem}>{(problem) => <p class="kern-body">{text.problems[problem()]}</p>}</Show>
        </Notice>
      </Show>
      <Show when={props.document.state === 'failed' || isStuck()}>
        <Button
          kind="secondary"
          label={`${retryWords()}: ${kind()}`}
          onPress={retry}
          {...(props.model.running() === retrying() ? { busy: text.retrying } : {})}
        >
          {retryWords()}
        </Button>
        <Show when={props.model.problemOf(retrying())}>
          {(words) => <Notice kind="error" title={words()} announce />}
        </Show>
      </Show>
      <Show when={isThere()}>
        <div class="papers__actions">
          <a
            class="kern-link papers__link"
            href={addressOf.document(props.document.documentId)}
            download=""
            aria-label={text.downloadLabel(kind())}
          >
            <Icon name="download" />
            {text.download}
          </a>
          <Show when={mayHandOut()}>
            <Button
              kind="secondary"
              label={text.printLabel(kind())}
              onPress={() => handOut('printed')}
              {...(props.model.running() === action() ? { busy: text.working } : {})}
            >
              {text.print}
            </Button>
            <Button kind="quiet" label={text.shownLabel(kind())} onPress={() => handOut('shown')}>
              {text.shown}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={props.model.problemOf(action())}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <Withdrawal {...props} />
    </li>
  );
}

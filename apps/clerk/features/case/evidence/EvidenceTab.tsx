import { createSignal, For, Show } from 'solid-js';
import { type Entry, verifyChain } from '../../../../../shared/evidence/chain.ts';
import { formatDay, formatTime } from '../../../../kit/i18n/dates.ts';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Icon } from '../../../../kit/ui/Icon.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import { Spinner } from '../../../../kit/ui/Spinner.tsx';
import { StateChip } from '../../../../kit/ui/StateChip.tsx';
import type { SideProps } from '../CaseSide.tsx';
import { createReading } from '../reading.ts';
import { addressOf, type Evidence } from '../requests.ts';
import { actorWords, evidenceSentence, isEvidenceEvent, type Known } from './evidence-words.ts';
import { text } from './text.ts';

/** What happened, in the words of the counter; the chain is checked here, and the file is the proof. */
export function EvidenceTab(props: SideProps) {
  const evidence = createReading(
    () => props.view.version,
    async () => {
      const { entries, names } = await props.model.requests.evidence();
      return { entries, names, isIntact: await isWhole(entries) };
    },
  );
  const [showsIds, setShowsIds] = createSignal(false);
  const names: Known = {
    person: (id) => props.view.signers.find((signer) => signer.id === id)?.name || personName(id),
    staff: (id) => evidence.value()?.names.staff[id],
    device: (id) => evidence.value()?.names.devices[id],
    desk: (id) => evidence.value()?.names.desks[id],
  };
  const personName = (id: string) => {
    const { model } = props;
    return (
      model
        .service()
        .personsOf(model.answers())
        .find((person) => person.id === id)?.name || id
    );
  };
  return (
    <div class="side">
      <Show when={evidence.problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <Show
        when={evidence.value()}
        fallback={
          <Show when={!evidence.problem()}>
            <Spinner words={text.loading} />
          </Show>
        }
      >
        {(known) => (
          <>
            <div class="papers__head">
              <StateChip
                kind={known().isIntact ? 'success' : 'danger'}
                words={known().isIntact ? text.intact(known().entries.length) : text.broken}
                small
              />
              <a class="kern-link papers__link" href={addressOf.evidence(props.view.caseId)} download="">
                <Icon name="download" />
                {text.download}
              </a>
              <Button kind="quiet" icon="info" expanded={showsIds()} onPress={() => setShowsIds((before) => !before)}>
                {showsIds() ? text.hideIds : text.showIds}
              </Button>
            </div>
            <Show when={props.role === 'lead'}>
              <p class="kern-body kern-body--small kern-body--muted" id="evidence-report-hint">
                {text.reportHint}
              </p>
              <Button
                kind="secondary"
                describedBy="evidence-report-hint"
                onPress={() => void props.model.act('report', (ask) => ask.orderReport())}
                {...(props.model.running() === 'report' ? { busy: text.reportMaking } : {})}
              >
                {text.report}
              </Button>
              <Show when={props.model.problemOf('report')}>
                {(words) => <Notice kind="error" title={words()} announce />}
              </Show>
            </Show>
            <ol class="evidence">
              <For each={known().entries.toReversed()}>
                {(entry) => (
                  <li class="evidence__entry">
                    <time
                      class="kern-body kern-body--small kern-body--muted"
                      datetime={entry.at}
                      title={formatDay(entry.at)}
                    >
                      {formatTime(entry.at)}
                    </time>
                    <span class="kern-body">
                      {evidenceSentence(entry, names)}
                      <span class="kern-body kern-body--small kern-body--muted evidence__actor">
                        {actorWords(entry.actor, names)}
                      </span>
                    </span>
                    <Show when={showsIds()}>
                      <Ids entry={entry} />
                    </Show>
                  </li>
                )}
              </For>
            </ol>
          </>
        )}
      </Show>
    </div>
  );
}

/** What the chain itself holds of an entry: ids and hashes, no names. */
function Ids(props: { entry: Evidence }) {
  const rows = () => [
    [text.position, String(props.entry.position)],
    [text.event, props.entry.event],
    [text.actor, props.entry.actor],
    ...Object.entries(props.entry.details),
    [text.hash, props.entry.hash],
  ];
  return (
    <dl class="evidence__ids" aria-label={text.ids(props.entry.position)}>
      <For each={rows()}>
        {([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

/** An event of another version of the office cannot be checked here, and then nothing is claimed. */
async function isWhole(entries: readonly Evidence[]): Promise<boolean> {
  const known = entries.flatMap((entry): Entry[] =>
    isEvidenceEvent(entry.event) ? [{ ...entry, event: entry.event }] : [],
  );
  return known.length === entries.length && (await verifyChain(known)).intact;
}

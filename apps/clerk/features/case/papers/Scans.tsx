import { For, Show } from 'solid-js';
import { formatInstant } from '../../../../kit/i18n/dates.ts';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Notice } from '../../../../kit/ui/Notice.tsx';
import { Spinner } from '../../../../kit/ui/Spinner.tsx';
import type { SideProps } from '../CaseSide.tsx';
import { createReading } from '../reading.ts';
import { text } from './text.ts';

/** The way by paper: which sheet in the desk's scanner is the signed one. */
export function Scans(props: SideProps) {
  const scans = createReading(
    () => props.view.caseId,
    () => props.model.requests.scans(),
  );
  const file = (scanId: string) => void props.model.act('file-paper', (ask) => ask.filePaper(scanId));
  const problem = () => props.model.problemOf('file-paper');
  return (
    <section class="side__part" aria-label={text.paper} data-scans>
      <h2 class="kern-title">{text.paper}</h2>
      <p class="kern-body">{text.paperHint}</p>
      <Show when={scans.problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <Show when={!scans.isReading()} fallback={<Spinner words={text.loading} />}>
        <ul class="papers" aria-label={text.scans}>
          <For each={scans.value()} fallback={<li class="kern-body kern-body--muted">{text.noScans}</li>}>
            {(scan) => (
              <li class="papers__paper">
                <strong>{scan.name}</strong>
                <span class="kern-body kern-body--small kern-body--muted">{formatInstant(scan.scannedAt)}</span>
                <Button
                  kind="secondary"
                  label={text.fileLabel(scan.name)}
                  onPress={() => file(scan.scanId)}
                  {...(props.model.running() === 'file-paper' ? { busy: text.filing } : {})}
                >
                  {text.file}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={problem()}>{(words) => <Notice kind="error" title={words()} announce />}</Show>
      <Button kind="quiet" icon="undo" onPress={() => scans.reread()}>
        {text.reload}
      </Button>
    </section>
  );
}

import { For, Show } from 'solid-js';
import type { AskedField } from '../../../shared/forms/asked.ts';
import { Say } from '../i18n/Bilingual.tsx';
import { Icon } from '../ui/Icon.tsx';
import { findingsAt, isFor } from './findings.ts';
import { useForm } from './form-context.ts';

/** Warnings and hints under a field; at the clerk's desk with their paragraph. Errors stand in the field itself. */
export function FieldFindings(props: { asked: AskedField }) {
  const form = useForm();
  const notes = () =>
    findingsAt(form.findings, props.asked.path).filter(
      (finding) => finding.severity !== 'error' && isFor(finding, form.reader),
    );
  return (
    <Show when={notes().length > 0}>
      <ul class="field-notes">
        <For each={notes()}>
          {(finding) => (
            <li class="field-note" classList={{ 'field-note--warning': finding.severity === 'warning' }}>
              <Icon name={finding.severity === 'warning' ? 'warning' : 'info'} />
              <span class="kern-body kern-body--small">
                <Say words={form.wordsOfFinding(finding)} />
                <Show when={form.reader === 'clerk' && finding.basis}>
                  {(basis) => <span class="field-note__basis"> {basis()}</span>}
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

import { For, Show } from 'solid-js';
import { sayReason } from '../../../../shared/verifying/explain.ts';
import type { Check, Report } from '../../../../shared/verifying/report.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { formatInstant } from '../../../kit/i18n/dates.ts';
import { Card } from '../../../kit/ui/Card.tsx';
import { StateChip } from '../../../kit/ui/StateChip.tsx';
import { ValueList, type ValueRow } from '../../../kit/ui/ValueList.tsx';
import { stepTexts, text } from './text.ts';

/** What stands behind the verdict, for whoever wants to look closer: the seal, the document, the steps, the reasons. */
export function Details(props: { report: Report }) {
  return (
    <>
      <Show when={props.report.document}>
        {(shown) => <Card title={text.document}>{<ValueList rows={documentRows(shown())} stacked />}</Card>}
      </Show>
      <Show when={props.report.seal}>
        {(seal) => <Card title={text.seal}>{<ValueList rows={sealRows(seal())} stacked />}</Card>}
      </Show>
      <Show when={props.report.reasons.length > 0}>
        <Card title={text.reasons}>
          <ul>
            <For each={props.report.reasons}>
              {(reason) => (
                <li class="kern-body">
                  <Say words={reasonWords(reason)} />
                </li>
              )}
            </For>
          </ul>
        </Card>
      </Show>
      <Card title={text.steps}>
        <ul class="steps">
          <For each={props.report.checks}>
            {(check) => (
              <li class="steps__step">
                <StateChip kind={chips[check.result]} words={text[check.result]} small />
                <span class="kern-body">
                  <Say words={stepTexts[check.step]} />
                </span>
              </li>
            )}
          </For>
        </ul>
        <p class="kern-body kern-body--small">
          SHA-256 <span class="checking__hash">{props.report.file.sha256}</span>
        </p>
      </Card>
    </>
  );
}

const chips = {
  passed: 'success',
  failed: 'danger',
  undecided: 'warning',
  'not-reached': 'warning',
  'not-needed': 'info',
} as const satisfies Record<Check['result'], string>;

function reasonWords({ code }: Report['reasons'][number]) {
  return { de: sayReason(code, 'de'), plain: sayReason(code, 'plain'), en: sayReason(code, 'en') };
}

function sealRows(seal: NonNullable<Report['seal']>): readonly ValueRow[] {
  const valid = `${formatInstant(seal.notBefore)} – ${formatInstant(seal.notAfter)}`;
  return [
    {
      id: 'signer',
      label: seal.isTraced ? text.signer : text.claimedSigner,
      value: [seal.signer, seal.organisation].filter(Boolean).join(', '),
    },
    { id: 'issuer', label: text.issuer, value: seal.issuer },
    { id: 'valid', label: text.valid, value: valid },
    { id: 'level', label: text.level, value: `PAdES ${seal.level}` },
    ...(seal.provenAt ? [{ id: 'at', label: text.provenAt, value: formatInstant(seal.provenAt) }] : []),
    ...(seal.claimedAt ? [{ id: 'claimed', label: text.claimedAt, value: formatInstant(seal.claimedAt) }] : []),
  ];
}

function documentRows(shown: NonNullable<Report['document']>): readonly ValueRow[] {
  const title = { id: 'title', label: text.kind, value: shown.title };
  if (shown.kind === 'certificate') return [title];
  if (shown.kind === 'evidence-report') return [title, { id: 'number', label: text.number, value: shown.number }];
  return [
    title,
    { id: 'number', label: text.number, value: shown.number },
    { id: 'authority', label: text.authority, value: shown.authority },
    { id: 'code', label: text.comparingCode, value: shown.comparingCode },
    ...shown.acts.map((act, at) => ({
      id: `act-${at}`,
      label: text.confirmedBy(at + 1),
      value: `${act.signer}, ${formatInstant(act.capturedAt)}`,
    })),
  ];
}

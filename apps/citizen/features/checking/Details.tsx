import { For, Show } from 'solid-js';
import type { Locale } from '../../../../shared/base/locale.ts';
import { sayProblem, sayReason } from '../../../../shared/verifying/explain.ts';
import type { Check, Report } from '../../../../shared/verifying/report.ts';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { formatInstant } from '../../../kit/i18n/dates.ts';
import { Card } from '../../../kit/ui/Card.tsx';
import { StateChip } from '../../../kit/ui/StateChip.tsx';
import { ValueList, type ValueRow } from '../../../kit/ui/ValueList.tsx';
import { stepTexts, text } from './text.ts';

/**
 * What stands behind the verdict, for whoever wants to look closer: the reasons, the document, the seal, the steps. What
 * a document says that is not valid is not repeated here.
 */
export function Details(props: { report: Report }) {
  return (
    <>
      <Show when={props.report.reasons.length > 0}>
        <Card title={text.reasons}>
          <ul>
            <For each={differentReasons(props.report)}>
              {(reason) => (
                <li class="kern-body">
                  <Say words={reasonWords(reason)} />
                </li>
              )}
            </For>
          </ul>
        </Card>
      </Show>
      <Show when={props.report.verdict !== 'TOTAL-FAILED' && props.report.document}>
        {(shown) => <Card title={text.document}>{<ValueList rows={documentRows(shown())} stacked />}</Card>}
      </Show>
      <Show when={props.report.seal}>
        {(seal) => (
          <Card title={text.seal}>
            <ValueList rows={[...sealRows(seal()), ...timestampRows(props.report)]} stacked />
          </Card>
        )}
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
  'not-reached': 'info',
  'not-needed': 'info',
} as const satisfies Record<Check['result'], string>;

type Reason = Report['reasons'][number];

/** One line for each thing that was noticed, however often it was. */
function differentReasons({ reasons }: Report): readonly Reason[] {
  const keyOf = ({ code, where }: Reason) => `${code} ${where?.problem ?? ''}`;
  return reasons.filter((reason, at) => reasons.findIndex((other) => keyOf(other) === keyOf(reason)) === at);
}

function reasonWords(reason: Reason) {
  const say = (locale: Locale): string =>
    [sayReason(reason.code, locale), sayProblem(reason, locale)].filter(Boolean).join(' ');
  return { de: say('de'), plain: say('plain'), en: say('en') };
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
    ...(seal.isTraced ? [{ id: 'level', label: text.level, value: `PAdES ${seal.level}` }] : []),
    ...(seal.provenAt ? [{ id: 'at', label: text.provenAt, value: formatInstant(seal.provenAt) }] : []),
    ...(seal.claimedAt ? [{ id: 'claimed', label: text.claimedAt, value: formatInstant(seal.claimedAt) }] : []),
  ];
}

/** Who vouches for the time, and whether this verification knows him. */
function timestampRows({ timestamps = [] }: Report): readonly ValueRow[] {
  return timestamps.map(({ at, authority, isTraced }, place) => ({
    id: `stamp-${place}`,
    label: isTraced ? text.timestamp(place + 1) : text.claimedTimestamp(place + 1),
    value: `${formatInstant(at)}, ${authority}`,
  }));
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

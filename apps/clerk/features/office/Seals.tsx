import { For, Show } from 'solid-js';
import type { InferOutput } from 'valibot';
import type { SealsView, SealView } from '../../../../shared/wire/seals.ts';
import { formatInstant } from '../../../kit/i18n/dates.ts';
import { Card } from '../../../kit/ui/Card.tsx';
import { Notice } from '../../../kit/ui/Notice.tsx';
import { Table } from '../../../kit/ui/Table.tsx';
import { text } from './text.ts';

type Props = { known: InferOutput<typeof SealsView> };

/** What about the city's seals needs somebody: above everything else, and read out when it appears. */
export function SealNotices(props: Props) {
  const urgent = () => props.known.seals.filter(({ concern }) => concern !== 'none' && concern !== 'not-yet');
  const kindOf = ({ concern, place }: SealView) => {
    if (concern === 'revoked' || concern === 'expired') return 'error';
    if (place === 'current' && props.known.isCovered) return 'info';
    return concern === 'ends-in-7-days' ? 'error' : 'warning';
  };
  const advice = ({ concern, place }: SealView) => {
    if (place === 'current' && props.known.isCovered) return text.sealCovered;
    return concern === 'revoked' || concern === 'expired' ? text.sealGone : text.sealOrder;
  };
  return (
    <>
      <Show when={!props.known.seals.some(({ place }) => place === 'current')}>
        <Notice kind="error" title={text.sealAway} announce>
          <p class="kern-body">{text.sealAwayBody}</p>
        </Notice>
      </Show>
      <For each={urgent()}>
        {(seal) => (
          <Notice kind={kindOf(seal)} title={text.sealConcern(seal)} announce>
            <p class="kern-body">{advice(seal)}</p>
          </Notice>
        )}
      </For>
    </>
  );
}

/** How long the city's seals last, and whether their issuers stand by them. */
export function Seals(props: Props) {
  return (
    <Card title={text.seals}>
      <Table
        caption={text.sealList}
        hideCaption
        rows={props.known.seals}
        empty={text.noSeal}
        columns={[
          { id: 'name', head: text.sealName, cell: (one) => one.name, isRowHead: true },
          { id: 'place', head: text.sealPlace, cell: (one) => text.sealPlaces[one.place] },
          { id: 'issuer', head: text.sealIssuer, cell: (one) => one.issuer },
          { id: 'end', head: text.sealEnd, cell: (one) => formatInstant(one.validTo) },
          {
            id: 'status',
            head: text.sealStatus,
            cell: (one) => (
              <Show when={one.revokedAt ?? one.goodAt} fallback={text.sealUnasked}>
                {(at) => (one.revokedAt ? text.sealRevoked(formatInstant(at())) : text.sealGood(formatInstant(at())))}
              </Show>
            ),
          },
        ]}
      />
    </Card>
  );
}

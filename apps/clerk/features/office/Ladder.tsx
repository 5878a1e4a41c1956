import { formatInstant } from '../../../kit/i18n/dates.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Card } from '../../../kit/ui/Card.tsx';
import { Table } from '../../../kit/ui/Table.tsx';
import type { Ladder as Known } from './requests.ts';
import { text } from './text.ts';

type Props = { known: Known; onTryAgain(documentId: string): void };
type Row = Known['givenUp'][number];

/** Documents on their way, and those nobody works at until somebody asks for it. No person is named here. */
export function Ladder(props: Props) {
  const since = () => (props.known.waitingSince === null ? undefined : formatInstant(props.known.waitingSince));
  const stand = ({ state, level }: Row) => (state === 'sealed' ? text.givenUpSealed(level ?? '') : text.givenUpFailed);
  return (
    <Card title={text.ladder}>
      <p class="kern-body">{text.waiting(props.known.waiting, since())}</p>
      <Table
        caption={text.givenUp}
        rows={props.known.givenUp}
        empty={text.nothingGivenUp}
        columns={[
          {
            id: 'number',
            head: text.givenUpNumber,
            cell: (one) => <span class="office__number">{one.number}</span>,
            isRowHead: true,
          },
          { id: 'kind', head: text.givenUpKind, cell: (one) => text.givenUpKinds[one.kind] },
          { id: 'what', head: text.givenUpWhat, cell: stand },
          {
            id: 'why',
            head: text.givenUpWhy,
            cell: ({ problem }) => (problem === null ? text.noProblem : text.problems[problem]),
          },
          { id: 'since', head: text.givenUpSince, cell: (one) => formatInstant(one.givenUpAt) },
          {
            id: 'do',
            head: text.actions,
            cell: (one) => (
              <Button
                kind="quiet"
                label={text.tryAgainOf(text.givenUpKinds[one.kind], one.number)}
                onPress={() => props.onTryAgain(one.documentId)}
              >
                {text.tryAgain}
              </Button>
            ),
          },
        ]}
      />
    </Card>
  );
}

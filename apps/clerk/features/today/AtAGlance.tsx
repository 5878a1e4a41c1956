import { formatInstant, formatPartialDate } from '../../../kit/i18n/dates.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Card } from '../../../kit/ui/Card.tsx';
import { CopyButton } from '../../../kit/ui/CopyButton.tsx';
import { ValueList, type ValueRow } from '../../../kit/ui/ValueList.tsx';
import { openTaskWords, serviceWords, stateChip } from '../../words.ts';
import type { Summary } from './requests.ts';
import { text } from './text.ts';

/** The selected case without opening it. */
export function AtAGlance(props: { summary: Summary; today: string; onOpen(): void }) {
  const number = () => (
    <span class="value-list__value">
      {props.summary.number} <CopyButton value={props.summary.number} label={text.number} />
    </span>
  );
  const tasks = (): readonly ValueRow[] => {
    const { openTasks, due } = props.summary;
    if (openTasks === 0) return [];
    const last = due === null ? [] : [(due < props.today ? text.overdue : text.due)(formatPartialDate(due))];
    return [{ id: 'tasks', label: text.tasksLabel, value: [openTaskWords(openTasks), ...last].join(', ') }];
  };
  return (
    <Card
      title={props.summary.name === '' ? text.noName : props.summary.name}
      footer={
        <Button onPress={() => props.onOpen()} keys="Enter">
          {text.open}
        </Button>
      }
    >
      <ValueList
        rows={[
          { id: 'service', label: text.service, value: serviceWords[props.summary.service] },
          { id: 'number', label: text.numberLabel, value: number() },
          { id: 'persons', label: text.personsLabel, value: String(props.summary.persons) },
          { id: 'state', label: text.state, value: stateChip({ ...props.summary, openTasks: 0 }).words },
          ...tasks(),
          { id: 'clerk', label: text.clerk, value: props.summary.clerk },
          { id: 'opened', label: text.openedAt, value: formatInstant(props.summary.openedAt) },
        ]}
      />
    </Card>
  );
}

import { formatInstant } from '../../../kit/i18n/dates.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Card } from '../../../kit/ui/Card.tsx';
import { CopyButton } from '../../../kit/ui/CopyButton.tsx';
import { ValueList } from '../../../kit/ui/ValueList.tsx';
import type { Summary } from './requests.ts';
import { text } from './text.ts';
import { stateWords } from './views.ts';

/** The selected case without opening it. */
export function AtAGlance(props: { summary: Summary; onOpen(): void }) {
  const number = () => (
    <span class="value-list__value">
      {props.summary.number} <CopyButton value={props.summary.number} label={text.number} />
    </span>
  );
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
          { id: 'service', label: text.service, value: text.services[props.summary.service] },
          { id: 'number', label: text.numberLabel, value: number() },
          { id: 'persons', label: text.personsLabel, value: String(props.summary.persons) },
          { id: 'state', label: text.state, value: stateWords[props.summary.state].label },
          { id: 'clerk', label: text.clerk, value: props.summary.clerk },
          { id: 'opened', label: text.openedAt, value: formatInstant(props.summary.openedAt) },
        ]}
      />
    </Card>
  );
}

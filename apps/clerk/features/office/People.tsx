import { createSignal, Show } from 'solid-js';
import type { Words } from '../../../kit/i18n/text.ts';
import { wordsOfProblem } from '../../../kit/problem.ts';
import { Button } from '../../../kit/ui/Button.tsx';
import { Card } from '../../../kit/ui/Card.tsx';
import { Dialog } from '../../../kit/ui/Dialog.tsx';
import { Table } from '../../../kit/ui/Table.tsx';
import { TextField } from '../../../kit/ui/TextField.tsx';
import type { Person } from './requests.ts';
import { text } from './text.ts';

type Props = {
  people: readonly Person[];
  maySetPin: boolean;
  onSetPin(staffId: string, pin: string): Promise<void>;
  onResetPin(staffId: string): void;
};

/** The people of the office. The lead gives and takes the PIN with which a clerk names himself on a tablet. */
export function People(props: Props) {
  const [asked, setAsked] = createSignal<Person>();
  const [pin, setPin] = createSignal('');
  const [problem, setProblem] = createSignal<Words>();
  const ask = (person: Person) => {
    setPin('');
    setProblem(undefined);
    setAsked(person);
  };
  const save = async () => {
    const person = asked();
    if (!person) return;
    if (!/^\d{6}$/.test(pin())) return setProblem(text.pinWrong);
    try {
      await props.onSetPin(person.staffId, pin());
      setAsked(undefined);
    } catch (cause) {
      setProblem(wordsOfProblem(cause));
    }
  };
  const pinButtons = (one: Person) => (
    <div class="office__buttons">
      <Button kind="quiet" onPress={() => ask(one)} label={text.setPinOf(one.name)}>
        {text.setPin}
      </Button>
      <Show when={one.hasPin}>
        <Button kind="quiet" onPress={() => props.onResetPin(one.staffId)} label={text.resetPinOf(one.name)}>
          {text.resetPin}
        </Button>
      </Show>
    </div>
  );
  return (
    <Card title={text.people}>
      <Table
        caption={text.peopleList}
        hideCaption
        rows={props.people}
        empty={text.nobody}
        columns={[
          { id: 'name', head: text.person, cell: (one) => one.name, isRowHead: true },
          { id: 'role', head: text.role, cell: (one) => text.roles[one.role] },
          { id: 'pin', head: text.pin, cell: (one) => (one.hasPin ? text.pinSet : text.pinNone) },
          ...(props.maySetPin ? [{ id: 'do', head: text.actions, cell: pinButtons }] : []),
        ]}
      />
      <Dialog
        open={asked() !== undefined}
        title={text.setPinOf(asked()?.name ?? '')}
        onClose={() => setAsked(undefined)}
        footer={<Button onPress={() => void save()}>{text.save}</Button>}
      >
        <TextField
          label={text.pin}
          hint={text.pinHint}
          value={pin()}
          onInput={setPin}
          inputMode="numeric"
          maxLength={6}
          autocomplete="off"
          width="short"
          error={problem()}
        />
      </Dialog>
    </Card>
  );
}

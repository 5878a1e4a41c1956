import { type Component, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { AskedField } from '../../../shared/forms/asked.ts';
import type { Field } from '../../../shared/forms/definition.ts';
import { AddressAnswer } from './AddressAnswer.tsx';
import { ChoiceAnswer, YesNoAnswer } from './ChoiceAnswer.tsx';
import { CodeAnswer, CodesAnswer } from './CodeAnswer.tsx';
import { DateAnswer, PartialDateAnswer } from './DateAnswer.tsx';
import { FieldFindings } from './FieldFindings.tsx';
import { GroupAnswer } from './GroupAnswer.tsx';
import { ListAnswer } from './ListAnswer.tsx';
import { NameAnswer, TextAnswer } from './TextAnswer.tsx';

/** One field of a definition, drawn by its kind. */
export function FormField(props: { asked: AskedField }) {
  return (
    <div class="form-field" data-path={props.asked.path}>
      <Show when={props.asked.field.kind} keyed>
        {(kind) => <Dynamic component={drawings[kind]} asked={props.asked} />}
      </Show>
      <FieldFindings asked={props.asked} />
    </div>
  );
}

/** A kind of field without a drawing does not compile. */
const drawings: Readonly<Record<Field['kind'], Component<{ asked: AskedField }>>> = {
  text: TextAnswer,
  name: NameAnswer,
  date: DateAnswer,
  'partial-date': PartialDateAnswer,
  'yes-no': YesNoAnswer,
  choice: ChoiceAnswer,
  code: CodeAnswer,
  codes: CodesAnswer,
  address: AddressAnswer,
  group: GroupAnswer,
  list: ListAnswer,
};

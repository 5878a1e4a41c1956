import { createSignal, Show } from 'solid-js';
import type { AskedSection } from '../../../../../shared/forms/asked.ts';
import { itemsAt, joinPath } from '../../../../../shared/forms/paths.ts';
import { limits } from '../../../../../shared/base/limits.ts';
import { Button } from '../../../../kit/ui/Button.tsx';
import { Dialog } from '../../../../kit/ui/Dialog.tsx';
import type { CaseModel } from '../create-case.ts';
import { text } from '../text.ts';
import { focusSection } from './focus.ts';
import { titleOf } from './places.ts';

/** One more comes along than was said at the beginning: the sections repeated for a list get another item. */
export function AddItem(props: { model: CaseModel }) {
  const repeated = () => props.model.sections().find(({ section }) => section.each !== undefined)?.section;
  const items = () => itemsAt(props.model.answers(), repeated()?.each ?? '');
  const add = () => {
    const section = repeated();
    if (section?.each === undefined) return;
    const id = freeIdOf(items().map((item) => item.id));
    props.model.left(joinPath(section.each, id), { id });
    requestAnimationFrame(() => focusSection(`${section.id}-${id}`));
  };
  return (
    <Show when={repeated() && items().length < limits.personsPerCase}>
      <Button kind="quiet" icon="add" onPress={add}>
        {text.addItem(repeated()?.title ?? '')}
      </Button>
    </Show>
  );
}

/** At the first section of every item but the first, who the case began with. */
export function RemoveItem(props: { model: CaseModel; section: AskedSection }) {
  const [isAsking, setAsking] = createSignal(false);
  const isOffered = () => {
    const { item, number = 1 } = props.section;
    const own = props.model.sections().find((section) => section.item !== undefined && section.item.id === item?.id);
    return number > 1 && own?.id === props.section.id;
  };
  const remove = () => {
    const { item, section } = props.section;
    setAsking(false);
    if (item && section.each !== undefined) props.model.left(joinPath(section.each, item.id), null);
  };
  return (
    <Show when={isOffered()}>
      <div>
        <Button kind="quiet" icon="delete" onPress={() => setAsking(true)}>
          {text.removeItem(titleOf(props.section))}
        </Button>
      </div>
      <Dialog
        open={isAsking()}
        title={text.removeTitle(titleOf(props.section))}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button kind="secondary" onPress={() => setAsking(false)}>
              {text.cancel}
            </Button>
            <Button onPress={remove}>{text.removeConfirm}</Button>
          </>
        }
      >
        <p class="kern-body">{text.removeBody}</p>
      </Dialog>
    </Show>
  );
}

/** `p1`, `p2` …: never one that is in use. */
function freeIdOf(used: readonly string[]): string {
  let number = used.length + 1;
  while (used.includes(`p${number}`)) number += 1;
  return `p${number}`;
}

import { Show } from 'solid-js';
import type { Answer, Path } from '../../../../../shared/forms/answers.ts';
import { showAnswer } from '../../../../../shared/forms/show.ts';
import { copyText as putOnClipboard } from '../../../../kit/ui/CopyButton.tsx';
import { announce } from '../../../../kit/ui/LiveRegion.tsx';
import { Icon } from '../../../../kit/ui/Icon.tsx';
import type { CaseModel } from '../create-case.ts';
import { text } from '../text.ts';
import { copyText } from './copy-order.ts';
import { focusPlace } from './focus.ts';

/**
 * Beside a field: what the register has where it says something else, and a way to copy the value. Copying by mouse
 * stays out of the tab order, because every field would have two stops; by keyboard it is Alt+C in the field.
 */
export function Beside(props: { path: Path; model: CaseModel; isLocked(): boolean }) {
  const place = () => props.model.places().get(props.path);
  const value = () => {
    const here = place();
    return here ? copyText(here.asked, props.model.service().texts) : '';
  };
  const register = (): Answer | undefined => {
    const known = props.model.view()?.register;
    return known && Object.hasOwn(known, props.path) ? known[props.path] : undefined;
  };
  const shown = (answer: Answer) => {
    const here = place();
    return here ? showAnswer({ ...here.asked, value: answer }, props.model.service().texts, 'de') : '';
  };
  const takeOver = (answer: Answer) => {
    props.model.left(props.path, answer);
    focusPlace(props.path);
  };
  const copy = async () => {
    await putOnClipboard(value());
    announce(`${place()?.label ?? ''}: kopiert`);
  };
  return (
    <>
      <Show when={value() !== '' && place()?.asked.field.kind !== 'list' && place()?.asked.field.kind !== 'group'}>
        <button
          type="button"
          class="beside__copy"
          tabindex="-1"
          aria-label={text.copyLabel(place()?.label ?? '')}
          title={text.copyLabel(place()?.label ?? '')}
          onClick={() => void copy()}
        >
          <Icon name="copy" />
        </button>
      </Show>
      <Show when={register() !== undefined && { answer: register() ?? null }}>
        {(known) => (
          <div class="beside">
            <span class="kern-body kern-body--small">
              {text.register} <strong>{shown(known().answer)}</strong>
            </span>
            <Show when={!props.isLocked()}>
              <button
                type="button"
                class="beside__take kern-link"
                aria-label={text.takeOverLabel(place()?.label ?? '')}
                onClick={() => takeOver(known().answer)}
              >
                {text.takeOver}
              </button>
            </Show>
          </div>
        )}
      </Show>
    </>
  );
}

import { createSignal } from 'solid-js';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Button } from '../../../kit/ui/Button.tsx';
import { Icon } from '../../../kit/ui/Icon.tsx';
import { text } from './text.ts';

/** Says who looks on while one fills in, and lets one say: only at the end. */
export function WhoSees(props: { showsAtEnd: boolean; onChange(showsAtEnd: boolean): Promise<void> }) {
  const [isBusy, setBusy] = createSignal(false);
  const change = () => {
    setBusy(true);
    props.onChange(!props.showsAtEnd).then(
      () => setBusy(false),
      () => setBusy(false),
    );
  };
  return (
    <aside class="who-sees">
      <span class="who-sees__what kern-body kern-body--small">
        <Icon name="visible" />
        <Say words={props.showsAtEnd ? text.hiddenTitle : text.seesTitle} />
      </span>
      <Button kind="quiet" disabled={isBusy()} onPress={change}>
        <Say words={props.showsAtEnd ? text.showNow : text.showAtEnd} />
      </Button>
    </aside>
  );
}

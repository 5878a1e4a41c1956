import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Button } from '../../../kit/ui/Button.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { text } from './text.ts';

/** Between two people who confirm: nothing of the declaration is on screen while the tablet changes hands. */
export function PassOn(props: { name: string; onTaken(): void }) {
  return (
    <div class="screen screen--message">
      <PageTitle title={text.passTitle(props.name)} lead={text.passLead} />
      <div class="actions">
        <span class="actions__space" />
        <Button icon="person" onPress={() => props.onTaken()}>
          <Say words={text.passOn(props.name)} />
        </Button>
      </div>
    </div>
  );
}

import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Button } from '../../../kit/ui/Button.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { text } from './text.ts';

/** Between filling in and checking while the network is away: it goes on by itself when everything is saved. */
export function NotSaved(props: { onBack(): void }) {
  return (
    <div class="screen screen--message">
      <PageTitle title={text.notSavedYet} lead={text.notSavedYetBody} />
      <div class="actions">
        <Button kind="secondary" onPress={() => props.onBack()}>
          <Say words={text.back} />
        </Button>
      </div>
    </div>
  );
}

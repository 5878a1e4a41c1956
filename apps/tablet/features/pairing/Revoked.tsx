import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Button } from '../../../kit/ui/Button.tsx';
import { ErrorPage } from '../../../kit/ui/ErrorPage.tsx';
import { text } from './text.ts';

/** The office blocked this tablet. Nothing personal is on screen, and the way back is a new code. */
export function Revoked(props: { onPairAnew(): void }) {
  return (
    <ErrorPage title={text.revokedTitle} lead={text.revokedLead}>
      <Button onPress={() => props.onPairAnew()}>
        <Say words={text.pairAnew} />
      </Button>
    </ErrorPage>
  );
}

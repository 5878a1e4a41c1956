import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Button } from '../../../kit/ui/Button.tsx';
import { Message } from './Message.tsx';
import { text } from './text.ts';

/** Not confirmed, and that is all right. Nothing of the declaration is on screen any more. */
export function Declined(props: { onFinish(): void }) {
  return (
    <Message title={text.declinedTitle} lead={text.declinedLead}>
      <span class="actions__space" />
      <Button onPress={() => props.onFinish()}>
        <Say words={text.finish} />
      </Button>
    </Message>
  );
}

import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { text } from './text.ts';

/** The sheet is in the citizen's hands; the tablet waits for the scan that comes back. */
export function PaperWait() {
  return (
    <div class="screen screen--message">
      <PageTitle title={text.paperTitle} lead={text.paperLead} />
    </div>
  );
}

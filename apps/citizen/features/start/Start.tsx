import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { Card } from '../../../kit/ui/Card.tsx';
import { PageTitle } from '../../../kit/ui/PageTitle.tsx';
import { text } from './text.ts';

/** The visitor's first page: what can be done here today. */
export function Start() {
  return (
    <>
      <PageTitle title={text.title} lead={text.lead} />
      <div class="start__ways">
        <Card title={text.checkTitle}>
          <p class="kern-body">
            <Say words={text.checkBody} />
          </p>
          <a class="kern-link" href="/citizen/checking">
            <Say words={text.checkGo} />
          </a>
        </Card>
        <Card title={text.codeTitle}>
          <p class="kern-body">
            <Say words={text.codeBody} />
          </p>
          <a class="kern-link" href="/citizen/echtheit">
            <Say words={text.codeGo} />
          </a>
        </Card>
        <Card title={text.copyTitle}>
          <p class="kern-body">
            <Say words={text.copyBody} />
          </p>
        </Card>
      </div>
    </>
  );
}

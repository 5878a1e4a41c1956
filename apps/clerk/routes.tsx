import { Route, useNavigate, useParams } from '@solidjs/router';
import { lazy, Show } from 'solid-js';
import { Button } from '../kit/ui/Button.tsx';
import { ErrorPage } from '../kit/ui/ErrorPage.tsx';
import { useDesk } from './desk.ts';
import { Today } from './features/today/Today.tsx';
import { text } from './text.ts';

const CasePage = lazy(() => import('./features/case/CasePage.tsx').then((part) => ({ default: part.CasePage })));
const Office = lazy(() => import('./features/office/Office.tsx').then((part) => ({ default: part.Office })));

export const routes = () => (
  <>
    <Route path="/" component={TodayRoute} />
    <Route path="/cases/:caseId" component={CaseRoute} />
    <Route path="/office" component={OfficeRoute} />
    <Route path="*" component={NoPage} />
  </>
);

/** Administrators run the office and see no case, so their first page is the office. */
function TodayRoute() {
  const desk = useDesk();
  return (
    <Show when={desk.me.role !== 'administrator'} fallback={<OfficeRoute />}>
      <Today deskId={desk.deskId()} onLive={desk.onLive} />
    </Show>
  );
}

function CaseRoute() {
  const desk = useDesk();
  const params = useParams();
  return (
    <Show when={params.caseId} keyed>
      {(caseId) => (
        <CasePage
          caseId={caseId}
          deskId={desk.deskId()}
          desks={desk.desks}
          role={desk.me.role}
          officeAgs={desk.me.authority.ags}
          onLive={desk.onLive}
        />
      )}
    </Show>
  );
}

function NoPage() {
  const navigate = useNavigate();
  return (
    <ErrorPage title={text.noPage} lead={text.noPageBody}>
      <Button onPress={() => navigate('/')}>{text.toStart}</Button>
    </ErrorPage>
  );
}

function OfficeRoute() {
  const desk = useDesk();
  return <Office role={desk.me.role} desks={desk.desks} deskId={desk.deskId()} onLive={desk.onLive} />;
}

import { Route } from '@solidjs/router';
import { lazy } from 'solid-js';
import { Start } from './features/start/Start.tsx';

// Checking brings the certificates' library along; who fetches a copy need not wait for it.
const Checking = lazy(() => import('./features/checking/Checking.tsx').then((part) => ({ default: part.Checking })));
const CheckCode = lazy(() =>
  import('./features/authenticity/CheckCode.tsx').then((part) => ({ default: part.CheckCode })),
);
const FetchCopy = lazy(() => import('./features/copy/FetchCopy.tsx').then((part) => ({ default: part.FetchCopy })));

export const routes = () => (
  <>
    <Route path="/checking" component={Checking} />
    <Route path="/echtheit" component={CheckCode} />
    <Route path="/copy" component={FetchCopy} />
    <Route path="*" component={Start} />
  </>
);

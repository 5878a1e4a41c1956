import { Route } from '@solidjs/router';
import { Tablet } from './Tablet.tsx';

/**
 * One address for everything: what the tablet shows is decided by what lies on its desk, not by where somebody
 * navigates, so nothing of a citizen is ever in an address or in the history.
 */
export const routes = () => <Route path="*" component={Tablet} />;

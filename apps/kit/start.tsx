import '@kern-ux/native/dist/kern.css';
import './shell.css';
import { type RouteSectionProps, Router } from '@solidjs/router';
import type { Component, JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { wearAppearance } from './ui/appearance.ts';
import { CatchErrors } from './ui/ErrorPage.tsx';
import { LiveRegion } from './ui/LiveRegion.tsx';
import { SkipLink } from './ui/SkipLink.tsx';

export type StartOptions = {
  app: 'tablet' | 'clerk' | 'citizen';
  /** `<Route>`s; paths are below `/tablet`, `/clerk`, `/citizen`. */
  routes(): JSX.Element;
  /** Around every screen; must hold `<main id="content" tabindex="-1">`. */
  layout?: Component<RouteSectionProps>;
  /** Keeps theme and text size in this browser, for a desk or a phone of one's own. */
  remembersAppearance?: boolean;
};

/** Starts an app: its look, its routes, what catches bugs. The service worker is `watchForUpdate`'s. */
export function startApp(options: StartOptions): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  document.documentElement.dataset.app = options.app;
  render(() => {
    wearAppearance(document.documentElement, options.remembersAppearance === true ? 'schalter-appearance' : undefined);
    return (
      <>
        <SkipLink />
        <LiveRegion />
        <CatchErrors>
          <Router base={`/${options.app}`} {...(options.layout ? { root: options.layout } : {})}>
            {options.routes()}
          </Router>
        </CatchErrors>
      </>
    );
  }, root);
}

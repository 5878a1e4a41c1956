import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { Refusal } from '../shared/base/refusal.ts';
import { makeApp } from './app.ts';
import type { Office } from './context.ts';
import { makeHeaders } from './headers.ts';
import { answerRefusal } from './http.ts';
import { answerMetrics, type Metrics } from './metrics.ts';

/** What the process knows about itself. */
export type Health = { isReady(): Promise<{ database: boolean; migrations: boolean; workers: boolean }> };

const apps = ['tablet', 'clerk', 'citizen'] as const;

/**
 * Everything one process serves: the API, the built apps, each answering its own deep links, and two questions of the
 * machine room: `/healthz`, whether the process lives, and `/readyz`, whether it can work; `/metrics` are its figures.
 */
export function makeSite(office: Office, appsDir: string, health: Health, metrics?: Metrics) {
  const site = new Hono()
    .use(makeHeaders(office.settings))
    .get('/healthz', (c) => c.json({ alive: true }, 200, { 'Cache-Control': 'no-store' }))
    .get('/readyz', async (c) => {
      const ready = await health.isReady();
      const isReady = Object.values(ready).every(Boolean);
      return c.json(ready, isReady ? 200 : 503, { 'Cache-Control': 'no-store' });
    })
    .get('/metrics', (c) => (metrics ? answerMetrics(c, metrics, office.settings) : c.notFound()))
    .route('/', makeApp(office));
  for (const app of apps) {
    site.use(`/${app}/*`, async (c, next) => {
      await next();
      const isForEver = c.req.path.startsWith(`/${app}/assets/`) && c.res.ok;
      c.header('Cache-Control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    });
    site.use(`/${app}/*`, serveStatic({ root: appsDir, precompressed: true }));
    // A page of the app, not a file that is missing: those end in a dot and their kind.
    site.get(`/${app}/*`, async (c, next) => (/\.\w+$/.test(c.req.path) ? next() : page(appsDir, app)(c, next)));
    site.get(`/${app}`, (c) => c.redirect(`/${app}/`));
  }
  return site
    .get('/', (c) => c.redirect('/clerk/'))
    .notFound((c) =>
      c.req.path.startsWith('/api/') ? answerRefusal(new Refusal('not-found')) : c.text('Nicht gefunden', 404),
    );
}

const page = (appsDir: string, app: string) =>
  serveStatic({ path: `${appsDir}/${app}/index.html`, precompressed: true });

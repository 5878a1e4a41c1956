import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import solid from 'vite-plugin-solid';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { fontLicence } from './apps/kit/build/font-licence.ts';
import { kernCss } from './apps/kit/build/kern-css.ts';

/** The three programs. One build per app: each has its own root, base, manifest and service worker. */
export const apps = { tablet: 'Schalter Tablet', clerk: 'Schalter Platz', citizen: 'Schalter' } as const;
export type App = keyof typeof apps;

const here = import.meta.dirname;

export default defineConfig(({ mode }) => {
  if (process.env.VITEST)
    return {
      test: {
        // Most of the server's tests wait for the database; one worker fewer than cores would leave half a machine idle.
        maxWorkers: '100%',
        projects: [
          {
            test: { name: 'pure', environment: 'node', include: ['{shared,apps}/**/*.test.ts'] },
          },
          {
            test: {
              name: 'office',
              environment: 'node',
              include: ['{server,tests}/**/*.test.ts'],
              globalSetup: 'tests/support/database.ts',
              // Real processes and a real database, on machines that do other things too.
              testTimeout: 30_000,
              hookTimeout: 60_000,
            },
          },
        ],
      },
    };
  const app = process.env.APP ?? mode;
  if (!isApp(app)) throw new Error(`set APP to one of ${Object.keys(apps).join(', ')}`);
  return {
    root: resolve(here, 'apps', app),
    base: `/${app}/`,
    envDir: here,
    cacheDir: resolve(here, 'node_modules/.vite', app),
    define: { __VERSION__: JSON.stringify(readVersion()) },
    build: { outDir: resolve(here, 'dist', app), emptyOutDir: true, target: 'es2023' },
    plugins: [
      kernCss([`apps/${app}/**/*.{ts,tsx,css}`, 'apps/kit/**/*.{ts,tsx,css}'].map((glob) => resolve(here, glob))),
      fontLicence(resolve(here, 'apps/kit/ui/fonts-licence.txt')),
      solid(),
      VitePWA({
        registerType: 'prompt',
        injectRegister: false,
        manifest: {
          id: `/${app}/`,
          name: apps[app],
          short_name: apps[app],
          lang: 'de',
          dir: 'ltr',
          display: app === 'tablet' ? 'fullscreen' : 'standalone',
          start_url: '.',
          scope: '.',
          theme_color: '#171a2b',
          background_color: '#f7f7f9',
          icons: [
            { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
            { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
            { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
            { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          ],
        },
        workbox: {
          globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
          navigateFallback: 'index.html',
          navigateFallbackDenylist: [/^\/api\//],
          cleanupOutdatedCaches: true,
        },
      }),
    ],
    server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
  };
});

function isApp(name: string): name is App {
  return name in apps;
}

/** As it stands in package.json; acts and logs carry it. */
function readVersion(): string {
  const { version } = JSON.parse(readFileSync(resolve(here, 'package.json'), 'utf8')) as { version: string };
  return version;
}

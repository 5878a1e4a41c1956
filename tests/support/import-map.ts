import { featuresMayImport } from './import-map-features.ts';

/** The architecture on one page: which folder stands on which. `house-rules.test.ts` holds every file to it. */

/**
 * What each folder may import; the longest matching folder wins. `*` stands for one name, `$1` repeats it; a rule that
 * ends in `/` is everything below. `type ` permits `import type` only. Tests may import anything.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'shared/base/': ['shared/base/', 'valibot'],
  'shared/forms/': ['shared/forms/', 'shared/base/', 'valibot'],
  'shared/services/': [
    'shared/services/',
    'shared/wire/cases.ts',
    'shared/forms/',
    'shared/base/',
    'shared/declaration/',
    'valibot',
  ],
  'shared/services/*/': [
    'shared/services/$1/',
    'shared/services/*.ts',
    'shared/forms/',
    'shared/base/',
    'shared/declaration/',
    'valibot',
  ],
  'shared/declaration/': ['shared/declaration/', 'shared/forms/', 'shared/base/', 'valibot', 'jose', 'canonicalize'],
  'shared/evidence/': ['shared/evidence/', 'shared/declaration/canonical.ts', 'shared/base/', 'valibot'],
  'shared/pdf/': ['shared/pdf/', 'shared/base/', 'valibot', 'pkijs', 'asn1js'],
  'shared/verifying/': ['shared/', 'valibot', 'jose', 'pkijs', 'asn1js'],
  'shared/printed-seal/': ['shared/printed-seal/', 'shared/base/'],
  'shared/wire/': ['shared/', 'valibot'],

  'apps/kit/': [
    'apps/kit/',
    'shared/',
    'type server/app.ts',
    'solid-js',
    '@solidjs/router',
    'hono/client',
    'type hono',
    'valibot',
    '@kern-ux/native',
    '@kobalte/core',
    'signature_pad',
    'dexie',
    'workbox-window',
    'jose',
    'uqr',
    'virtual:pwa-register',
  ],
  'apps/kit/build/': ['apps/kit/build/', 'vite', 'postcss', 'node:'],
  'apps/*/': [
    'apps/$1/',
    'apps/kit/',
    'shared/',
    'solid-js',
    '@solidjs/router',
    '@kern-ux/native',
    'workbox-window',
    'valibot',
  ],
  'apps/*/features/*/': [
    'apps/$1/features/$2/',
    'apps/$1/words.ts',
    'apps/kit/',
    'shared/',
    'solid-js',
    '@solidjs/router',
    'valibot',
    'jose',
    'dexie',
    'uqr',
  ],

  'server/': [
    'server/*.ts',
    'server/features/*/routes.ts',
    'server/db/client.ts',
    'server/db/tables.ts',
    'server/ports/',
    'shared/',
    'hono',
    '@hono/node-server',
    'hono-openapi',
    'valibot',
    'drizzle-orm',
    'type postgres',
    'pino',
    'ws',
    'node:',
  ],
  'server/key-ceremony/': [
    'server/key-ceremony/',
    'server/adapters/sealer/',
    'server/ports/',
    'server/sealing/',
    'shared/',
    'valibot',
    'pkijs',
    'node:',
  ],
  'server/open-seals.ts': ['server/adapters/sealer/', 'server/config-seal.ts', 'server/ports/', 'node:'],
  'server/main.ts': ['server/', 'shared/', '@hono/node-server', 'node:'],
  'server/actor.ts': [
    'server/*.ts',
    'server/features/staff/queries.ts',
    'server/features/devices/*.ts',
    'shared/',
    'hono',
  ],
  'server/live.ts': [
    'server/*.ts',
    'server/features/devices/actions.ts',
    'shared/',
    'type postgres',
    'drizzle-orm',
    'valibot',
    'ws',
    'node:',
  ],
  'server/jobs.ts': [
    'server/context.ts',
    'server/db/transaction.ts',
    'shared/base/limits.ts',
    'pg-boss',
    'drizzle-orm',
    'type pino',
  ],
  'server/workers.ts': [
    'server/context.ts',
    'server/jobs.ts',
    'server/features/*/actions.ts',
    'server/features/*/jobs.ts',
    'server/features/cases/deletions.ts',
    'server/features/cases/erase-due.ts',
    'server/features/cases/register-log.ts',
    'server/features/documents/evidence-report.ts',
    'server/features/documents/raise-level.ts',
    'server/features/documents/renewals.ts',
    'server/features/evidence/days.ts',
  ],
  'server/verify.ts': ['server/config.ts', 'server/sealing/anchors-folder.ts', 'shared/', 'valibot', 'node:'],
  'server/figures.ts': [
    'server/context.ts',
    'server/features/documents/figures.ts',
    'server/features/seals/queries.ts',
    'prom-client',
  ],
  // Commands put together what they need, as main.ts does.
  'server/backup.ts': ['server/', 'shared/', 'node:'],
  'server/restore.ts': ['server/', 'shared/', 'node:'],
  'server/dev.ts': ['vite', 'vite.config.ts', 'node:'],
  'server/build.ts': ['vite', 'vite.config.ts', 'node:'],
  'server/ports/': ['server/ports/', 'type server/db/client.ts', 'type server/sealing/', 'shared/'],
  // Several processes write the same file.
  'server/adapters/deletion-log/': ['server/ports/', 'server/db/file-lock.ts', 'shared/', 'valibot', 'node:'],
  'server/adapters/sealer/': [
    'server/adapters/sealer/',
    'server/adapters/demo-authority.ts',
    'server/adapters/outgoing.ts',
    'server/adapters/secret-file.ts',
    'server/config.ts',
    'server/sealing/',
    'server/ports/',
    'shared/',
    'valibot',
    'pkijs',
    'asn1js',
    'pkcs11js',
    'node:',
  ],
  'server/adapters/outgoing.ts': ['shared/base/', 'node:'],
  'server/adapters/secret-file.ts': ['node:'],
  'server/adapters/demo-authority.ts': ['server/sealing/', 'shared/base/', 'node:'],
  'server/adapters/keys/': ['server/adapters/secret-file.ts', 'server/ports/', 'shared/', 'valibot', 'jose', 'node:'],
  'server/adapters/timestamps/': [
    'server/adapters/timestamps/',
    'server/adapters/demo-authority.ts',
    'server/adapters/outgoing.ts',
    'server/adapters/secret-file.ts',
    'server/sealing/',
    'server/ports/',
    'shared/',
    'valibot',
    'node:',
  ],
  'server/adapters/revocation/': [
    'server/adapters/revocation/',
    'server/adapters/outgoing.ts',
    'server/sealing/',
    'server/ports/',
    'shared/',
    'node:',
  ],
  'server/adapters/*/': [
    'server/adapters/$1/',
    'server/ports/',
    'server/db/client.ts',
    'server/db/tables.ts',
    'shared/',
    'drizzle-orm',
    'valibot',
    'jose',
    'pkijs',
    'asn1js',
    'node:',
  ],
  'server/db/': [
    'server/db/',
    'server/features/*/tables.ts',
    'server/jobs.ts',
    'shared/base/',
    'drizzle-orm',
    'drizzle-kit',
    'postgres',
    'pg-boss',
    'node:',
  ],
  ...featuresMayImport,
  'server/sealing/': ['server/sealing/', 'server/ports/', 'shared/', '@libpdf/core', 'pkijs', 'asn1js', 'node:'],
  'server/typesetting/': [
    'server/typesetting/',
    'server/sealing/',
    'server/ports/',
    'shared/',
    '@myriaddreamin/typst-ts-node-compiler',
    '@libpdf/core',
    'uqr',
    '@bwip-js/node',
    'valibot',
    'node:',
  ],
  'vite.config.ts': ['apps/kit/build/', 'vite', 'vite-plugin-solid', 'vite-plugin-pwa', 'vitest', 'node:'],
};

/** The imports of `code`, as it stands in `file`, that the map does not allow: one sentence each. */
export function strays(file: string, code: string): string[] {
  const zone = Object.keys(mayImport)
    .filter((pattern) => matchOf(pattern, file))
    .toSorted((a, b) => b.length - a.length)[0];
  if (zone === undefined) return [`${file} stands in no folder of the map`];
  const names = matchOf(zone, file)?.slice(1) ?? [];
  const rules = (mayImport[zone] ?? []).map((rule) =>
    rule.replaceAll(/\$(\d)/g, (_, place: string) => names[Number(place) - 1] ?? ''),
  );
  return [...code.matchAll(imports)].flatMap(([, type, named, lazy]) => {
    const target = resolve(file, named ?? lazy ?? '');
    const isAllowed = rules.some(
      (rule) => (rule.startsWith('type ') ? type !== undefined : true) && matchOf(rule.replace('type ', ''), target),
    );
    return isAllowed ? [] : [`${file} may not import ${target}`];
  });
}

/** A folder matches all below it, a package all its parts; `node:` all of Node. */
function matchOf(pattern: string, path: string): RegExpExecArray | null {
  const source = pattern.replaceAll('.', '[.]').replaceAll('*', '([^/]+)');
  return new RegExp(/[/:]$/.test(pattern) ? `^${source}` : `^${source}(?:/|$)`).exec(path);
}

const resolve = (from: string, specifier: string) =>
  specifier.startsWith('.') ? new URL(specifier, `file:///${from}`).pathname.slice(1) : specifier;

/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`. */
const imports =
  /^(?:import|export)\s+(type\s+)?(?:[\w*{][\w\s,*{}$]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

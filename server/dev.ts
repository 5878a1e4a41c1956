import { spawn } from 'node:child_process';
import { build } from 'vite';
import { apps } from '../vite.config.ts';

/** Watch mode: apps are built again and the server starts again when one of their files changes. */
for (const app of Object.keys(apps)) {
  process.env.APP = app;
  await build({ logLevel: 'warn', build: { watch: {}, minify: false } });
}
spawn(process.execPath, ['--watch-path=server', '--watch-path=shared', 'server/main.ts'], { stdio: 'inherit' });

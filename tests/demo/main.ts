import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { walkCounter } from './counter.ts';

/**
 * `npm run demo -- counter --out DIR`: the main job, headless, in a real browser, on a fresh office. Leaves the sealed
 * documents, the evidence, the anchors and a picture of every screen; ends 0 when all of it is there. The documents lie
 * there as they were handed over, and in `archive` as they grew afterwards.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
if (positionals[0] !== 'counter' || values.out === undefined) {
  console.error('Usage: npm run demo -- counter --out DIR');
  process.exit(64);
}
const out = resolve(process.env['INIT_CWD'] ?? '.', values.out);
for (const folder of ['screens', 'archive']) mkdirSync(join(out, folder), { recursive: true });
const begun = Date.now();
const { files, screens } = await walkCounter({
  savePicture: (name, png) => writeFileSync(join(out, 'screens', name), png),
  anchorsFolder: join(out, 'anchors'),
});
for (const { name, bytes } of files) writeFileSync(join(out, name), bytes);
console.log(`${files.map(({ name }) => name).join(', ')}, anchors/ and ${screens} screens are in ${values.out}`);
console.log(`It took ${Math.round((Date.now() - begun) / 1000)} s.`);

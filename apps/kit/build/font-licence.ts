import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Every copy of the fonts carries their licence, as the SIL Open Font License asks (condition 2). */
export function fontLicence(file: string): Plugin {
  return {
    name: 'font-licence',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'assets/fonts-licence.txt', source: readFileSync(file, 'utf8') });
    },
  };
}

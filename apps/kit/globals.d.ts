/** The version of this build, from package.json (`vite.config.ts`). */
declare const __VERSION__: string;

import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { verify } from '../../shared/verifying/verify.ts';
import { fileOf, readVerifyingVectors, trustOf, type VerifyingVector } from '../support/verifying-vectors.ts';

/** The page checks in the visitor's browser, the command in Node: whoever asks gets the same answer. */
test('every kept file gets the same report in the browser as in Node, to the letter', async ({ page }) => {
  const vectors = readVerifyingVectors();
  const inNode = await Promise.all(
    vectors.map(async (vector) => JSON.stringify(await verify(fileOf(vector), trustOf(vector)))),
  );
  // Only from a safe origin a page may use Web Crypto; nothing answers there but this test.
  await page.route('http://127.0.0.1:9/', (route) =>
    route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }),
  );
  await page.goto('http://127.0.0.1:9/');
  await page.addScriptTag({ type: 'module', content: await bundled() });
  const inBrowser = await page.evaluate(judge, vectors);
  expect(inBrowser).toEqual(inNode);
});

/** Runs in the page. */
async function judge(vectors: readonly VerifyingVector[]): Promise<readonly string[]> {
  // The bundle put it there a moment ago.
  const { verify: check } = globalThis as unknown as { verify: typeof verify };
  const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const reports: string[] = [];
  for (const { pdf, trust } of vectors) {
    const unpacked = new Blob([bytesOf(pdf)]).stream().pipeThrough(new DecompressionStream('deflate'));
    const report = await check(new Uint8Array(await new Response(unpacked).arrayBuffer()), {
      sealAnchors: trust.sealAnchors.map(bytesOf),
      tsaAnchors: trust.tsaAnchors.map(bytesOf),
      revocation: trust.revocation.map(bytesOf),
      at: new Date(trust.at),
    });
    reports.push(JSON.stringify(report));
  }
  return reports;
}

/** The verification as one script, packed as the pages are. */
async function bundled(): Promise<string> {
  const entry = 'virtual:verification';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'verification-alone',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry ? `import { verify } from '/shared/verifying/verify.ts'; globalThis.verify = verify;` : null,
      },
    ],
    build: { write: false, rollupOptions: { input: entry } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const [chunk] = outputs.flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk') throw new Error('the verification was not bundled');
  return chunk.code;
}

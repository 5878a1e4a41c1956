import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toBase64, type Bytes } from '../../shared/base/bytes.ts';
import { startTypesetter } from '../../server/typesetting/start-typesetter.ts';
import { askOpenssl, askPdfsig, askPyHanko, askQpdf, askSchalter, askVeraPdf, type Case, type Said } from './judges.ts';
import { type Judge, makeSamples, type Sample } from './samples.ts';
import { type ForeignJudge, foreignJudges, installTools, type Tools } from './tools.ts';

/**
 * `npm run conformance`: documents from the office's own pipeline before foreign judges. Ends 0 where each says of
 * each document what was expected, forgeries included; 1 otherwise, and where a judge is missing.
 * `-- --keep DIR` leaves the documents in DIR; `--allow-missing veraPDF,qpdf` goes on without those that are missing.
 */
const { kept, allowed } = readOptions();
const tools = installOrStop();
console.log(
  Object.entries(tools.versions)
    .map((pair) => pair.join(' '))
    .join(' · '),
);

const folder = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), 'schalter-conformance-'));
mkdirSync(folder, { recursive: true });
const typesetter = startTypesetter({ workers: 2 });
try {
  const samples = await makeSamples(typesetter, folder);
  const cases = new Map(samples.map((sample, index) => [sample, writeCase(sample, index)]));
  let [passed, failed] = [0, 0];
  for (const [judge, ask] of judges(tools, folder)) {
    if (judge !== 'Schalter' && !tools.versions[judge]) continue;
    const asked = samples.filter(({ expected }) => expected[judge] !== undefined);
    const said = await ask(asked.flatMap((sample) => cases.get(sample) ?? []));
    for (const { name, expected } of asked) {
      const answer = said.get(name) ?? 'no answer';
      const isRight = answer === expected[judge];
      if (isRight) passed += 1;
      else failed += 1;
      const line = `${judge.padEnd(8)} ${name}: ${answer}`;
      console.log(isRight ? `  ok  ${line}` : `WRONG ${line}\n      expected: ${expected[judge]}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} finally {
  await typesetter.close();
  if (!kept) rmSync(folder, { recursive: true });
}

function judges(tools: Tools, folder: string): [Judge, (cases: readonly Case[]) => Said | Promise<Said>][] {
  return [
    ['veraPDF', (cases) => askVeraPdf(tools, cases)],
    ['pyHanko', (cases) => askPyHanko(tools, cases)],
    ['pdfsig', askPdfsig],
    ['qpdf', askQpdf],
    ['OpenSSL', (cases) => askOpenssl(cases, folder)],
    ['Schalter', askSchalter],
  ];
}

function writeCase({ name, pdf, anchors }: Sample, index: number): Case {
  const number = String(index + 1).padStart(2, '0');
  const base = join(folder, `${number}-${name.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
  const write = (ending: string, content: Bytes | string) => {
    writeFileSync(`${base}${ending}`, content);
    return `${base}${ending}`;
  };
  const all = (kind: string, list: readonly Bytes[]) => list.map((der, at) => write(`.${kind}-${at + 1}.der`, der));
  const pem = [
    ...anchors.seal.map((der) => new X509Certificate(der).toString()),
    ...anchors.crls.map((der) => `-----BEGIN X509 CRL-----\n${toBase64(der)}\n-----END X509 CRL-----\n`),
  ];
  return {
    name,
    file: write('.pdf', pdf),
    trust: write('.trust.pem', pem.join('')),
    seal: all('seal', anchors.seal),
    timestamps: all('tsa', anchors.timestamps),
    crls: all('crl', anchors.crls),
  };
}

function readOptions(): { kept: string | undefined; allowed: ReadonlySet<ForeignJudge> } {
  const use = `Use: npm run conformance [-- --keep DIR] [--allow-missing ${foreignJudges.join(',')}]`;
  try {
    const { values } = parseArgs({ options: { keep: { type: 'string' }, 'allow-missing': { type: 'string' } } });
    const named = values['allow-missing']?.split(',') ?? [];
    const known = foreignJudges.filter((judge) => named.includes(judge));
    if (known.length !== named.length || values.keep === '') return stop(use, 64);
    return { kept: values.keep, allowed: new Set(known) };
  } catch {
    return stop(use, 64);
  }
}

function installOrStop(): Tools {
  try {
    return installTools(allowed);
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error), 1);
  }
}

function stop(sentence: string, code: number): never {
  console.error(sentence);
  process.exit(code);
}

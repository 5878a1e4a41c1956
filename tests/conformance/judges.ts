import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '../../shared/verifying/verify.ts';
import { outputOf, type Tools, veraPdfMain } from './tools.ts';

/** A sample on disk, with its anchors in the forms the judges read. */
export type Case = {
  name: string;
  file: string;
  /** Roots and CRLs as PEM. */
  trust: string;
  /** DER files. */
  seal: readonly string[];
  timestamps: readonly string[];
  crls: readonly string[];
};

/** What a judge says of each case, by its name, in the words `Expected` has for it. */
export type Said = ReadonlyMap<string, string>;

/** One JVM for all; every profile a file claims to follow is applied. Says which failed, and by which rules. */
export function askVeraPdf({ veraPdfJar }: Tools, cases: readonly Case[]): Said {
  const files = cases.map(({ file }) => file);
  const json = outputOf('java', ['-cp', veraPdfJar, veraPdfMain, '--format', 'json', '--loglevel', '0', ...files]);
  // The shape is veraPDF's own; what is not there makes the verdict "no answer".
  const { report } = JSON.parse(json.slice(json.indexOf('{'))) as VeraPdfReport;
  return new Map(
    cases.map(({ name, file }) => {
      const job = report.jobs.find((one) => one.itemDetails.name === file);
      return [name, job?.validationResult?.map(sentenceOf).join(', ') ?? 'no answer'];
    }),
  );
}

type VeraPdfReport = {
  report: { jobs: { itemDetails: { name: string }; validationResult?: VeraPdfResult[] }[] };
};
type VeraPdfResult = {
  profileName: string;
  compliant: boolean;
  details: { ruleSummaries?: { clause: string; testNumber: number }[] };
};

function sentenceOf({ profileName, compliant, details }: VeraPdfResult): string {
  const rules = (details.ruleSummaries ?? []).map(({ clause, testNumber }) => `${clause}-${testNumber}`);
  return `${profileName.replace(' validation profile', '')} ${compliant ? 'passed' : `failed ${rules.join(' ')}`}`;
}

/** One Python process for all. */
export function askPyHanko({ python }: Tools, cases: readonly Case[]): Said {
  const script = join(import.meta.dirname, 'pyhanko-judge.py');
  const lines = outputOf(python, [script], JSON.stringify(cases)).trim().split('\n');
  const byFile = new Map(lines.filter(isJson).map((line) => Object.values(JSON.parse(line)) as [string, string]));
  return new Map(cases.map(({ name, file }) => [name, byFile.get(file) ?? `no answer: ${lines.at(-1)}`]));
}

const isJson = (line: string): boolean => line.startsWith('{');

/** The first signature of a file is its seal. */
export function askPdfsig(cases: readonly Case[]): Said {
  return saidOf(cases, ({ file }) => {
    const [, seal = ''] = outputOf('pdfsig', ['-nocert', file]).split(/^Signature #/m);
    if (/Digest Mismatch/i.test(seal)) return 'digest mismatch';
    if (!seal.includes('Signature is Valid')) return seal.trim() || 'no signature';
    return seal.includes('Not total document signed') ? 'valid, not total document' : totalOf(seal);
  });
}

const totalOf = (seal: string): string =>
  seal.includes('Total document signed') ? 'valid, total document' : 'valid, coverage unknown';

export const askQpdf = (cases: readonly Case[]): Said =>
  saidOf(cases, ({ file }) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    return status === 0 ? 'clean' : `${stdout}${stderr}`.trim();
  });

/** The CMS cut out of its hole, over the rest of the file, with chain and CRLs. */
export const askOpenssl = (cases: readonly Case[], folder: string): Said =>
  saidOf(cases, ({ file, trust }) => {
    const pdf = readFileSync(file);
    const [, start = 0, end = 0, rest = 0] = byteRangeOfSeal(pdf);
    const [cms, content] = [join(folder, 'cms.der'), join(folder, 'content.bin')];
    writeFileSync(cms, Buffer.from(pdf.toString('latin1', start + 1, end - 1), 'hex'));
    writeFileSync(content, Buffer.concat([pdf.subarray(0, start), pdf.subarray(end, end + rest)]));
    const what = ['-inform', 'DER', '-in', cms, '-content', content, '-binary', '-out', join(folder, 'content.out')];
    const whom = ['-CAfile', trust, '-no-CApath', '-crl_check_all', '-purpose', 'any'];
    return spawnSync('openssl', ['cms', '-verify', ...what, ...whom]).status === 0 ? 'verified' : 'refused';
  });

/** Our own verification, held to the same questions. */
export async function askSchalter(cases: readonly Case[]): Promise<Said> {
  const der = (files: readonly string[]) => files.map((file) => new Uint8Array(readFileSync(file)));
  const said = cases.map(async ({ name, file, seal, timestamps, crls }): Promise<[string, string]> => {
    const trust = { sealAnchors: der(seal), tsaAnchors: der(timestamps), revocation: der(crls), at: new Date() };
    const { verdict, seal: shown, reasons } = await verify(new Uint8Array(readFileSync(file)), trust);
    const codes = reasons.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
    return [name, `${verdict} ${codes.length > 0 ? codes.join(' ') : (shown?.level ?? 'no seal')}`];
  });
  return new Map(await Promise.all(said));
}

function byteRangeOfSeal(pdf: Buffer): number[] {
  const text = pdf.toString('latin1', pdf.indexOf('/SubFilter /ETSI.CAdES.detached'));
  return (/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(text) ?? []).slice(1).map(Number);
}

const saidOf = (cases: readonly Case[], ask: (one: Case) => string): Said =>
  new Map(cases.map((one) => [one.name, ask(one)]));

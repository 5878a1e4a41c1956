import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type Bytes, utf8 } from '../shared/base/bytes.ts';
import { explain } from '../shared/verifying/explain.ts';
import { derBlocks } from '../shared/verifying/pem.ts';
import type { Verdict } from '../shared/verifying/report.ts';
import { type Trust, verify } from '../shared/verifying/verify.ts';
import { verifyEvidence } from '../shared/verifying/verify-evidence.ts';
import { readConfig } from './config.ts';
import { readAnchors } from './sealing/anchors-folder.ts';

/**
 * `npm run verify -- FILE.pdf --anchors DIR`, or of an `evidence.json` by itself: the report of the verification as
 * JSON, for who has a shell instead of the page. In DIR `seal*` are roots of seals, `tsa*` roots of time stamps (.pem, .crt, .cer, .der), `*.crl` lists of
 * revoked certificates. Without `--anchors` the configured office is asked for its own.
 * Ends 0 passed, 1 failed, 2 undecided, 64 wrong use.
 */
export async function runVerify(
  args: readonly string[],
  { say, complain, askOffice }: { say: Say; complain: Say; askOffice: () => Promise<Anchors> },
): Promise<number> {
  try {
    const { file, anchors, at } = readArguments(args);
    const bytes = new Uint8Array(await read(file));
    const trust = { ...(anchors === undefined ? await askOffice() : await trustIn(anchors)), at };
    if (isJson(bytes)) {
      const report = await verifyEvidence(bytes, trust);
      say(JSON.stringify(report, null, 2));
      return exitCodes[report.verdict];
    }
    const report = await verify(bytes, trust);
    say(JSON.stringify({ ...report, explanation: explain(report, 'de') }, null, 2));
    return exitCodes[report.verdict];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    complain(`${error.message}\n${usage}`);
    return 64;
  }
}

type Say = (text: string) => void;
type Anchors = Omit<Trust, 'at'>;

/** `evidence.json` begins as every JSON object does, and no PDF begins so. */
const isJson = (bytes: Bytes): boolean => bytes.find((byte) => !' \t\r\n'.includes(String.fromCharCode(byte))) === 0x7b;

const exitCodes: Record<Verdict, number> = { 'TOTAL-PASSED': 0, 'TOTAL-FAILED': 1, INDETERMINATE: 2 };
const usage = 'Usage: npm run verify -- FILE.pdf|evidence.json [--anchors DIR] [--at 2026-11-23T09:00:00Z]';

function readArguments(args: readonly string[]): { file: string; anchors: string | undefined; at: Date } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { anchors: { type: 'string' }, at: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  const at = values.at === undefined ? new Date() : new Date(values.at);
  if (file === undefined || more.length > 0) throw new Error('Name exactly one PDF or evidence.json.');
  if (Number.isNaN(at.getTime())) throw new Error(`--at is no point in time: ${values.at}`);
  return { file, anchors: values.anchors, at };
}

async function trustIn(folder: string): Promise<Anchors> {
  const { seal, timestamps, crls } = await readAnchors(folder);
  return { sealAnchors: seal, tsaAnchors: timestamps, revocation: crls };
}

const read = (file: string): Promise<Buffer> =>
  readFile(file).catch(() => {
    throw new Error(`Cannot read ${file}.`);
  });

const Answer = v.object({ seal: v.array(v.string()), timestamps: v.array(v.string()), crls: v.array(v.string()) });

/** The anchors the page of the office uses. Without an answer none are known, and the verdict will say so. */
async function askOfficeAt(origin: string): Promise<Anchors> {
  const der = (pems: readonly string[]): Bytes[] => pems.flatMap((pem) => derBlocks(utf8(pem)));
  try {
    const response = await fetch(`${origin}/api/checking/anchors`, { signal: AbortSignal.timeout(5_000) });
    const { seal, timestamps, crls } = v.parse(Answer, await response.json());
    return { sealAnchors: der(seal), tsaAnchors: der(timestamps), revocation: der(crls) };
  } catch {
    console.error(`No --anchors, and no office answers at ${origin}: no issuer is known.`);
    return { sealAnchors: [], tsaAnchors: [], revocation: [] };
  }
}

if (import.meta.main)
  process.exitCode = await runVerify(process.argv.slice(2), {
    say: console.log,
    complain: console.error,
    askOffice: () => askOfficeAt(readConfig().origin),
  });

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { KeyKind } from '../adapters/sealer/pkcs11-orders.ts';
import { terminalConversation } from './conversation.ts';
import { installCertificate } from './install-certificate.ts';
import { type Ceremony, makeKey } from './make-key.ts';
import type { HardwarePlace } from './sealing-key.ts';

/**
 * `npm run key-ceremony -- key …` makes the key of the city's seal and its certification request, `… -- certificate …`
 * puts the certificate in its place when it comes back. Both take two persons and leave a protocol.
 * Ends 0 when it is done, 1 when it was broken off, 64 after a wrong call.
 */
const usage = `Usage:
  npm run key-ceremony -- key --out FOLDER --organisation "Stadt …" --common-name "Siegel der Stadt …"
      [--kind P-256|P-384|RSA-3072|RSA-4096] [--locality …] [--organisation-id …]
      [--module LIBRARY --token LABEL --label KEY]     in hardware instead of an encrypted file
  npm run key-ceremony -- certificate --out FOLDER --certificate FILE.pem --anchors FOLDER
      [--as pem|pkcs12] [--password-file FILE]
  both: [--first NAME --second NAME]; secrets are asked for, never taken from the command line`;

type Run = { ceremony: Omit<Ceremony, 'folder' | 'persons'>; complain(text: string): void };

export async function runCeremony(args: readonly string[], { ceremony, complain }: Run): Promise<number> {
  let begin: () => Promise<unknown>;
  try {
    begin = commandFrom(args, ceremony);
  } catch (cause) {
    complain(`${messageOf(cause)}\n${usage}`);
    return 64;
  }
  try {
    await begin();
    return 0;
  } catch (cause) {
    complain(`Die Zeremonie ist abgebrochen: ${messageOf(cause)}`);
    return 1;
  }
}

function commandFrom(args: readonly string[], about: Run['ceremony']): () => Promise<unknown> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: text,
      first: text,
      second: text,
      kind: text,
      organisation: text,
      'organisation-id': text,
      'common-name': text,
      locality: text,
      module: text,
      token: text,
      label: text,
      certificate: text,
      anchors: text,
      as: text,
      'password-file': text,
    },
  });
  const needed = (name: keyof typeof values): string => {
    const given = values[name];
    if (!given) throw new Error(`--${name} is missing.`);
    return given;
  };
  const [command, ...more] = positionals;
  if (more.length > 0) throw new Error(`Nobody knows what to do with ${more.join(' ')}.`);
  const ceremony = { ...about, folder: resolve(needed('out')), persons: [values.first, values.second] };
  if (command === 'key') {
    const { locality, module, token, label, 'organisation-id': organisationId } = values;
    const name = {
      organisation: needed('organisation'),
      commonName: needed('common-name'),
      ...(locality ? { locality } : {}),
      ...(organisationId ? { organisationId } : {}),
    };
    const hardware = hardwareFrom({ module, token, label });
    const order = { kind: oneOf('kind', values.kind ?? 'P-256', kinds), name, hardware };
    return () => makeKey(ceremony, order);
  }
  if (command !== 'certificate') throw new Error('Say key or certificate.');
  const order = {
    certificateFile: resolve(needed('certificate')),
    anchorsFolder: resolve(needed('anchors')),
    as: oneOf('as', values.as ?? 'pem', ['pem', 'pkcs12'] as const),
    passwordFile: values['password-file'] ? resolve(values['password-file']) : '',
  };
  return () => installCertificate(ceremony, order);
}

const kinds = ['P-256', 'P-384', 'RSA-3072', 'RSA-4096'] as const satisfies readonly KeyKind[];

function oneOf<T extends string>(name: string, given: string, all: readonly T[]): T {
  const found = all.find((one) => one === given);
  if (!found) throw new Error(`--${name} must be ${all.join(' or ')}, not "${given}".`);
  return found;
}

function hardwareFrom({ module, token, label }: Partial<Record<keyof HardwarePlace, string | undefined>>) {
  if (!module && !token && !label) return undefined;
  if (!module || !token || !label) throw new Error('--module, --token and --label belong together.');
  return { module, token, label };
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

if (import.meta.main) {
  const conversation = terminalConversation(process.stdin, process.stdout);
  const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  const ceremony = { conversation, now: () => new Date(), version };
  process.exitCode = await runCeremony(process.argv.slice(2), { ceremony, complain: console.error });
  conversation.close();
}

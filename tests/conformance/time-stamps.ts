import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { toHex, type Bytes } from '../../shared/base/bytes.ts';
import type { TestPki } from '../support/pki.ts';

export type TimeStamps = {
  certificate: Bytes;
  /** Room for one token: what a first one needed, and some for signatures that are longer. */
  tokenBytes: number;
  /** A token over a SHA-256 digest. */
  tokenFor: (imprint: Bytes) => Bytes;
};

/** An RFC 3161 service that is not ours: OpenSSL, with a certificate of the test authority. Files lie in `folder`. */
export function foreignTimeStamps(pki: TestPki, folder: string): TimeStamps {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const path = (name: string) => join(folder, name);
  writeFileSync(path('tsa.key'), privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  const certificate = pki.certify('Prüfzeitstempel', publicKey, 'timestamps');
  writeFileSync(path('tsa.pem'), pemOf(certificate));
  writeFileSync(path('tsa-chain.pem'), pemOf(pki.issuing));
  writeFileSync(path('tsa.srl'), '01\n');
  writeFileSync(path('tsa.cnf'), configuration(path));
  const tokenFor = (imprint: Bytes): Bytes => {
    const config = ['-config', path('tsa.cnf')];
    openssl('-query', ...config, '-sha256', '-digest', toHex(imprint), '-cert', '-out', path('query'));
    openssl('-reply', ...config, '-section', 'tsa', '-queryfile', path('query'), '-token_out', '-out', path('token'));
    return new Uint8Array(readFileSync(path('token')));
  };
  return { certificate, tokenBytes: tokenFor(new Uint8Array(32)).length + 64, tokenFor };
}

const configuration = (path: (name: string) => string): string => `
[tsa]
serial = ${path('tsa.srl')}
crypto_device = builtin
signer_cert = ${path('tsa.pem')}
signer_key = ${path('tsa.key')}
certs = ${path('tsa-chain.pem')}
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
`;

const pemOf = (der: Bytes): string => new X509Certificate(der).toString();

function openssl(...args: readonly string[]): void {
  const ran = spawnSync('openssl', ['ts', ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`openssl ts ${args[0]} failed: ${ran.stderr}`);
}

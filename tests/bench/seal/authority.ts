import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bytes, toBase64, utf8 } from '../../../shared/base/bytes.ts';
import { makeHttpRevocation } from '../../../server/adapters/revocation/http.ts';
import { sealWith } from '../../../server/adapters/sealer/key-in-memory.ts';
import { openHttpTimestamps } from '../../../server/adapters/timestamps/http.ts';
import type { Office } from '../../../server/context.ts';
import { writeAnchors } from '../../../server/sealing/anchors-folder.ts';
import { element, explicit, sequence } from '../../../server/sealing/der.ts';
import { distinguishedName, extension, issueCertificate } from '../../../server/sealing/issue.ts';

/**
 * An authority with a seal and a time stamp service below it, and the ports to reach them as a city does: over HTTP, to
 * another process. What the services cost is theirs; what asking and checking costs is ours.
 */
export type Authority = Pick<Office, 'sealer' | 'timestamps' | 'revocation'> & {
  root: Bytes;
  /** Files that another program seals the same document with: `seal.key`, `seal.pem`, `tsa-root-1.pem`, `seal-root-1.pem`. */
  folder: string;
  url: string;
  close(): Promise<void>;
};

export async function openAuthority(): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-bench-seal-'));
  const rootKeys = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const [sealKeys, timeKeys] = [1, 2].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  if (!sealKeys || !timeKeys) throw new Error('two keys were made');
  const issuer = { name: nameOf('Messwurzel'), key: rootKeys.privateKey };
  const [from, day] = [Date.now() - 3_600_000, 86_400_000];
  const certify = (
    name: Bytes,
    publicKey: KeyObject,
    use: 'root' | 'seal' | 'timestamps',
    more: readonly Bytes[] = [],
  ) =>
    issueCertificate({
      subject: name,
      publicKey,
      issuer,
      use,
      serialNumber: new Uint8Array([1, ...randomBytes(8)]),
      notBefore: new Date(from),
      notAfter: new Date(from + 365 * day),
      more,
    });
  const root = certify(issuer.name, rootKeys.publicKey, 'root');
  const given = join(folder, 'services.json');
  // The address is in the certificates, and the services need theirs: they start on it once it is known.
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const list = [
    extension('2.5.29.31', sequence(sequence(explicit(0, element(0xa0, [element(0x86, [utf8(`${url}/list.crl`)])]))))),
  ];
  const seal = certify(nameOf('Messsiegel'), sealKeys.publicKey, 'seal', list);
  const time = certify(nameOf('Messzeit'), timeKeys.publicKey, 'timestamps', list);
  writeFileSync(
    given,
    JSON.stringify({
      port,
      key: pkcs8(timeKeys.privateKey),
      certificate: toBase64(time),
      policy: '1.2.3.4',
      issuer: { name: toBase64(issuer.name), key: pkcs8(issuer.key) },
    }),
    { mode: 0o600 },
  );
  const services = await startServices(given);
  const anchors = { seal: [root], timestamps: [root], crls: [] };
  await writeAnchors(folder, anchors);
  writeFileSync(join(folder, 'seal.key'), pkcs8(sealKeys.privateKey), { mode: 0o600 });
  writeFileSync(join(folder, 'seal.pem'), new X509Certificate(seal).toString());
  const now = () => new Date();
  const host = `127.0.0.1:${port}`;
  return {
    root,
    folder,
    url,
    sealer: sealWith({ key: sealKeys.privateKey, certificates: [new X509Certificate(seal)] }, now, async () => anchors),
    timestamps: await openHttpTimestamps({
      urls: [`${url}/tsa`],
      privateHosts: [host],
      anchorsFolder: folder,
      policies: ['1.2.3.4'],
      now,
    }),
    revocation: makeHttpRevocation({ hosts: [host], privateHosts: [host], now }),
    async close() {
      services.kill();
      await once(services, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

async function startServices(given: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'services.ts');
  const services = spawn(process.execPath, [script, given], { stdio: ['ignore', 'pipe', 'inherit'] });
  // It says one line once it listens.
  await once(createInterface(services.stdout), 'line');
  return services;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

const nameOf = (commonName: string): Bytes => distinguishedName({ organisation: 'Messung', commonName });
const pkcs8 = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

import { createPublicKey, randomBytes, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readCertificates } from '../adapters/sealer/seal-files.ts';
import { derOf, nameOf, type Suitable, suit } from '../adapters/sealer/suitable.ts';
import { isSignedByKey } from '../sealing/algorithms.ts';
import { readAnchors } from '../sealing/anchors-folder.ts';
import { pkcs12 } from './key-files.ts';
import { type Ceremony, describe, files, secretFor, write, writeProtocol } from './make-key.ts';
import { machineName, Protocol, sha256, toolVersions } from './protocol.ts';
import { hardwareKey, openFileKey, type SealingKey } from './sealing-key.ts';
import { confirmByBoth, inGroups, namePersons } from './two-persons.ts';

export type CertificateOrder = {
  /** The certificate and those above it, PEM, in any order. */
  certificateFile: string;
  /** With the root (seal*). */
  anchorsFolder: string;
  as: 'pem' | 'pkcs12';
  /** Where the password is written for the office, one file that only its owner reads; none where it is empty. */
  passwordFile: string;
};

export const certificateFiles = {
  certificates: 'siegel-zertifikate.pem',
  pkcs12: 'siegel.p12',
  protocol: 'protokoll-2-zertifikat',
} as const;

/**
 * The second part, when the certificate comes back: two persons see that it belongs to the key, may seal, and leads to
 * a known root; then it is laid beside the key, ready for the settings of the office.
 */
export async function installCertificate(ceremony: Ceremony, order: CertificateOrder): Promise<Protocol> {
  const { conversation, folder, now } = ceremony;
  const startedAt = now().toISOString();
  const first = await readFirstPart(folder);
  const { key: about } = first.protocol;
  const certificates = await readCertificates(order.certificateFile);
  const leaf = certificates.find(({ publicKey }) => fingerprintOf(publicKey) === about.fingerprint);
  if (!leaf) throw new Error('Keines dieser Zertifikate gehört zum Schlüssel des ersten Teils.');
  const suitable = suit(leaf, certificates);
  const root = rootAbove(suitable, (await readAnchors(order.anchorsFolder)).seal);
  refuseOutsideValidity(leaf, now());
  if (order.as === 'pkcs12' && about.place)
    throw new Error('Für einen Schlüssel in Hardware gibt es keine PKCS#12-Datei.');

  const persons = await namePersons(conversation, ceremony.persons);
  const secret = await secretFor(conversation, persons, about.place, false);
  const key = await openKey(folder, about, leaf, secret);
  try {
    await refuseForeignKey(key, leaf);
    const fingerprint = sha256(leaf.raw);
    conversation.say(
      [
        'Das Zertifikat:',
        `  für: ${leaf.subject.replaceAll('\n', ', ')}`,
        `  von: ${leaf.issuer.replaceAll('\n', ', ')}`,
        `  gültig: ${leaf.validFromDate.toISOString()} bis ${leaf.validToDate.toISOString()}`,
        `  Fingerabdruck (SHA-256): ${inGroups(fingerprint)}`,
      ].join('\n'),
    );
    const confirmations = await confirmByBoth(conversation, persons, { fingerprint, what: 'das Zertifikat', now });
    const chain = [leaf, ...suitable.chain];
    const written = [await write(folder, certificateFiles.certificates, chain.map(String).join(''))];
    if (order.as === 'pkcs12' && key.privateKey)
      written.push(await write(folder, certificateFiles.pkcs12, await pkcs12(key.privateKey, chain, secret)));
    if (order.passwordFile) await write('', order.passwordFile, `${secret}\n`);
    const protocol: Protocol = {
      schema: 'schalter/key-ceremony@1',
      part: 'certificate',
      startedAt,
      endedAt: now().toISOString(),
      persons: [...persons],
      machine: machineName(),
      tools: { ...toolVersions(ceremony.version), ...describe(key) },
      key: about,
      name: { Zertifikat: leaf.subject.replaceAll('\n', ', '), Nummer: leaf.serialNumber },
      checks: checksOf(suitable, root),
      files: written,
      confirmations: [...confirmations],
      previous: first.hash,
    };
    await writeProtocol(ceremony, certificateFiles.protocol, protocol);
    conversation.say(settings(folder, order, about));
    return protocol;
  } finally {
    key.close();
  }
}

async function readFirstPart(folder: string): Promise<{ protocol: Protocol; hash: string }> {
  const file = join(folder, `${files.protocol}.json`);
  const json = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} fehlt: In diesem Ordner liegt kein erster Teil einer Schlüsselzeremonie.`);
  });
  const read = v.safeParse(Protocol, parsed(json));
  if (!read.success) throw new Error(`${file} ist kein Protokoll einer Schlüsselzeremonie.`);
  return { protocol: read.output, hash: sha256(json) };
}

async function openKey(
  folder: string,
  { place }: Protocol['key'],
  { publicKey }: X509Certificate,
  secret: string,
): Promise<SealingKey> {
  if (place) return hardwareKey(place, secret, { publicKey });
  return openFileKey(await readFile(join(folder, files.key), 'utf8'), secret);
}

/** The key is there, and it is the one the certificate speaks of. */
async function refuseForeignKey(key: SealingKey, leaf: X509Certificate): Promise<void> {
  const { algorithm } = suit(leaf, [leaf], 'pkcs1');
  const probe = new Uint8Array(randomBytes(32));
  if (!isSignedByKey(leaf.publicKey, algorithm, probe, await key.sign(algorithm, probe)))
    throw new Error('Der Schlüssel an seinem Ort ist nicht der des Zertifikats.');
}

function rootAbove({ leaf, chain }: Suitable, anchors: readonly Uint8Array[]): X509Certificate {
  const highest = chain.at(-1) ?? leaf;
  const root = anchors
    .map((der) => new X509Certificate(der))
    .find((one) => highest.checkIssued(one) && highest.verify(one.publicKey));
  if (!root)
    throw new Error('Über dem Zertifikat steht keine Wurzel aus dem Ordner der Anker. Ist die Kette vollständig?');
  return root;
}

function refuseOutsideValidity({ validFromDate, validToDate }: X509Certificate, at: Date): void {
  if (at < validFromDate || at > validToDate) throw new Error('Das Zertifikat gilt heute nicht.');
}

const checksOf = ({ leaf, chain, algorithm }: Suitable, root: X509Certificate): Protocol['checks'] => [
  { what: 'Gehört zum Schlüssel des ersten Teils', found: 'ja' },
  { what: 'Der Schlüssel liegt an seinem Ort und unterschreibt', found: 'ja' },
  { what: 'Zum Siegeln bestimmt (keyUsage)', found: 'ja' },
  { what: 'Verfahren', found: `${algorithm.signature} mit ${algorithm.hash}` },
  { what: 'Kette', found: [leaf, ...chain, root].map(nameOf).join(' ← ') },
  { what: 'Gültig', found: `${leaf.validFromDate.toISOString()} bis ${leaf.validToDate.toISOString()}` },
  { what: 'Fingerabdruck des Zertifikats (SHA-256)', found: sha256(derOf(leaf)) },
];

/** What the office is told, as it stands in `server/README.md`. */
function settings(
  folder: string,
  { as, anchorsFolder, passwordFile }: CertificateOrder,
  about: Protocol['key'],
): string {
  const certificates = `SEAL_CERTIFICATE_FILE=${join(folder, certificateFiles.certificates)}`;
  const secret = `SEAL_PASSWORD_FILE=${passwordFile || '…'}`;
  const { place } = about;
  const lines = place
    ? [
        'SEALER=pkcs11',
        `SEAL_PKCS11_MODULE=${place.module}`,
        `SEAL_PKCS11_TOKEN=${place.token}`,
        `SEAL_PKCS11_KEY=${place.label}`,
        certificates,
      ]
    : as === 'pkcs12'
      ? ['SEALER=pkcs12', `SEAL_FILE=${join(folder, certificateFiles.pkcs12)}`]
      : ['SEALER=pem', `SEAL_FILE=${join(folder, files.key)}`, certificates];
  const all = [...lines, secret, `SEAL_ANCHORS_FOLDER=${anchorsFolder}`];
  return ['Einstellungen des Servers (als nächstes Siegel mit SEALER_NEXT und SEAL_NEXT_…):', ...all]
    .map((line, at) => (at === 0 ? line : `  ${line}`))
    .join('\n');
}

const fingerprintOf = (publicKey: X509Certificate['publicKey']): string =>
  sha256(createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })).export({ format: 'der', type: 'spki' }));

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

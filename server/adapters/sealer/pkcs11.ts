import { randomBytes, X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { type SealAlgorithm, type Sealer, SealerAway } from '../../ports/sealer.ts';
import { digestOf, isSignedBy } from '../../sealing/algorithms.ts';
import { ecdsaDer } from './ecdsa.ts';
import { openPkcs11Door, type Pkcs11Door } from './pkcs11-door.ts';
import { type Pkcs11Place, Pkcs11Problem } from './pkcs11-orders.ts';
import { anchorsIn, readCertificate, readCertificates, readPassword, withRootAbove } from './seal-files.ts';
import { sealerOnKey } from './sealer-on-key.ts';
import { algorithmOf, derOf, type RsaPadding, suit } from './suitable.ts';

export type Pkcs11SealerOptions = Pkcs11Place & {
  /** The label of the private key. */
  key: string;
  pinFile: string;
  /** The seal's certificate and those above it; empty where the token holds them beside the key. */
  certificateFile: string;
  /** With the seal's root and the lists of revoked certificates. */
  anchorsFolder: string;
  rsaPadding?: RsaPadding;
  now: () => Date;
  /** How long one answer of the module may take, and how long it rests after none came. */
  seconds?: number;
  restSeconds?: number;
};

/**
 * A seal whose key lies in a hardware module (HSM, smart card) and never leaves it. A module that goes away fails a
 * seal with one sentence and is opened anew with the next. Throws one sentence for each thing that is wrong.
 */
export async function openPkcs11Sealer(options: Pkcs11SealerOptions): Promise<Sealer & { close(): void }> {
  refuseUnbuilt();
  const { module, token, key, pinFile, certificateFile, anchorsFolder, rsaPadding, now } = options;
  const pin = await readPassword(pinFile);
  if (!pin) throw new Error('The hardware module needs its PIN in a file.');
  const { seconds = 10, restSeconds = 5 } = options;
  const door = openPkcs11Door({ module, token, pin, seconds, restSeconds });
  try {
    const { kind, certificates: onToken } = await inWords(door.ask('find-key', { label: key }));
    door.remember(key);
    const certificates = certificateFile
      ? await readCertificates(certificateFile)
      : onToken.map((der) => readCertificate(der, `The token "${token}"`));
    const own = certificates.filter(({ publicKey }) => (publicKey.asymmetricKeyType === 'ec') === (kind === 'EC'));
    const leaf = await leafOf(own, (algorithm, digest) => signDigest(door, algorithm, digest), rsaPadding);
    const suitable = suit(leaf, certificates, rsaPadding);
    const sign = ({ digest }: { digest: Bytes }) => signDigest(door, suitable.algorithm, digest);
    const sealer = sealerOnKey({ suitable, sign }, now, anchorsIn(anchorsFolder));
    return { ...(await withRootAbove(sealer, anchorsFolder)), close: door.close };
  } catch (cause) {
    door.close();
    throw cause;
  }
}

const addon = () =>
  join(dirname(createRequire(import.meta.url).resolve('pkcs11js')), 'build', 'Release', 'pkcs11.node');

/** The package is there, what it is made of has to be compiled by whoever wants it. */
export function refuseUnbuilt(file = addon()): void {
  if (!existsSync(file))
    throw new Error('A seal in a hardware module needs pkcs11js, which "npm run pkcs11" builds once.');
}

async function signDigest(door: Pkcs11Door, algorithm: SealAlgorithm, digest: Bytes): Promise<Bytes> {
  const raw = await inWords(door.ask('sign', { algorithm, digest }));
  return algorithm.signature === 'ECDSA' ? ecdsaDer(raw) : raw;
}

/** The certificate that answers for a signature of the key over random bytes; hardware shows its key no other way. */
async function leafOf(
  certificates: readonly X509Certificate[],
  sign: (algorithm: SealAlgorithm, digest: Bytes) => Promise<Bytes>,
  rsaPadding: RsaPadding | undefined,
): Promise<X509Certificate> {
  const probe = new Uint8Array(randomBytes(32));
  for (const certificate of certificates.filter(({ ca }) => !ca)) {
    const algorithm = algorithmOf(certificate.publicKey, rsaPadding);
    const signature = await sign(algorithm, digestOf(algorithm.hash, probe));
    if (isSignedBy(derOf(certificate), algorithm, probe, signature)) return certificate;
  }
  throw new Error('None of the seal certificates belongs to the seal key.');
}

/** What the module says of itself is no sentence; ours already are. */
const inWords = <Answer>(asked: Promise<Answer>): Promise<Answer> =>
  asked.catch((cause: unknown) => {
    if (!(cause instanceof Pkcs11Problem) || cause.code !== 'unreachable') throw cause;
    throw new SealerAway(`The hardware module of the seal cannot be used now: ${cause.message.replace(/[.]$/, '')}.`);
  });

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Bytes } from '../../shared/base/bytes.ts';
import { ecdsaDer } from '../adapters/sealer/ecdsa.ts';
import { openPkcs11Door } from '../adapters/sealer/pkcs11-door.ts';
import type { KeyKind, Pkcs11Token } from '../adapters/sealer/pkcs11-orders.ts';
import type { SealAlgorithm } from '../ports/sealer.ts';
import { digestOf, nodeName } from '../sealing/algorithms.ts';

/** The key a ceremony is about, wherever it is kept. `close` gives up what holds it. */
export type SealingKey = {
  publicKey: KeyObject;
  /** ECDSA as DER, RSA by PKCS#1 v1.5, which every authority reads in a request. */
  sign(algorithm: SealAlgorithm, data: Bytes): Promise<Bytes>;
  /** Only of a key that is to lie in a file. */
  privateKey: KeyObject | undefined;
  token: Pkcs11Token | undefined;
  close(): void;
};

export type HardwarePlace = { module: string; token: string; label: string };

export const fileKey = (kind: KeyKind): SealingKey => {
  if (kind !== 'P-256' && kind !== 'P-384') throw new Error('Ein Schlüssel in einer Datei ist P-256 oder P-384.');
  return keyInFile(generateKeyPairSync('ec', { namedCurve: kind }).privateKey);
};

/** Throws one sentence where the password is not the one of the file. */
export function openFileKey(pem: string, password: string): SealingKey {
  try {
    return keyInFile(createPrivateKey({ key: pem, passphrase: password }));
  } catch {
    throw new Error('Die beiden Hälften öffnen den Schlüssel nicht.');
  }
}

function keyInFile(privateKey: KeyObject): SealingKey {
  return {
    publicKey: createPublicKey(privateKey),
    sign: async ({ hash }, data) => new Uint8Array(sign(nodeName(hash), data, privateKey)),
    privateKey,
    token: undefined,
    close: () => {},
  };
}

/** Makes the key in the hardware, or finds the one made there. */
export async function hardwareKey(
  { label, ...place }: HardwarePlace,
  pin: string,
  which: { make: KeyKind } | { publicKey: KeyObject },
): Promise<SealingKey> {
  const door = openPkcs11Door({ ...place, pin, seconds: 120, restSeconds: 0 });
  try {
    const token = await door.ask('describe', {});
    const publicKey =
      'publicKey' in which
        ? which.publicKey
        : createPublicKey({
            key: Buffer.from(await door.ask('make-key', { label, kind: which.make })),
            format: 'der',
            type: 'spki',
          });
    await door.ask('find-key', { label });
    const signWith = async (algorithm: SealAlgorithm, data: Bytes) => {
      const raw = await door.ask('sign', { algorithm, digest: digestOf(algorithm.hash, data) });
      return algorithm.signature === 'ECDSA' ? ecdsaDer(raw) : raw;
    };
    return { publicKey, sign: signWith, privateKey: undefined, token, close: door.close };
  } catch (cause) {
    door.close();
    throw cause;
  }
}

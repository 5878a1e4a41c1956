import type { Bytes } from '../../../shared/base/bytes.ts';
import type { SealAlgorithm } from '../../ports/sealer.ts';

/** What the office says to the process that holds the hardware module, and what that answers. Plain data. */
export type Pkcs11Place = {
  /** The manufacturer's library, `/usr/lib/softhsm/libsofthsm2.so`. */
  module: string;
  /** The token's label. */
  token: string;
};

export type KeyKind = 'P-256' | 'P-384' | 'RSA-3072' | 'RSA-4096';

export type Pkcs11Orders = {
  /** Loads the library, opens the token and signs in. Everything else comes after it. */
  open: { order: Pkcs11Place & { pin: string }; answer: true };
  /** What the module and its token call themselves. */
  describe: { order: object; answer: Pkcs11Token };
  /** Finds the one private key with this label, and the certificates that lie beside it. */
  'find-key': { order: { label: string }; answer: { kind: 'EC' | 'RSA'; certificates: readonly Bytes[] } };
  /** Signs with the key that was found: r and s for ECDSA, the raw signature for RSA. */
  sign: { order: { algorithm: SealAlgorithm; digest: Bytes }; answer: Bytes };
  /** Makes a key that never leaves the token; the public half as SubjectPublicKeyInfo. Refuses a label in use. */
  'make-key': { order: { label: string; kind: KeyKind }; answer: Bytes };
};

/** As the module names itself and its token: for the protocol of a key ceremony. */
export type Pkcs11Token = {
  module: string;
  moduleVersion: string;
  token: string;
  model: string;
  serialNumber: string;
  firmware: string;
};

export type Pkcs11Message = {
  [Name in keyof Pkcs11Orders]: { number: number; name: Name; order: Pkcs11Orders[Name]['order'] };
}[keyof Pkcs11Orders];

export type Pkcs11Reply = { number: number } & (
  | { answer: unknown }
  | { problem: { code: Pkcs11Problem['code']; words: string } }
);

/** Why the module did not do it. Only `unreachable` is worth another try. */
export class Pkcs11Problem extends Error {
  readonly code: 'unreachable' | 'pin' | 'set-up';
  constructor(code: Pkcs11Problem['code'], words: string) {
    super(words);
    this.code = code;
  }
}

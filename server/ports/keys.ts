import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * The office's own keys. They wrap the key of each case (AES-256) and open what tablets encrypt to the office.
 * The keys themselves never leave the port.
 */
export type Keys = {
  /** Wraps 32 bytes; the text names the key that wrapped it, so an older one still opens. */
  wrap(caseKey: Bytes): Promise<string>;
  /** Throws a plain Error where the text was not made by `wrap` or its key is gone. */
  unwrap(wrapped: string): Promise<Bytes>;
  /** The public half of the office's key agreement pair (ECDH P-256), as tablets get it at pairing. */
  publicKey(): Promise<{ kid: string; kty: 'EC'; crv: 'P-256'; x: string; y: string }>;
};

import { fromHex, sha256Hex } from '../base/bytes.ts';
import type { ServiceDefinition } from '../forms/definition.ts';
import { canonicalBytes } from './canonical.ts';
import type { Declaration } from './declaration.ts';

/** SHA-256 of the canonical form, 64 hex digits: what every act confirms. */
export const hashDeclaration = (declaration: Declaration): Promise<string> => hashOf(declaration);

/** SHA-256 of the canonical definition, so that years later everybody can tell which form was filled in. */
export const hashDefinition = (definition: ServiceDefinition): Promise<string> => hashOf(definition);

export const hashOf = async (value: unknown): Promise<string> => sha256Hex(canonicalBytes(value));

/**
 * The Vergleichscode: the first 40 bits of the hash in Crockford's base 32, `XXXX-XXXX`. People compare it by eye
 * between tablet, desk and paper; it is a help, not a security boundary.
 */
export function comparingCode(declarationHash: string): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let bits = 0n;
  for (const byte of fromHex(declarationHash.slice(0, 10))) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: 8 }, (_, place) => alphabet[Number((bits >> BigInt(35 - 5 * place)) & 31n)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

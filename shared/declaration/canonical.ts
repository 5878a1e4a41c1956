import canonicalize from 'canonicalize';
import { type Bytes, utf8 } from '../base/bytes.ts';

/**
 * The canonical form of everything that is hashed: strings in Unicode NFC, then RFC 8785 (JCS).
 * Two devices that mean the same write the same characters.
 */
export function canonical(value: unknown): string {
  const text = canonicalize(normalized(value));
  if (text === undefined) throw new Error('nothing to write down');
  return text;
}

export const canonicalBytes = (value: unknown): Bytes => utf8(canonical(value));

function normalized(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normalized);
  if (value === null || typeof value !== 'object') return value;
  // A null prototype: a key called `__proto__` stays a key.
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, part] of Object.entries(value)) copy[key.normalize('NFC')] = normalized(part);
  return copy;
}

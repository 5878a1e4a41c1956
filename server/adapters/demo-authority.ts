import { type KeyObject, randomBytes } from 'node:crypto';
import type { Bytes } from '../../shared/base/bytes.ts';
import { issueCrl, type Issuer } from '../sealing/issue.ts';

/** What the demo office's two authorities, of the seal and of the time, have in common. */

/** A positive number of 126 random bits. */
export function serialNumber(): Bytes {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

export const pkcs8 = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

/** A list of this moment that holds nobody. */
export function emptyList(issuer: Issuer, thisUpdate: Date): Bytes {
  const nextUpdate = new Date(thisUpdate.getTime() + listDays * dayMs);
  // The time is the number: it only grows, and no state has to be kept.
  return issueCrl({ issuer, number: Math.floor(thisUpdate.getTime() / 1000), thisUpdate, nextUpdate });
}

export const dayMs = 24 * 60 * 60 * 1000;
const listDays = 7;

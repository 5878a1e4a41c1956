import { hash } from 'node:crypto';
import { toBase64Url } from '../shared/base/bytes.ts';
import { makeUuidV7 } from '../shared/base/ids.ts';
import type { Office } from './context.ts';

/** Capability tokens: 128 random bits that only their holder knows. The database has the hash. */
export const makeToken = (office: Pick<Office, 'randomBytes'>): string => toBase64Url(office.randomBytes(16));

/** At once, unlike Web Crypto: every request is asked for its session, and a turn through the thread pool costs more. */
export const hashToken = (token: string): string => hash('sha256', token, 'hex');

/** An id that sorts by the moment it was made. */
export const makeId = (office: Pick<Office, 'now' | 'randomBytes'>): string =>
  makeUuidV7(office.now(), office.randomBytes(10));

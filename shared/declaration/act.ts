import { CompactSign, type CryptoKey, calculateJwkThumbprint, compactVerify, type JWK } from 'jose';
import * as v from 'valibot';
import { utf8 } from '../base/bytes.ts';
import { isInstant } from '../base/instant.ts';
import { canonical } from './canonical.ts';
import { hashOf } from './hash.ts';

/**
 * The Bestätigung: one citizen's confirmation of one declaration, signed by the device it was given on. A compact
 * JWS (RFC 7515) that carries its public key, so that the file alone is enough to check it (signing.md 4).
 */
export type Act = v.InferOutput<typeof ActPayload>;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const ActPayload = v.strictObject({
  schema: v.literal('schalter/act@1'),
  actId: v.pipe(v.string(), v.uuid()),
  caseId: v.pipe(v.string(), v.uuid()),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  declarationHash: hash,
  /** The signer's id in the declaration. */
  signer: v.string(),
  method: v.picklist(['drawn', 'confirmed', 'mark']),
  /** Of the drawing; with the methods `drawn` and `mark`. */
  drawingHash: v.optional(hash),
  /** Ids of the sections whose end was seen, heard or ticked; no reading times. */
  sectionsSeen: v.array(v.string()),
  /** The server's, from the lease. Missing only in a case that was opened without the server. */
  challenge: v.optional(v.string()),
  /** The tablet's clock. */
  capturedAt: v.pipe(v.string(), v.check(isInstant)),
  /** Milliseconds the tablet's clock was ahead of the server's when they last spoke. */
  clockOffset: v.optional(v.pipe(v.number(), v.integer())),
  offline: v.boolean(),
  appVersion: v.string(),
});

const ActHeader = v.strictObject({
  alg: v.literal('ES256'),
  typ: v.literal('schalter-act+jwt'),
  kid: v.string(),
  jwk: v.strictObject({ kty: v.literal('EC'), crv: v.literal('P-256'), x: v.string(), y: v.string() }),
});

/** Signs an act with the device's key. The payload is written canonically, so the same act has the same bytes. */
export async function signAct(act: Act, key: { privateKey: CryptoKey; publicJwk: JWK }): Promise<string> {
  const jwk = { kty: 'EC', crv: 'P-256', x: key.publicJwk.x ?? '', y: key.publicJwk.y ?? '' };
  return new CompactSign(utf8(canonical(act)))
    .setProtectedHeader({ alg: 'ES256', typ: 'schalter-act+jwt', jwk, kid: await calculateJwkThumbprint(jwk) })
    .sign(key.privateKey);
}

export type ReadAct =
  | { ok: true; act: Act; thumbprint: string }
  | {
      ok: false;
      because: 'not-a-jws' | 'header-unknown' | 'thumbprint-differs' | 'signature-wrong' | 'payload-unknown';
    };

/** Reads an act and checks everything the JWS can say about itself. Never throws, whatever the text is. */
export async function readAct(jws: string): Promise<ReadAct> {
  const header = v.safeParse(ActHeader, protectedHeader(jws));
  if (!header.success) return { ok: false, because: jws.split('.').length === 3 ? 'header-unknown' : 'not-a-jws' };
  const { jwk, kid } = header.output;
  try {
    if ((await calculateJwkThumbprint(jwk)) !== kid) return { ok: false, because: 'thumbprint-differs' };
    const { payload } = await compactVerify(jws, jwk, { algorithms: ['ES256'] });
    const act = v.safeParse(ActPayload, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)));
    return act.success ? { ok: true, act: act.output, thumbprint: kid } : { ok: false, because: 'payload-unknown' };
  } catch (error) {
    return { ok: false, because: error instanceof SyntaxError ? 'payload-unknown' : 'signature-wrong' };
  }
}

/** What makes a repeated act the same act: the hash of its payload, whatever signature was made over it. */
export const hashAct = (act: Act): Promise<string> => hashOf(act);

function protectedHeader(jws: string): unknown {
  try {
    const part = (jws.split('.')[0] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (char) => char.charCodeAt(0))));
  } catch {
    return undefined;
  }
}

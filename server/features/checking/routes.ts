import { Hono } from 'hono';
import * as v from 'valibot';
import { toBase64 } from '../../../shared/base/bytes.ts';
import { limits } from '../../../shared/base/limits.ts';
import { CheckCode, CodeAnswer } from '../../../shared/wire/checking.ts';
import { anchorsOf } from '../../anchors.ts';
import type { OfficeEnv } from '../../context.ts';
import { answers, body, only } from '../../http.ts';
import { limitedAlways } from '../../rate-limit.ts';
import { checkCode } from './codes.ts';

const Pem = v.array(v.string());

/** What a browser needs to check a document by itself: roots and lists of revoked certificates, as PEM. */
export const Anchors = v.object({ seal: Pem, timestamps: Pem, crls: Pem });

/**
 * What anybody may ask. A file is checked in the visitor's browser and never uploaded; its anchors come from here, not
 * from it. A code comes in a body, so that no log has it, and every question counts, so that the answer to a wrong one
 * takes no other way than the answer to a right one.
 */
export const checkingRoutes = new Hono<OfficeEnv>()
  .get(
    '/anchors',
    only('anyone'),
    answers('What documents of this office are checked against', 200, Anchors),
    async (c) => {
      const { seal, timestamps, crls } = await anchorsOf(c.var.office);
      const pem = (label: string, all: readonly Uint8Array[]) => all.map((der) => toPem(label, der));
      const anchors = {
        seal: pem('CERTIFICATE', seal),
        timestamps: pem('CERTIFICATE', timestamps),
        crls: pem('X509 CRL', crls),
      };
      return c.json(anchors, 200);
    },
  )
  .post(
    '/codes',
    only('anyone'),
    limitedAlways({
      what: 'authenticity-code',
      tries: limits.authenticityCodeTries,
      seconds: limits.authenticityCodeTriesSeconds,
    }),
    body(CheckCode),
    answers('Whether a certificate with this code is genuine', 200, CodeAnswer),
    async (c) => c.json(await checkCode(c.var.office, c.req.valid('json').code), 200),
  );

/** RFC 7468 § 2. */
const toPem = (label: string, der: Uint8Array): string =>
  [`-----BEGIN ${label}-----`, ...(toBase64(der).match(/.{1,64}/g) ?? []), `-----END ${label}-----`, ''].join('\n');

import { Hono } from 'hono';
import * as v from 'valibot';
import { toBase64 } from '../../../shared/base/bytes.ts';
import type { OfficeEnv } from '../../context.ts';
import { answers, only } from '../../http.ts';

const Pem = v.array(v.string());

/** What a browser needs to check a document by itself: roots and lists of revoked certificates, as PEM. */
export const Anchors = v.object({ seal: Pem, timestamps: Pem, crls: Pem });

/** Checking happens in the visitor's browser; the file is never uploaded. The anchors come from here, not from it. */
export const checkingRoutes = new Hono<OfficeEnv>().get(
  '/anchors',
  only('anyone'),
  answers('What documents of this office are checked against', 200, Anchors),
  async (c) => {
    const { seal, timestamps, crls } = await c.var.office.sealer.anchors();
    const pem = (label: string, all: readonly Uint8Array[]) => all.map((der) => toPem(label, der));
    const anchors = {
      seal: pem('CERTIFICATE', seal),
      timestamps: pem('CERTIFICATE', timestamps),
      crls: pem('X509 CRL', crls),
    };
    return c.json(anchors, 200);
  },
);

/** RFC 7468 § 2. */
const toPem = (label: string, der: Uint8Array): string =>
  [`-----BEGIN ${label}-----`, ...(toBase64(der).match(/.{1,64}/g) ?? []), `-----END ${label}-----`, ''].join('\n');

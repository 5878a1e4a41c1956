import { fromBase64 } from '../../../../shared/base/bytes.ts';
import type { Report } from '../../../../shared/verifying/report.ts';
import { verify } from '../../../../shared/verifying/verify.ts';
import { call, makeApi } from '../../../kit/api.ts';

/** A document larger than this is none of ours; reading it would only make the phone slow. Bytes. */
export const largestFile = 30 * 1024 * 1024;

/**
 * Checks a file in this browser. The anchors come from the office's own address, never from beside the file; the
 * file goes nowhere. Throws `ProblemError` where the office cannot be asked.
 */
export async function checkFile(file: File): Promise<Report> {
  const api = makeApi(location.origin);
  const [bytes, anchors] = await Promise.all([
    file.arrayBuffer(),
    call(() => api.api.checking.anchors.$get(), { repeat: 'safe' }),
  ]);
  return verify(new Uint8Array(bytes), {
    sealAnchors: anchors.seal.map(fromPem),
    tsaAnchors: anchors.timestamps.map(fromPem),
    revocation: anchors.crls.map(fromPem),
    at: new Date(),
  });
}

/** RFC 7468: what stands between the lines that begin with dashes. */
const fromPem = (pem: string) => fromBase64(pem.replace(/-----[^-]+-----|\s/g, ''));

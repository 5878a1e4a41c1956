import { type Bytes, fromBase64 } from '../base/bytes.ts';

/** Certificates and lists as people keep them: DER as it is, or any number of PEM blocks with text between (RFC 7468). */
export function derBlocks(bytes: Bytes): readonly Bytes[] {
  if (bytes[0] === 0x30) return [bytes];
  const text = new TextDecoder().decode(bytes);
  return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g)].map(([, , body = '']) =>
    fromBase64(body.replaceAll(/\s/g, '')),
  );
}

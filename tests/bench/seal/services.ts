import { createPrivateKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fromBase64 } from '../../../shared/base/bytes.ts';
import { issueCrl } from '../../../server/sealing/issue.ts';
import { answerTimestampRequest } from '../../../server/sealing/issue-timestamp.ts';

/**
 * The outside world of a measurement, in a process of its own so that its work is not counted: a time stamp service at
 * `/tsa` and the list of the authority at `/list.crl`. Says one line once it is open, and lives until it is ended.
 * Run with a file of JSON: `{ port, key, certificate, policy, issuer: { name, key } }`, keys as PEM, the rest base64.
 */
type Given = { port: number; key: string; certificate: string; policy: string; issuer: { name: string; key: string } };
// Our own measurement wrote it a moment ago.
const given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Given;
const authority = {
  key: createPrivateKey(given.key),
  certificate: fromBase64(given.certificate),
  chain: [],
  policy: given.policy,
};
const issuer = { name: fromBase64(given.issuer.name), key: createPrivateKey(given.issuer.key) };

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const at = new Date();
    if (request.url === '/list.crl') {
      const nextUpdate = new Date(at.getTime() + 86_400_000);
      const list = issueCrl({ issuer, number: at.getTime(), thisUpdate: at, nextUpdate });
      response.writeHead(200, { 'Content-Type': 'application/pkix-crl' }).end(list);
      return;
    }
    const asked = new Uint8Array(Buffer.concat(parts));
    const serialNumber = new Uint8Array([1, ...randomBytes(8)]);
    const answer = answerTimestampRequest(asked, authority, { at, serialNumber });
    response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' }).end(answer);
  });
});
server.listen(given.port, '127.0.0.1', () => console.log('open'));

import { generateKeyPairSync, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bytes, toHex, utf8 } from '../../../shared/base/bytes.ts';
import { derTags, parseDer, sequenceOf } from '../../../shared/verifying/der.ts';
import { verify } from '../../../shared/verifying/verify.ts';
import { bringCase, type Counter, startCounter } from '../../../tests/support/counter.ts';
import { type SmallServer, startSmallServer } from '../../../tests/support/small-server.ts';
import { makeHttpRevocation } from '../../adapters/revocation/http.ts';
import { sealWith } from '../../adapters/sealer/key-in-memory.ts';
import { openHttpTimestamps } from '../../adapters/timestamps/http.ts';
import { writeAnchors } from '../../sealing/anchors-folder.ts';
import { element, oid, sequence } from '../../sealing/der.ts';
import { distinguishedName, extension, issueCertificate } from '../../sealing/issue.ts';
import { issueOcsp } from '../../sealing/issue-ocsp.ts';
import { answerTimestampRequest } from '../../sealing/issue-timestamp.ts';

/** A city's office: its own seal, a time stamp service and an OCSP responder, all of them over the network. */
const folder = mkdtempSync(join(tmpdir(), 'schalter-online-'));
const start = new Date('2026-11-23T09:00:00.000Z');
let counter: Counter | undefined;
const now = () => counter?.office.now() ?? start;
const rootKeys = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const issuer = { name: nameOf('Wurzel'), key: rootKeys.privateKey };
const root = certify(issuer.name, rootKeys.publicKey, 'root');
const responderKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const responder = certify(nameOf('Auskunft'), responderKeys.publicKey, 'ocsp');
const issued: Bytes[] = [];
let server: SmallServer;

beforeAll(async () => {
  server = await startSmallServer(({ path, body }) => (path === '/tsa' ? stamp(body) : tell(body)));
  const asksAt = extension(
    '1.3.6.1.5.5.7.1.1',
    sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), element(0x86, [utf8(`${server.url}ocsp`)]))),
  );
  const [sealKeys, timeKeys] = [keys(), keys()];
  const seal = certify(nameOf('Siegel'), sealKeys.publicKey, 'seal', [asksAt]);
  const time = certify(nameOf('Zeit'), timeKeys.publicKey, 'timestamps', [asksAt]);
  issued.push(seal, time);
  authority = { key: timeKeys.privateKey, certificate: time, chain: [], policy: '1.2.3.4' };
  const anchors = { seal: [root], timestamps: [root], crls: [] };
  await writeAnchors(folder, anchors);
  const [hosts, privateHosts] = [[server.host], [server.host]];
  counter = await startCounter({
    sealer: sealWith({ key: sealKeys.privateKey, certificates: [new X509Certificate(seal)] }, now, async () => anchors),
    timestamps: await openHttpTimestamps({
      urls: [`${server.url}tsa`],
      privateHosts,
      anchorsFolder: folder,
      policies: ['1.2.3.4'],
      now,
    }),
    revocation: makeHttpRevocation({ hosts, privateHosts, now }),
  });
});
afterAll(async () => {
  await counter?.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

let authority: Parameters<typeof answerTimestampRequest>[1];
const stamp = (request: Bytes) => ({
  type: 'application/timestamp-reply',
  body: answerTimestampRequest(request, authority, { at: now(), serialNumber: new Uint8Array([1, ...randomBytes(8)]) }),
});

/** Good, for whatever was issued; by a responder that the root appointed. */
function tell(request: Bytes) {
  const [list, extensions] = sequenceOf(sequenceOf(parseDer(request))[0]);
  const serial = sequenceOf(sequenceOf(sequenceOf(list)[0])[0])[3]?.body ?? new Uint8Array();
  const certificate = issued.find((der) => toHex(der).includes(toHex(serial))) ?? root;
  const [, nonce] = sequenceOf(sequenceOf(extensions && parseDer(extensions.body))[0]);
  const body = issueOcsp({
    answers: [
      {
        certificate,
        issuer: root,
        status: 'good',
        thisUpdate: now(),
        nextUpdate: new Date(now().getTime() + 3_600_000),
      },
    ],
    responder: { key: responderKeys.privateKey, certificate: responder },
    producedAt: now(),
    certificates: [responder],
    nonce: parseDer(nonce?.body ?? new Uint8Array(), derTags.octetString).body,
  });
  return { type: 'application/ocsp-response', body };
}

test('a document reaches its highest level with OCSP answers, and years later needs nothing but its roots', async () => {
  if (!counter) throw new Error('the office is open');
  const caseId = await bringCase(counter, 'accepted');
  await counter.work();
  const [row] = await counter.sql<{ id: string; level: string; problem: string | null }[]>`
    select document_id as id, level, problem from documents where case_id = ${caseId} and kind = 'declaration'`;
  expect(row).toMatchObject({ level: 'B-LTA', problem: null });
  const file = await counter.clerkBrowser.fetch(`/api/documents/${row?.id}`);
  const pdf = new Uint8Array(await file.arrayBuffer());
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/OCSPs/);
  const report = await verify(pdf, {
    sealAnchors: [root],
    tsaAnchors: [root],
    revocation: [],
    at: new Date('2029-01-01T00:00:00Z'),
  });
  expect(report.reasons).toEqual([]);
  expect([report.verdict, report.seal?.level]).toEqual(['TOTAL-PASSED', 'B-LTA']);
});

function keys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function nameOf(commonName: string): Bytes {
  return distinguishedName({ organisation: 'Prüfstadt', commonName });
}

function certify(
  subject: Bytes,
  publicKey: KeyObject,
  use: 'root' | 'seal' | 'timestamps' | 'ocsp',
  more: readonly Bytes[] = [],
): Bytes {
  return issueCertificate({
    subject,
    publicKey,
    issuer,
    use,
    serialNumber: new Uint8Array([0x5a, ...randomBytes(11)]),
    notBefore: new Date(start.getTime() - 86_400_000),
    notAfter: new Date(start.getTime() + 5 * 365 * 86_400_000),
    more,
  });
}

import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, toHex, utf8 } from '../base/bytes.ts';
import { issueOcspRefusal } from '../../server/sealing/issue-ocsp.ts';
import { makeCa, makeKey, makeOcsp, makeSubCa } from '../../tests/support/test-pki.ts';
import { parseCertificate } from './certificate.ts';
import { checkOcsp, type OcspProblem } from './ocsp-check.ts';

const ca = makeCa();
const key = makeKey(ca);
const responder = makeKey(ca, 'ocsp');
const at = new Date('2026-11-23T09:00:00Z');
const question = { certificate: parseCertificate(key.certificate), issuer: parseCertificate(ca.certificate), at };

describe('an answer', () => {
  test.for<[string, Parameters<typeof makeOcsp>[2]]>([
    ['of the issuer itself', {}],
    ['of a responder the issuer appointed', { by: responder }],
    ['that names the responder by its name', { by: responder, namedBy: 'name' }],
    ['that names the certificate by SHA-256', { idHash: 'SHA-256' }],
    ['that holds until some time', { nextUpdate: new Date('2026-11-23T10:00:00Z') }],
  ])('%s is believed', async ([, options]) => {
    const finding = await checkOcsp(makeOcsp(ca, key.certificate, options), question);
    expect(finding).toMatchObject({ status: 'good', statement: { isResponderToCheck: false } });
  });

  test('says since when and why a certificate is revoked', async () => {
    const revokedAt = new Date('2026-11-22T00:00:00Z');
    const finding = await checkOcsp(makeOcsp(ca, key.certificate, { status: { revokedAt, reason: 1 } }), question);
    expect(finding).toMatchObject({ status: 'revoked', revokedAt: revokedAt.getTime(), reason: 1 });
  });

  test('may know nothing of a certificate', async () => {
    expect(await checkOcsp(makeOcsp(ca, key.certificate, { status: 'unknown' }), question)).toMatchObject({
      status: 'unknown',
    });
  });

  test('brings the nonce of the question back', async () => {
    const finding = await checkOcsp(makeOcsp(ca, key.certificate, { nonce: utf8('0123456789abcdef') }), question);
    expect(finding).toMatchObject({ nonce: utf8('0123456789abcdef') });
  });

  test('is found when the responder is known from elsewhere', async () => {
    const bare = makeOcsp(ca, key.certificate, { by: responder, certificates: [] });
    expect(await checkOcsp(bare, question)).toEqual({ status: 'unusable', because: 'responder-unknown' });
    const beside = [parseCertificate(responder.certificate)];
    expect(await checkOcsp(bare, { ...question, beside })).toMatchObject({ status: 'good' });
  });
});

const stranger = makeCa('Fremde CA');
const sub = makeSubCa(ca);
const subKey = makeKey(sub);
const aboutSub = { certificate: parseCertificate(subKey.certificate), issuer: parseCertificate(sub.certificate) };
const unusable: Record<string, [because: OcspProblem, make: () => Bytes, about?: typeof aboutSub]> = {
  'that is no answer': ['malformed', () => utf8('x')],
  'that is cut off': ['malformed', () => makeOcsp(ca, key.certificate).slice(0, -1)],
  'that says to come back later': ['tryLater', () => issueOcspRefusal(3)],
  'that refuses who asks': ['unauthorized', () => issueOcspRefusal(6)],
  'about another certificate': ['other-certificate', () => makeOcsp(ca, makeKey(ca).certificate)],
  'of another issuer about the same number': ['other-certificate', () => makeOcsp(stranger, key.certificate)],
  'that says two things of one certificate': ['other-certificate', twice],
  'by a stranger': [
    'responder-unknown',
    () => makeOcsp(ca, key.certificate, { by: asKey(stranger), certificates: [] }),
  ],
  'by a responder of another issuer': [
    'responder-not-authorised',
    () => makeOcsp(ca, key.certificate, { by: makeKey(stranger, 'ocsp') }),
  ],
  'by a responder the issuer above appointed': [
    'responder-not-authorised',
    () => makeOcsp(sub, subKey.certificate, { by: responder }),
    aboutSub,
  ],
  'by a key that is not made for it': [
    'responder-not-authorised',
    () => makeOcsp(ca, key.certificate, { by: makeKey(ca, 'seal') }),
  ],
  'by a responder whose certificate had expired': [
    'responder-not-valid',
    () => makeOcsp(ca, key.certificate, { by: makeKey(ca, 'ocsp', { notAfter: new Date('2026-11-01T00:00:00Z') }) }),
  ],
  'whose signature is wrong': ['signature-wrong', () => flipped(makeOcsp(ca, key.certificate), -1)],
  'from tomorrow': ['from-the-future', () => makeOcsp(ca, key.certificate, { thisUpdate: dayAfter(1) })],
  'that held until yesterday': [
    'stale',
    () => makeOcsp(ca, key.certificate, { thisUpdate: dayAfter(-3), nextUpdate: dayAfter(-1) }),
  ],
  'of the day before yesterday that does not say until when': [
    'stale',
    () => makeOcsp(ca, key.certificate, { thisUpdate: dayAfter(-2) }),
  ],
};

describe('an answer proves nothing', () => {
  test.for(Object.entries(unusable))('%s', async ([, [because, make, about]]) => {
    expect(await checkOcsp(make(), { ...question, ...about })).toEqual({ status: 'unusable', because });
  });

  test('after any byte of it was changed', { timeout: 60_000 }, async () => {
    const good = makeOcsp(ca, key.certificate);
    const believed: number[] = [];
    for (const place of good.keys()) {
      const finding = await checkOcsp(flipped(good, place), question);
      if (finding.status !== 'unusable') believed.push(place);
    }
    expect(believed).toEqual([]);
  });

  test('where it is any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const finding = await checkOcsp(new Uint8Array(bytes), question);
        return finding.status === 'unusable';
      }),
    );
  });
});

describe('OpenSSL', () => {
  test('answers what we understand', async () => {
    await inFolder(async (path) => {
      writeFileSync(path('responder.pem'), new X509Certificate(responder.certificate).toString());
      writeFileSync(path('responder.key'), responder.key.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
      const serial = toHex(key.serialNumber).toUpperCase();
      const ask = async (state: string) => {
        writeFileSync(path('index.txt'), `${state}\t${serial}\tunknown\t/CN=x\n`);
        ocsp('-issuer', path('ca.pem'), '-cert', path('leaf.pem'), '-reqout', path('request'));
        const store = ['-index', path('index.txt'), '-CA', path('ca.pem'), '-ndays', '1'];
        const by = ['-rsigner', path('responder.pem'), '-rkey', path('responder.key')];
        ocsp(...store, ...by, '-reqin', path('request'), '-respout', path('answer'));
        return checkOcsp(new Uint8Array(readFileSync(path('answer'))), { ...question, at: new Date() });
      };
      expect(await ask('V\t290101000000Z\t')).toMatchObject({ status: 'good', nonce: expect.any(Uint8Array) });
      expect(await ask('R\t290101000000Z\t261122000000Z,keyCompromise')).toMatchObject({
        status: 'revoked',
        reason: 1,
      });
    });
  });

  test('understands what we answer', async () => {
    await inFolder(async (path) => {
      writeFileSync(path('answer'), makeOcsp(ca, key.certificate, { by: responder, nextUpdate: dayAfter(1) }));
      const subject = ['-respin', path('answer'), '-issuer', path('ca.pem'), '-cert', path('leaf.pem'), '-no_nonce'];
      const then = ['-attime', String(at.getTime() / 1000), '-validity_period', '999999999'];
      expect(ocsp(...subject, '-CAfile', path('ca.pem'), ...then)).toContain('leaf.pem: good');
    });
  });
});

const ocsp = (...args: readonly string[]): string =>
  execFileSync('openssl', ['ocsp', ...args], { stdio: 'pipe', encoding: 'utf8' });

/** A folder with the issuer and the certificate in question, for as long as `run` takes. */
async function inFolder(run: (path: (name: string) => string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ocsp-'));
  const path = (name: string) => join(folder, name);
  try {
    writeFileSync(path('ca.pem'), new X509Certificate(ca.certificate).toString());
    writeFileSync(path('leaf.pem'), new X509Certificate(key.certificate).toString());
    await run(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function twice(): Bytes {
  const entry = { certificate: key.certificate, issuer: ca.certificate, thisUpdate: at };
  const revoked = { ...entry, status: { revokedAt: at } };
  return makeOcsp(ca, key.certificate, { answers: [{ ...entry, status: 'good' }, revoked] });
}

const asKey = ({ certificate, issuer }: ReturnType<typeof makeCa>) => ({
  certificate,
  key: issuer.key,
  serialNumber: new Uint8Array(),
});
const dayAfter = (days: number): Date => new Date(at.getTime() + days * 86_400_000);

function flipped(bytes: Bytes, at: number): Bytes {
  const copy = bytes.slice();
  const place = at < 0 ? copy.length + at : at;
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}

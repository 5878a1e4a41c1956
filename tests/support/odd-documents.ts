import { generateKeyPairSync } from 'node:crypto';
import { type Bytes, utf8 } from '../../shared/base/bytes.ts';
import { canonicalBytes } from '../../shared/declaration/canonical.ts';
import { makeDrawing } from '../../shared/declaration/drawing.ts';
import { digestOf } from '../../server/sealing/algorithms.ts';
import { assembleCms, signedAttributes } from '../../server/sealing/cms.ts';
import { oid } from '../../server/sealing/der.ts';
import { finishDocumentTimestamp, prepareDocumentTimestamp } from '../../server/sealing/document-timestamp.ts';
import { appendDss } from '../../server/sealing/dss.ts';
import { distinguishedName } from '../../server/sealing/issue.ts';
import { withContent, withSigningTime, withTwoSigners } from './odd-cms.ts';
import { fill, sealDictionary } from './seal-by-hand.ts';
import {
  aboutForm,
  ca,
  document,
  key,
  type Making,
  sealed,
  stamped,
  type Subject,
  tsa,
  tsaCa,
} from './sealed-subject.ts';
import { type CaseChange, caseFiles, declaration, meldebestaetigung } from './sealed-case.ts';
import { fieldText, nextNumber, objectText, smallPdf } from './small-pdf.ts';
import { makeCa, makeCrl, makeKey, makeOcsp, makeToken, verifiedAt } from './test-pki.ts';
import type { ReasonCode } from '../../shared/verifying/reasons.ts';

/**
 * One document for each reason the verification knows, wrong in that one way and right in all others: for its tests, its
 * vectors, and as seeds for what is mutated.
 */
/** The reasons that are not about what was appended; those have documents of their own. */
export type OddReason = Exclude<ReasonCode, 'check-broke' | `increment-${string}`>;

export const oddDocuments: Readonly<Record<OddReason, Making>> = {
  'structure-unreadable': () => ({ pdf: utf8('Guten Tag') }),
  'content-active': () =>
    document({}, { more: (text) => text.replace(/>>$/, '/OpenAction << /S /JavaScript /JS (x) >> >>') }),
  'seal-missing': async () => ({ pdf: smallPdf(await caseFiles()) }),
  'seal-twice': () => sealed({ more: { 90: '<< /Type /Sig /Contents <00> /ByteRange [0 1 2 3] >>' } }),
  'seal-dictionary-odd': () =>
    sealed({ dictionary: (text) => text.replace('ETSI.CAdES.detached', 'adbe.pkcs7.detached') }),
  'seal-field-odd': () => sealed({ more: { 5: fieldText('Siegel', '/P 3 0 R') } }),
  'seal-not-certifying': () => sealed({ dictionary: (text) => text.replace('/P 1 ', '/P 2 ') }),
  'signature-referenced-oddly': referencedTwice,
  'ranges-overlapping': () => sealed({ range: ([a = 0, , c = 0, d = 0]) => [a, c + 10, c, d] }),
  'seal-range-odd': () => sealed({ range: ([a = 0, b = 0, c = 0, d = 0]) => [a, b - 1, c, d] }),
  'bytes-uncovered': () => sealed({ range: ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 1] }),
  'hole-not-upper-hex': async () => ({ pdf: inHole((await sealed()).pdf, (hex) => hex.toLowerCase()) }),
  'hole-padding': async () => ({ pdf: inHole((await sealed()).pdf, (hex) => `${hex.slice(0, -1)}1`) }),
  'digest-mismatch': async () => ({ pdf: replaced((await sealed()).pdf, '100 100 l', '100 101 l') }),
  'cms-malformed': () => sealed({ cms: () => new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x01]) }),
  'cms-wrapped': () => sealed({ cms: withContent }),
  'cms-signers': () => sealed({ cms: withTwoSigners }),
  'cms-attributes': () => sealed({ attributes: withSigningTime }),
  'cms-certificate-mismatch': () =>
    sealed({ attributes: (digest) => signedAttributes(digest, tsa.certificate, 'SHA-256') }),
  'cms-certificate-unused': () => sealed({ chain: [tsa.certificate] }),
  'algorithm-refused': () => sealed({ cms: (parts) => replacedBytes(assembleCms(parts), sha256Oid, sha224Oid) }),
  'key-too-weak': () => {
    const weak = makeKey(ca, 'seal', { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey });
    return sealed({ ...weak, algorithm: { signature: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } });
  },
  'signature-invalid': () => sealed({ forgeSignature: true }),
  'anchor-unknown': async () => ({ ...(await sealed()), trust: { sealAnchors: [tsaCa.certificate] } }),
  'chain-signature-invalid': () => {
    const certificate = key.certificate.slice();
    certificate[certificate.length - 1] = (certificate.at(-1) ?? 0) ^ 1;
    return sealed({ certificate });
  },
  'chain-invalid': () => {
    const issuer = makeKey(ca, 'seal', { key: generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey });
    const name = distinguishedName({ organisation: 'Stadt Leinfelden-Echterdingen', commonName: 'Siegel Bürgeramt' });
    const forged = makeKey({ certificate: issuer.certificate, issuer: { name, key: issuer.key } });
    return sealed({ ...forged, chain: [issuer.certificate] });
  },
  'certificate-purpose': () => sealed(makeKey(ca, 'timestamps')),
  'certificate-expired': async () => ({ ...(await sealed()), trust: { at: new Date('2031-01-01T00:00:00Z') } }),
  'seal-time-odd': () => sealed({ dictionary: (text) => text.replace('D:20261123', 'D:20261201') }),
  'certificate-not-yet-valid': async () => ({ ...(await sealed()), trust: { at: new Date('2025-01-01T00:00:00Z') } }),
  'revocation-missing': async () => ({ ...(await sealed()), trust: { revocation: [] } }),
  'revocation-stale': async () => ({
    ...(await sealed()),
    trust: { revocation: [makeCrl(ca, { nextUpdate: new Date('2026-11-23T12:00:00Z') })] },
  }),
  'revocation-older-than-signature': async () => ({
    ...(await stamped()),
    trust: { revocation: [makeCrl(ca, { nextUpdate: new Date('2026-11-23T08:00:00Z') }), makeCrl(tsaCa)] },
  }),
  'revocation-after-expiry': async () => {
    const short = makeKey(ca, 'seal', { notAfter: new Date('2026-11-23T10:00:00Z') });
    const late = makeCrl(ca, { thisUpdate: new Date('2026-11-23T12:00:00Z') });
    return { ...(await stamped(short)), trust: { revocation: [late, makeCrl(tsaCa)] } };
  },
  'revocation-unproven': async () => {
    const short = makeKey(ca, 'ocsp', { notAfter: new Date('2026-11-23T10:00:00Z') });
    const answer = makeOcsp(ca, key.certificate, { by: short });
    return { ...(await stamped()), trust: { revocation: [answer, makeCrl(tsaCa)] } };
  },
  'revocation-unknown': async () => ({
    ...(await sealed()),
    trust: { revocation: [makeOcsp(ca, key.certificate, { status: 'unknown', nextUpdate: verifiedAt })] },
  }),
  'revocation-unusable': async () => {
    const crl = makeCrl(ca);
    crl[crl.length - 1] = (crl.at(-1) ?? 0) ^ 1;
    return { ...(await sealed()), trust: { revocation: [crl] } };
  },
  'certificate-revoked': async () => ({
    ...(await sealed()),
    trust: { revocation: [revokedOn('2026-11-23T08:00:00Z')] },
  }),
  'certificate-revoked-without-proof': async () => ({
    ...(await sealed()),
    trust: { revocation: [revokedOn('2026-11-23T18:00:00Z')] },
  }),
  'timestamp-malformed': () =>
    sealed({ timestamp: (signature) => makeToken(tsa, digestOf('SHA-256', signature), { forgeSignature: true }) }),
  'timestamp-mismatch': () => sealed({ timestamp: () => makeToken(tsa, digestOf('SHA-256', utf8('other'))) }),
  'timestamp-purpose': () => stamped(key, makeKey(tsaCa, 'seal')),
  'timestamp-weak': () => stamped(key, makeKey(tsaCa, 'timestamps', { key: p224() })),
  'timestamp-certificate-odd': () =>
    sealed({
      timestamp: (signature) => makeToken(tsa, digestOf('SHA-256', signature), { beside: [makeKey(ca).certificate] }),
    }),
  'timestamp-expired': async () => ({ ...(await stamped()), trust: { at: new Date('2031-01-01T00:00:00Z') } }),
  'timestamp-revoked': async () => {
    const revoked = [{ serialNumber: tsa.serialNumber, at: new Date('2026-11-24T00:00:00Z') }];
    return { ...(await stamped()), trust: { revocation: [makeCrl(ca), makeCrl(tsaCa, { revoked })] } };
  },
  'timestamp-order': async () => {
    const { pdf } = await stamped();
    const prepared = await prepareDocumentTimestamp(pdf, 'SHA-256', 3000);
    const earlier = makeToken(tsa, prepared.imprint, { at: new Date('2026-11-23T08:00:00Z') });
    return { pdf: finishDocumentTimestamp(prepared, earlier) };
  },
  'timestamp-untrusted': async () => ({ ...(await stamped()), trust: { tsaAnchors: [ca.certificate] } }),
  'validation-data-unused': async () => {
    const stranger = makeCa('Fremde CA').certificate;
    return { pdf: await appendDss((await sealed()).pdf, { certificates: [stranger], crls: [], ocsps: [] }) };
  },
  'attachments-odd': () => document({}, { more: (text) => text.replace(/\/AF \[[^\]]*\]/, '/AF []') }),
  'attachment-unexpected': () => document({ files: (files) => ({ ...files, 'notes.txt': utf8('x') }) }),
  'attachment-missing': () => document({ files: lacking('evidence-at-seal.json') }),
  'document-unknown': () => document({ files: () => ({ 'notes.txt': utf8('x') }) }),
  'declaration-malformed': () => document({ files: (files) => ({ ...files, 'declaration.json': utf8('{}') }) }),
  'declaration-not-canonical': () =>
    document({ files: (files) => ({ ...files, 'declaration.json': utf8(JSON.stringify(declaration, null, 1)) }) }),
  'original-missing': () => document({ declaration: aboutForm(smallPdf({})) }),
  'original-mismatch': () =>
    document({
      declaration: aboutForm(smallPdf({})),
      files: (files) => ({ ...files, 'original.pdf': smallPdf({ 'x.txt': utf8('x') }) }),
    }),
  'act-malformed': () => document({ files: (files) => ({ ...files, 'act-1.jws': utf8('abc') }) }),
  'act-signature-invalid': () => document({ files: withForeignPayload }),
  'act-other-declaration': () => document({ act: (act) => ({ ...act, declarationHash: 'b'.repeat(64) }) }),
  'act-signer-unknown': () => document({ act: (act, number) => (number === 2 ? { ...act, signer: 'p9' } : act) }),
  'act-twice': () => document({ act: (act) => ({ ...act, signer: 'p1' }) }),
  'act-missing': () => document({ files: lacking('act-2.jws') }),
  'act-sections-unseen': () => document({ act: (act) => ({ ...act, sectionsSeen: ['home'] }) }),
  'drawing-missing': () => document({ files: lacking('drawing-1.json') }),
  'drawing-mismatch': () => {
    const other = canonicalBytes(
      makeDrawing([
        [
          [10, 10],
          [90, 90],
        ],
      ]),
    );
    return document({ files: (files) => ({ ...files, 'drawing-1.json': other }) });
  },
  'evidence-malformed': () => document({ files: (files) => ({ ...files, 'evidence-at-seal.json': utf8('{}') }) }),
  'evidence-broken': () => document({ entries: (entries) => entries.toSpliced(1, 1) }),
  'evidence-other-case': () => document({ files: withOtherCase }),
  'evidence-review-missing': () => document({ evidence: without('review-started') }),
  'evidence-act-missing': () => document({ evidence: without('confirmed') }),
  'evidence-act-voided': () =>
    document({
      evidence: (drafts) => {
        const { actId = '' } = drafts.find(({ event }) => event === 'confirmed')?.details ?? {};
        const last = drafts[0];
        return last ? [...drafts, { ...last, event: 'act-voided', details: { actId, revision: '1' } }] : drafts;
      },
    }),
  'evidence-device-unknown': () => document({ evidence: without('device-paired') }),
  'evidence-challenge-mismatch': () => document({ act: (act) => ({ ...act, challenge: 'b3RoZXI' }) }),
  'evidence-acceptance-missing': () => document({ evidence: without('accepted') }),
  'evidence-code-mismatch': () =>
    document({
      evidence: (drafts) =>
        drafts.map((draft) =>
          draft.event === 'review-started'
            ? { ...draft, details: { ...draft.details, comparingCode: '0000-0000' } }
            : draft,
        ),
    }),
  'certificate-content-malformed': () =>
    document({ files: () => ({ 'certificate.json': canonicalBytes({ ...meldebestaetigung, religion: 'rk' }) }) }),
};

const p224 = () => generateKeyPairSync('ec', { namedCurve: 'secp224r1' }).privateKey;

function inHole(pdf: Bytes, change: (hex: string) => string): Bytes {
  const text = Buffer.from(pdf).toString('latin1');
  return new Uint8Array(
    Buffer.from(
      text.replace(/(?<=\/Contents <)[0-9A-F]{9000,}(?=>)/, (hex) => change(hex)),
      'latin1',
    ),
  );
}

function replaced(pdf: Bytes, before: string, after: string): Bytes {
  return new Uint8Array(Buffer.from(Buffer.from(pdf).toString('latin1').replace(before, after), 'latin1'));
}

const sha256Oid = oid('2.16.840.1.101.3.4.2.1');
/** SHA-224: of the same family, no longer, and in no list of what is accepted. */
const sha224Oid = oid('2.16.840.1.101.3.4.2.4');

/** Every place of these bytes, with others as long. */
function replacedBytes(bytes: Bytes, before: Bytes, after: Bytes): Bytes {
  const [text, from, to] = [bytes, before, after].map((part) => Buffer.from(part).toString('latin1'));
  return new Uint8Array(Buffer.from((text ?? '').replaceAll(from ?? '', to ?? ''), 'latin1'));
}

const revokedOn = (at: string): Bytes =>
  makeCrl(ca, { revoked: [{ serialNumber: key.serialNumber, at: new Date(at) }] });

function withForeignPayload(files: Record<string, Bytes>): Record<string, Bytes> {
  const [first = '', second = ''] = ['act-1.jws', 'act-2.jws'].map((name) => new TextDecoder().decode(files[name]));
  const [header, , signature] = first.split('.');
  return { ...files, 'act-1.jws': utf8([header, second.split('.')[1], signature].join('.')) };
}

function withOtherCase(files: Record<string, Bytes>): Record<string, Bytes> {
  const text = new TextDecoder().decode(files['evidence-at-seal.json']);
  const evidence = { ...JSON.parse(text), caseId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d99' };
  return { ...files, 'evidence-at-seal.json': canonicalBytes(evidence) };
}

const lacking =
  (name: string): NonNullable<CaseChange['files']> =>
  (files) =>
    Object.fromEntries(Object.entries(files).filter(([each]) => each !== name));

const without =
  (event: string): NonNullable<CaseChange['evidence']> =>
  (drafts) =>
    drafts.filter((draft) => draft.event !== event);

/** Seal and document in one revision, and the information about the document leads to the seal, too. */
async function referencedTwice(): Promise<Subject> {
  const files = await caseFiles();
  const plain = smallPdf(files);
  const number = nextNumber(plain);
  const pdf = smallPdf(files, {
    1: objectText(plain, 1).replace(/>>$/, `/Perms << /DocMDP ${number} 0 R >> >>`),
    5: fieldText('Siegel', `/P 3 0 R /V ${number} 0 R`),
    7: `<< /Title (Anmeldung) /Author ${number} 0 R >>`,
    [number]: sealDictionary,
  });
  return { pdf: fill(pdf, key) };
}

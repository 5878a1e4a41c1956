import { fromBER, ObjectIdentifier, Sequence } from 'asn1js';
import { constants, createHash, type KeyObject, privateEncrypt, sign, verify } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bytes } from '../../shared/base/bytes.ts';
import { declarationJob } from '../../tests/support/sample-documents.ts';
import { makeTestPki, sealKinds } from '../../tests/support/pki.ts';
import type { SealAlgorithm } from '../ports/sealer.ts';
import { makeTypst } from '../typesetting/typst.ts';
import { nodeName } from './algorithms.ts';
import { completePdf } from './complete.ts';
import { finishSeal, prepareSeal, type PreparedSeal } from './seal.ts';

const at = new Date('2026-11-23T09:45:00Z');
const pki = makeTestPki(new Date('2026-11-01T00:00:00Z'), 365);
const holders = Object.entries(sealKinds).map(([kind, { algorithm, makeKey }]) => {
  const { privateKey, publicKey } = makeKey();
  return { kind, algorithm, privateKey, publicKey, leaf: pki.certify(`Siegel ${kind}`, publicKey, 'seal') };
});
const [holder] = holders;
if (!holder) throw new Error('no kind of key'); // The table above has four.

let completed: Bytes;
beforeAll(async () => {
  completed = await completePdf(makeTypst().typeset(declarationJob));
});

describe.for(holders)('a seal by $kind', ({ algorithm, leaf, privateKey, publicKey }) => {
  test('is signed by the key of its certificate, over the document without the hole', async () => {
    const prepared = await prepareSeal({ pdf: completed, leaf, chain: [pki.issuing], algorithm, at });
    const sealed = finishSeal(prepared, signed(prepared, privateKey));
    const { attributes, signature } = signerOf(cmsIn(sealed));
    expect(isValid(algorithm, publicKey, attributes, signature)).toBe(true);
    const [start, end] = [prepared.gap.start, prepared.gap.end];
    const content = createHash(nodeName(algorithm.hash)).update(sealed.subarray(0, start)).update(sealed.subarray(end));
    expect(Buffer.from(attributes).includes(content.digest())).toBe(true);
  });

  test('does not answer for a document of which one byte differs, wherever it is', async () => {
    const prepared = await prepareSeal({ pdf: completed, leaf, chain: [pki.issuing], algorithm, at });
    const sealed = finishSeal(prepared, signed(prepared, privateKey));
    const { start, end } = prepared.gap;
    const places = [0, 9, Math.floor(completed.length / 2), completed.length, start - 1, end, sealed.length - 1];
    for (const place of places) {
      const other = sealed.with(place, (sealed[place] ?? 0) ^ 1);
      const digest = createHash(nodeName(algorithm.hash)).update(other.subarray(0, start)).update(other.subarray(end));
      expect(Buffer.from(prepared.toBeSigned).includes(digest.digest())).toBe(false);
    }
  });

  test('fills the hole that was computed for it, but for what ECDSA varies', async () => {
    const prepared = await prepareSeal({ pdf: completed, leaf, chain: [pki.issuing], algorithm, at });
    const sealed = finishSeal(prepared, signed(prepared, privateKey));
    const room = (prepared.gap.end - prepared.gap.start - 2) / 2;
    expect(room - cmsIn(sealed).length).toBeLessThanOrEqual(algorithm.signature === 'ECDSA' ? 8 : 0);
  });
});

describe('the two phases', () => {
  test('a device that is given the digest alone makes the same seal as a key in a file', async () => {
    const rsa = holders.find(({ kind }) => kind === 'RSA PKCS#1') ?? holder;
    const { leaf, algorithm, privateKey } = rsa;
    const prepared = await prepareSeal({ pdf: completed, leaf, chain: [pki.issuing], algorithm, at });
    // What an HSM does with CKM_RSA_PKCS: DigestInfo (RFC 8017 § 9.2) around the digest, then the key.
    const digestInfo = Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), prepared.digest]);
    const byDevice = new Uint8Array(privateEncrypt(privateKey, digestInfo));
    expect(finishSeal(prepared, byDevice)).toEqual(finishSeal(prepared, signed(prepared, privateKey)));
  });

  test('what lies between them is plain data, which survives the way to another thread', async () => {
    const { leaf, algorithm, privateKey } = holder;
    const prepared = await prepareSeal({ pdf: completed, leaf, chain: [pki.issuing], algorithm, at });
    const signature = signed(prepared, privateKey);
    expect(finishSeal(structuredClone(prepared), signature)).toEqual(finishSeal(prepared, signature));
  });
});

describe('a sealed document', () => {
  test('begins with the bytes that were sealed', async () => {
    const sealed = await sealedBy(holder);
    expect(sealed.length).toBeGreaterThan(completed.length);
    expect(Buffer.compare(sealed.subarray(0, completed.length), completed)).toBe(0);
  });

  test('says in its byte range that everything but the hole is covered', async () => {
    const sealed = await sealedBy(holder);
    const [first, start, end, rest] = byteRangeOf(sealed);
    expect(first).toBe(0);
    expect(String.fromCharCode(sealed[start ?? 0] ?? 0, sealed[(end ?? 0) - 1] ?? 0)).toBe('<>');
    expect((end ?? 0) + (rest ?? 0)).toBe(sealed.length);
  });

  test('has a hole of upper-case hex with zeros behind it', async () => {
    const [, start = 0, end = 0] = byteRangeOf(await sealedBy(holder));
    const hole = Buffer.from((await sealedBy(holder)).subarray(start, end)).toString('latin1');
    expect(hole).toMatch(/^<[0-9A-F]+>$/);
  });

  test('certifies: no change is permitted, and the catalogue says so', async () => {
    const text = Buffer.from(await sealedBy(holder)).toString('latin1');
    expect(text).toMatch(/\/TransformMethod \/DocMDP\s+\/TransformParams <<\s+\/Type \/TransformParams\s+\/P 1\s/);
    expect(text).toMatch(/\/Perms <<\s+\/DocMDP \d+ 0 R/);
  });

  test('carries the time it claims in its dictionary only', async () => {
    expect(Buffer.from(await sealedBy(holder)).toString('latin1')).toContain('/M (D:20261123094500Z)');
  });

  test('is not sealed twice', async () => {
    const { leaf, algorithm } = holder;
    const again = prepareSeal({ pdf: await sealedBy(holder), leaf, chain: [], algorithm, at });
    await expect(again).rejects.toThrow('already sealed');
  });

  test('keeps the room it was told for a time stamp', async () => {
    const { leaf, algorithm } = holder;
    const how = { pdf: completed, leaf, chain: [], algorithm, at };
    const [without, roomy] = [await prepareSeal(how), await prepareSeal({ ...how, timestampBytes: 4000 })];
    const size = ({ gap }: PreparedSeal) => (gap.end - gap.start) / 2;
    expect(size(roomy) - size(without)).toBeGreaterThan(4000);
    expect(finishSeal(roomy, signed(roomy, holder.privateKey), new Uint8Array(4000))).toHaveLength(roomy.pdf.length);
  });

  test('takes no time stamp that its hole has no room for', async () => {
    const { leaf, algorithm } = holder;
    const prepared = await prepareSeal({ pdf: completed, leaf, chain: [], algorithm, at });
    const tooMuch = () => finishSeal(prepared, signed(prepared, holder.privateKey), new Uint8Array(4000));
    expect(tooMuch).toThrow('does not fit');
  });
});

describe('the signed attributes', () => {
  test('are content type, message digest and signing certificate, sorted as DER demands; no signing time', async () => {
    const prepared = await prepareSeal({
      pdf: completed,
      leaf: holder.leaf,
      chain: [],
      algorithm: holder.algorithm,
      at,
    });
    const attributes = partsOf(prepared.toBeSigned);
    expect(attributes.map(oidOf).toSorted()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ]);
    expect(attributes).toEqual(attributes.toSorted((a, b) => Buffer.compare(a, b)));
  });

  test('name the certificate by its digest', async () => {
    const prepared = await prepareSeal({
      pdf: completed,
      leaf: holder.leaf,
      chain: [],
      algorithm: holder.algorithm,
      at,
    });
    const digest = createHash('sha256').update(holder.leaf).digest();
    expect(Buffer.from(prepared.toBeSigned).includes(digest)).toBe(true);
  });
});

describe('what a seal refuses', () => {
  test('a signature by another key than the certificate’s', async () => {
    const [one, other] = holders;
    if (!one || !other) throw new Error('two kinds are needed');
    const prepared = await prepareSeal({ pdf: completed, leaf: one.leaf, chain: [], algorithm: one.algorithm, at });
    expect(() => finishSeal(prepared, signed({ ...prepared, algorithm: other.algorithm }, other.privateKey))).toThrow(
      'do not belong together',
    );
  });

  test('a signature over other bytes', async () => {
    const { leaf, algorithm, privateKey } = holder;
    const prepared = await prepareSeal({ pdf: completed, leaf, chain: [], algorithm, at });
    const forged = signed({ ...prepared, toBeSigned: prepared.toBeSigned.slice(1) }, privateKey);
    expect(() => finishSeal(prepared, forged)).toThrow('do not belong together');
  });

  test('a document that was not completed', async () => {
    const { leaf, algorithm } = holder;
    const raw = makeTypst().typeset(declarationJob);
    await expect(prepareSeal({ pdf: raw, leaf, chain: [], algorithm, at })).rejects.toThrow('no field for a seal');
  });
});

async function sealedBy({ leaf, algorithm, privateKey }: (typeof holders)[number]): Promise<Bytes> {
  const prepared = await prepareSeal({ pdf: completed, leaf, chain: [pki.issuing], algorithm, at });
  return finishSeal(prepared, signed(prepared, privateKey));
}

function signed({ toBeSigned, algorithm }: PreparedSeal, key: KeyObject): Bytes {
  return new Uint8Array(sign(nodeName(algorithm.hash), toBeSigned, keyFor(algorithm, key)));
}

const isValid = (algorithm: SealAlgorithm, key: KeyObject, attributes: Bytes, signature: Bytes): boolean =>
  verify(nodeName(algorithm.hash), attributes, keyFor(algorithm, key), signature);

const keyFor = ({ signature }: SealAlgorithm, key: KeyObject) =>
  signature === 'RSA-PSS'
    ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : key;

function byteRangeOf(pdf: Bytes): number[] {
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(Buffer.from(pdf).toString('latin1'));
  return (range ?? []).slice(1).map(Number);
}

/** The CMS in the hole, without the zeros behind it: DER says how long it is. */
function cmsIn(pdf: Bytes): Bytes {
  const [, start = 0, end = 0] = byteRangeOf(pdf);
  const hole = Buffer.from(Buffer.from(pdf.subarray(start + 1, end - 1)).toString('latin1'), 'hex');
  return new Uint8Array(hole.subarray(0, 4 + hole.readUInt16BE(2)));
}

/** The one SignerInfo (RFC 5652 § 5.3): its attributes as the SET that is signed, and the signature. */
function signerOf(cms: Bytes): { attributes: Bytes; signature: Bytes } {
  const [, content = empty] = partsOf(cms);
  const signedData = partsOf(partsOf(content)[0] ?? empty);
  const fields = partsOf(partsOf(signedData.at(-1) ?? empty)[0] ?? empty);
  const attributes = (fields[3] ?? empty).slice();
  attributes[0] = 0x31;
  const octets = fields[5] ?? empty;
  return { attributes, signature: octets.slice(octets.length - contentLength(octets)) };
}

const empty = new Uint8Array();

/** The encodings inside a constructed one. */
function partsOf(der: Bytes): Bytes[] {
  const retagged = der.slice();
  retagged[0] = 0x30;
  const { result } = fromBER(retagged);
  if (!(result instanceof Sequence)) throw new Error('not constructed');
  return result.valueBlock.value.map((part) => new Uint8Array(part.valueBeforeDecodeView));
}

function oidOf(attribute: Bytes): string {
  const { result } = fromBER(partsOf(attribute)[0] ?? empty);
  return result instanceof ObjectIdentifier ? result.getValue() : '';
}

function contentLength(der: Bytes): number {
  const { result } = fromBER(der);
  return result.valueBlock.blockLength;
}

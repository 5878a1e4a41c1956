import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../base/bytes.ts';
import { decodeC40, encodeC40 } from './c40.ts';
import { decodeFeatures, encodeFeatures } from './features.ts';
import { decodeHeader, encodeHeader, type Header } from './header.ts';
import { administrativeDocument, featuresOf, type Registration } from './meldebescheinigung.ts';
import { readSeal, writeSeal } from './seal.ts';

type Vectors = {
  /** `isRead: 'only'`: a length in hex, which we read and do not write. */
  headers: { bytes: string; header: Header; isRead?: 'only' }[];
  meldebescheinigung: { bytes: string; person: Registration };
  oneSigner: { publicKey: string; seals: string[] };
};
/** Published by others; the file says where. */
const vectors = JSON.parse(
  readFileSync(new URL('../../tests/vectors/printed-seal.json', import.meta.url), 'utf8'),
) as Vectors;
const { person } = vectors.meldebescheinigung;
const header: Header = {
  issuingCountry: 'D  ',
  signer: 'DEXY',
  certificateReference: '1F3A',
  issuedOn: '2026-11-24',
  signedOn: '2026-11-24',
  documentType: administrativeDocument,
};
const text = (value: Uint8Array) => new TextDecoder().decode(value);

describe('what others published', () => {
  test.for(vectors.headers)(
    'a header reads as it stands, and is written so: $header.certificateReference',
    ({ bytes, header, isRead }) => {
      expect(decodeHeader(fromHex(bytes))).toEqual({ header, length: bytes.length / 2 });
      expect(toHex(encodeHeader(header)) === bytes).toBe(isRead !== 'only');
    },
  );

  test('the Meldebescheinigung of Erika Mustermann reads, and its header is written as it stands', () => {
    const seal = readSeal(fromHex(vectors.meldebescheinigung.bytes));
    expect(seal?.header).toMatchObject({
      issuingCountry: 'D  ',
      signer: 'DEZV',
      certificateReference: 'A41E7E495F0B4DE58AA0FE7C01D7FEA8',
      documentType: administrativeDocument,
    });
    expect(vectors.meldebescheinigung.bytes.startsWith(toHex(encodeHeader(seal?.header ?? header)))).toBe(true);
    expect(seal?.signature).toHaveLength(64);
    expect(seal?.features.map(({ tag }) => tag)).toEqual([0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  });

  test('of the same person we write the same features, but for the empty call name', () => {
    const published = readSeal(fromHex(vectors.meldebescheinigung.bytes))?.features ?? [];
    const ours = featuresOf(person);
    expect(published.find(({ tag }) => tag === 7)?.value).toHaveLength(0);
    expect(ours).toEqual({ features: published.filter(({ tag }) => tag !== 7) });
  });

  test('the signature is ECDSA with SHA-256 over header and features, r before s: four seals of one signer hold', () => {
    const key = brainpoolP256r1(fromHex(vectors.oneSigner.publicKey));
    const holds = (bytes: Uint8Array<ArrayBuffer>) => {
      const seal = readSeal(bytes);
      if (!seal) return undefined;
      return verify('sha256', seal.signed, { key, dsaEncoding: 'ieee-p1363' }, seal.signature);
    };
    for (const bytes of vectors.oneSigner.seals.map(fromHex)) {
      expect(holds(bytes)).toBe(true);
      const changed = bytes.slice();
      changed[30] = (changed[30] ?? 0) ^ 1;
      expect(holds(changed)).toBe(false);
    }
  });
});

describe('the texts of the header', () => {
  test('read back, whatever they are', () => {
    const texts = fc.string({
      unit: fc.constantFrom(...' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')),
      maxLength: 40,
    });
    fc.assert(
      fc.property(texts, (some) => {
        expect(decodeC40(encodeC40(some))).toBe(some);
      }),
    );
  });

  test.for([['a'], ['Ä'], ['-'], ['<']])('know no %s', ([character = '']) => {
    expect(() => encodeC40(character)).toThrow('capital letters');
  });

  test.for(['6d', 'fe41', 'fe00', '0000', 'fe31fe31'])('%s is no text, or not one of ours', (bytes) => {
    expect(decodeC40(fromHex(bytes))).toBeUndefined();
  });
});

describe('a seal', () => {
  const sign = async (signed: Uint8Array) => Uint8Array.from({ length: 64 }, (_, at) => (signed[at] ?? 0) ^ 0x55);

  test('says what was put into it', async () => {
    const { features = [] } = featuresOf(person) as { features?: never[] };
    const seal = readSeal(await writeSeal({ header, features }, sign));
    expect(seal).toMatchObject({ header, features });
    expect(seal?.signature).toEqual(await sign(seal?.signed ?? new Uint8Array()));
  });

  test('whatever bytes somebody scans, reading ends and never throws', () => {
    const near = fromHex(vectors.meldebescheinigung.bytes);
    const changed = fc.tuple(fc.nat(near.length - 1), fc.nat(255), fc.nat(near.length)).map(([place, byte, end]) => {
      const bytes = near.slice(0, end);
      if (place < end) bytes[place] = byte;
      return bytes;
    });
    const any = fc.uint8Array({ maxLength: 400 }).map((bytes) => Uint8Array.from(bytes));
    fc.assert(
      fc.property(fc.oneof(changed, any), (bytes) => {
        const seal = readSeal(bytes);
        expect(seal === undefined || seal.signature.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('cut off, without signature, with a piece twice or something after it is none', async () => {
    const { features = [] } = featuresOf(person) as { features?: never[] };
    const bytes = await writeSeal({ header, features }, sign);
    const again = await writeSeal({ header, features: [...features, ...features.slice(0, 1)] }, sign);
    expect(readSeal(bytes.slice(0, -1))).toBeUndefined();
    expect(readSeal(bytes.slice(0, -66))).toBeUndefined();
    expect(readSeal(Uint8Array.from([...bytes, 0x01, 0x00]))).toBeUndefined();
    expect(readSeal(again)).toBeUndefined();
    await expect(writeSeal({ header, features: [{ tag: 0xff, value: bytes }] }, sign)).rejects.toThrow('is added');
  });

  test.for([
    ['a length that could be shorter', '04810141'],
    ['a length without end', '0480'],
    ['more than is there', '040541'],
    ['half a length', '0482'],
  ])('pieces with %s are none', ([, bytes = '']) => {
    expect(decodeFeatures(fromHex(bytes))).toBeUndefined();
  });

  test('long values keep their lengths', () => {
    const features = [127, 128, 255, 256].map((length, tag) => ({ tag, value: new Uint8Array(length) }));
    expect(decodeFeatures(encodeFeatures(features))).toEqual(features);
  });
});

describe('the seal of a registration', () => {
  test('says the data of § 24 Abs. 2 BMG and nothing else', () => {
    const full = { ...person, vornamen: 'Erika Anna', gebraeuchlicherVorname: 'Anna' };
    const { features = [] } = featuresOf(full) as { features?: { tag: number; value: Uint8Array }[] };
    const said = features.filter(({ tag }) => tag !== 0 && tag !== 14).map(({ value }) => text(value));
    expect(said).toEqual(
      'Mustermann|Dr.|Erika Anna|Anna|11.12.1964|Kommandantenstr.|18|10969|Berlin|20250414|20250504'.split('|'),
    );
  });

  test.for<[string, Partial<Registration>, string]>([
    ['without a family name', { familienname: '' }, 'SURNAME'],
    ['without a given name', { vornamen: '' }, 'FIRST_NAME'],
    ['without a street', { strasse: '' }, 'STREET'],
    ['without a house number', { hausnummer: '' }, 'HOUSE_NUMBER'],
    ['with a house number longer than ten bytes', { hausnummer: '12 a-14 b/2' }, 'HOUSE_NUMBER'],
    ['without a postal code', { plz: '' }, 'POSTAL_CODE'],
    ['with a foreign postal code', { plz: 'SW1A 1AA' }, 'POSTAL_CODE'],
    ['without a place', { ort: '' }, 'CITY'],
    ['without the day of moving', { einzugsdatum: '' }, 'MOVING_DATE'],
    ['without the kind of dwelling', { wohnungsstatus: Number.NaN }, 'HOUSING_STATUS'],
    ['without the day of the registration', { datumDerMeldung: '' }, 'DATE_OF_NOTIFICATION'],
    ['with a name of more than 255 bytes', { familienname: 'Ł'.repeat(128) }, 'SURNAME'],
  ])('R-126: is refused %s', ([, change, name]) => {
    expect(featuresOf({ ...person, ...change })).toEqual({ wrong: [name] });
  });

  test('is made without degree, call name and birthday as well', () => {
    const { doktorgrad: _, geburtsdatum: __, ...least } = person;
    const { features = [] } = featuresOf(least) as { features?: { tag: number }[] };
    expect(features.map(({ tag }) => tag)).toEqual([0, 4, 6, 9, 10, 11, 12, 13, 14, 15]);
  });
});

/** SubjectPublicKeyInfo of a point on the curve 1.3.36.3.3.2.8.1.1.7 (RFC 5480, RFC 5639). */
function brainpoolP256r1(point: Uint8Array) {
  const prefix = fromHex('305a301406072a8648ce3d020106092b2403030208010107034200');
  return createPublicKey({ key: Buffer.from([...prefix, ...point]), format: 'der', type: 'spki' });
}

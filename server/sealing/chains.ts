import type { Bytes } from '../../shared/base/bytes.ts';
import { readPdf } from '../../shared/pdf/read.ts';
import { type Certificate, parseCertificate } from '../../shared/verifying/certificate.ts';
import { findChain } from '../../shared/verifying/chain.ts';
import { parseSignedData, type SignedData } from '../../shared/verifying/cms.ts';
import { findSeal, readHole } from '../../shared/verifying/seal.ts';
import { readStore } from '../../shared/verifying/store.ts';
import type { SealAnchors } from '../ports/sealer.ts';
import { readTimestamp } from './timestamp-token.ts';

/** Whose word a sealed document rests on: what has to be shown to hold before it can be proven for long. */
export type SealChains = {
  /** From the seal's certificate to its anchor, DER. */
  seal: readonly Bytes[];
  /** The time stamps in the order in which they were made, a signature time stamp first. */
  stamps: readonly StampChain[];
};

export type StampChain = {
  /** Milliseconds since 1970. */
  time: number;
  /** From the service's certificate to its anchor, DER. */
  chain: readonly Bytes[];
  /** When the first certificate of the chain ends, milliseconds since 1970. */
  endsAt: number;
  /** The algorithms it rests on, as reports name them: `ECDSA P-256 SHA-256`. */
  algorithms: readonly string[];
};

/**
 * Reads the chains of a document this office sealed. Proves nothing: `verify` does. Throws where the document is not as
 * this office makes them, or leads to none of the anchors.
 */
export async function readChains(pdf: Bytes, anchors: Pick<SealAnchors, 'seal' | 'timestamps'>): Promise<SealChains> {
  const file = await readPdf(pdf);
  const { signature, timestamps } = findSeal(file);
  const [hole, ...stampHoles] = [signature, ...timestamps].map((each) => readHole(file, each, () => {}));
  if (!hole) throw new Error('a seal has a hole');
  const cms = await parseSignedData(hole, 'seal');
  const { certificates: beside } = await readStore(file, file.revisions.length - 1);
  const [sealRoots, timeRoots] = [anchors.seal, anchors.timestamps].map((all) =>
    all.map((der) => parseCertificate(der)),
  );
  const tokens = cms.signatureTimestamp ? [cms.signatureTimestamp, ...stampHoles] : stampHoles;
  return {
    seal: (await findChain(cms.signer, [...cms.certificates, ...beside], sealRoots ?? [])).map(({ der }) => der),
    stamps: await Promise.all(tokens.map((token) => readStamp(token, beside, timeRoots ?? []))),
  };
}

async function readStamp(
  token: Bytes,
  beside: readonly Certificate[],
  anchors: readonly Certificate[],
): Promise<StampChain> {
  const { time, signed } = await readTimestamp(token);
  const chain = await findChain(signed.signer, [...signed.certificates, ...beside], anchors);
  return {
    time,
    chain: chain.map(({ der }) => der),
    endsAt: Math.min(...chain.map(({ notAfter }) => notAfter)),
    algorithms: [algorithmOf(signed), ...chain.map(({ key, algorithm }) => `${nameOf(key)} ${algorithm.hash}`)],
  };
}

const algorithmOf = ({ algorithm, signer }: SignedData): string =>
  `${algorithm.scheme} ${nameOf(signer.key)} ${algorithm.hash}`;

const nameOf = (key: Certificate['key']): string => (key.kind === 'EC' ? key.curve : `RSA ${key.bits}`);

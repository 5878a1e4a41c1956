import { type Bytes, fromBase64, toBase64 } from '../../../shared/base/bytes.ts';
import { oidOf, parseDer, sequenceOf } from '../../../shared/verifying/der.ts';
import type { SealAlgorithm, Sealer } from '../../ports/sealer.ts';
import { hashOids, signatureAlgorithm } from '../../sealing/algorithms.ts';
import { CscProblem, type CscService, openCscService } from './csc-service.ts';
import { Authorization, CredentialInfo, CredentialList, Signatures } from './csc-wire.ts';
import { ecdsaDer } from './ecdsa.ts';
import { anchorsIn, readCertificate, readPassword, withRootAbove } from './seal-files.ts';
import { sealerOnKey } from './sealer-on-key.ts';
import { type RsaPadding, suit } from './suitable.ts';

export type CscSealerOptions = {
  url: string;
  tokenUrl: string;
  clientId: string;
  clientSecretFile: string;
  hosts: readonly string[];
  /** Which of the service's credentials seals; empty where there is one only. */
  credential: string;
  /** The PIN of the credential; empty where it asks for none. */
  pinFile: string;
  /** With the seal's root and the lists of revoked certificates. */
  anchorsFolder: string;
  rsaPadding?: RsaPadding;
  now: () => Date;
  seconds?: number;
};

/**
 * A seal whose key is kept by a remote signing service, asked by the Cloud Signature Consortium's API 2.0.0. The service
 * sees digests only. Throws one sentence for each thing that is wrong.
 */
export async function openCscSealer(options: CscSealerOptions): Promise<Sealer> {
  const { anchorsFolder, rsaPadding, now, seconds = 10 } = options;
  const clientSecret = await readPassword(options.clientSecretFile);
  if (!clientSecret) throw new Error('The remote signing service needs the secret of its client in a file.');
  const service = await openCscService({ ...options, clientSecret, seconds });
  const credentialID = options.credential || (await onlyCredential(service));
  const asked = { credentialID, certificates: 'chain', authInfo: true };
  const info = await service.ask('credentials/info', asked, CredentialInfo);
  refuseUnusable(credentialID, info);
  const certificates = info.cert.certificates.map((one) => readCertificate(decoded(one), 'The remote signing service'));
  const [leaf] = certificates;
  if (!leaf) throw new Error(`The credential ${credentialID} has no certificate.`);
  const suitable = suit(leaf, certificates, rsaPadding);
  const { algorithm } = suitable;
  const how = {
    credentialID,
    algorithm,
    order: signOrder(algorithm, info),
    authData: await authDataFor(info, options),
  };
  const sign = makeSign(service, how);
  return withRootAbove(sealerOnKey({ suitable, sign }, now, anchorsIn(anchorsFolder)), anchorsFolder);
}

type How = {
  credentialID: string;
  algorithm: SealAlgorithm;
  order: Readonly<Record<string, string>>;
  authData: readonly { id: string; value: string }[];
};

/** One authorization for one signature over one digest: the service binds its SAD to it, and nobody keeps one. */
function makeSign(service: CscService, { credentialID, algorithm, order, authData }: How) {
  let wrongPin: CscProblem | undefined;

  async function authorizedSignature(digest: Bytes): Promise<Bytes> {
    const hashes = [toBase64(digest)];
    const hashAlgorithmOID = hashOids[algorithm.hash];
    const wanted = {
      credentialID,
      numSignatures: 1,
      hashes,
      hashAlgorithmOID,
      ...(authData.length > 0 ? { authData } : {}),
    };
    const { SAD } = await service.ask('credentials/authorize', wanted, Authorization);
    const toSign = { credentialID, SAD, hashes, ...order, operationMode: 'S' };
    const { signatures } = await service.ask('signatures/signHash', toSign, Signatures);
    const signature = decoded(signatures[0]);
    const isRaw = algorithm.signature === 'ECDSA' && signature.length === 2 * curveBytes(algorithm);
    return isRaw ? ecdsaDer(signature) : signature;
  }

  return async ({ digest }: { digest: Bytes }): Promise<Bytes> => {
    if (wrongPin) throw wrongPin;
    try {
      return await authorizedSignature(digest).catch((cause: unknown) => {
        if (hasRunOut(cause)) return authorizedSignature(digest);
        throw cause;
      });
    } catch (cause) {
      if (cause instanceof CscProblem && cause.code === 'invalid_authentication_data') wrongPin = cause;
      throw cause;
    }
  };
}

/** The service took too long between the authorization and the signature. */
const hasRunOut = (cause: unknown): boolean =>
  cause instanceof CscProblem && cause.code === 'invalid_request' && /\bSAD expired\b/i.test(cause.reason);

async function onlyCredential(service: CscService): Promise<string> {
  const { credentialIDs } = await service.ask('credentials/list', { onlyValid: true }, CredentialList);
  const [only] = credentialIDs;
  if (!only || credentialIDs.length > 1)
    throw new Error(
      `The remote signing service offers ${credentialIDs.length} credentials: name the seal's in SEAL_CSC_CREDENTIAL.`,
    );
  return only;
}

function refuseUnusable(credentialID: string, { key, cert, auth }: CredentialInfo): void {
  if (key.status !== 'enabled') throw new Error(`The key of the credential ${credentialID} is ${key.status}.`);
  if (cert.status !== undefined && cert.status !== 'valid')
    throw new Error(`The remote signing service calls the certificate of ${credentialID} ${cert.status}.`);
  if (!['explicit', 'implicit'].includes(auth.mode))
    throw new Error(
      `The credential ${credentialID} is released by a person each time (${auth.mode}); a seal cannot wait.`,
    );
}

/** What releases the key without a person: nothing, or a PIN. */
async function authDataFor({ auth }: CredentialInfo, { pinFile }: CscSealerOptions): Promise<How['authData']> {
  const beyond = auth.objects.filter(({ type, generator }) => type !== 'Password' || generator !== undefined);
  if (beyond.length > 0 || auth.objects.length > 1)
    throw new Error(
      `The credential asks for ${auth.objects.map(({ id }) => id).join(', ')}; without a person there is a PIN at most.`,
    );
  const [asked] = auth.objects;
  if (!asked) return [];
  const value = await readPassword(pinFile);
  if (!value) throw new Error(`The credential asks for its ${asked.id}, and SEAL_PASSWORD_FILE names none.`);
  return [{ id: asked.id, value }];
}

/** How `signatures/signHash` is told the algorithm; the credential must offer it. */
function signOrder(algorithm: SealAlgorithm, { key }: CredentialInfo): How['order'] {
  const [oid, parameters] = nameIn(signatureAlgorithm(algorithm));
  const hashAlgorithmOID = hashOids[algorithm.hash];
  if (key.algo.includes(oid))
    return algorithm.signature === 'RSA-PSS'
      ? { signAlgo: oid, signAlgoParams: toBase64(parameters), hashAlgorithmOID }
      : { signAlgo: oid };
  if (algorithm.signature === 'RSASSA-PKCS1-v1_5' && key.algo.includes(rsaEncryption))
    return { signAlgo: rsaEncryption, hashAlgorithmOID };
  const advice = algorithm.signature === 'RSA-PSS' ? '; SEAL_RSA_PADDING=pkcs1 may help' : '';
  throw new Error(`The credential does not sign by ${algorithm.signature} with ${algorithm.hash}${advice}.`);
}

const rsaEncryption = '1.2.840.113549.1.1.1';

/** The identifier of an AlgorithmIdentifier in dotted form, and its parameters as DER. */
function nameIn(algorithmIdentifier: Bytes): [string, Bytes] {
  const [oid, parameters] = sequenceOf(parseDer(algorithmIdentifier));
  return [oidOf(oid), parameters?.whole ?? new Uint8Array()];
}

const curveBytes = ({ hash }: SealAlgorithm): number => (hash === 'SHA-384' ? 48 : 32);

function decoded(base64: string): Bytes {
  try {
    return fromBase64(base64.replaceAll(/\s/g, ''));
  } catch {
    throw new Error('The remote signing service answers with something that is not base64.');
  }
}

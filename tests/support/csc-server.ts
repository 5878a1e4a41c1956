import { constants, createHash, type KeyObject, randomUUID, sign } from 'node:crypto';
import { fromBase64, toBase64, utf8, type Bytes } from '../../shared/base/bytes.ts';
import { type Said, type SmallServer, startSmallServer } from './small-server.ts';

/**
 * A remote signing service for tests, written from the Cloud Signature Consortium's API 2.0.0: the methods a seal needs
 * (8.4.4, 11.1, 11.4 to 11.6, 11.10) with the refusals the specification lists for them. It signs digests only.
 */
export type CscServer = {
  server: SmallServer;
  /** The base address of the API. */
  url: string;
  /** Changed by tests: how long things last, what the credential is like, what the clock says. */
  state: CscState;
  /** Forgets every token it gave. */
  forgetTokens(): void;
  close(): Promise<void>;
};

export type CscState = {
  now: Date;
  tokenSeconds: number;
  sadSeconds: number;
  info: Record<string, unknown>;
  credentials: readonly string[];
  /** Answer of `credentials/info`. */
  credential: { key: { status: string; algo: readonly string[] }; multisign: number } & Record<string, unknown>;
  pin: string | undefined;
  isLocked: boolean;
  /** r and s one behind the other instead of DER. */
  signsRaw: boolean;
  /** What digests are of: Node signs no digest with an ECDSA key, so the server is told. */
  knows: Bytes[];
};

export type CscKey = { id: string; privateKey: KeyObject; certificates: readonly Bytes[]; algo: readonly string[] };
export const cscClient = { id: 'stadt', secret: 'geheim&= ü' };

type Sad = { hashes: readonly string[]; hashOid: string; until: number; left: number };
type Wanted = Readonly<Record<string, unknown>>;
class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(words: string, code = 'invalid_request', status = 400) {
    super(words);
    this.status = status;
    this.code = code;
  }
}

export async function startCscServer(key: CscKey): Promise<CscServer> {
  const tokens = new Map<string, number>();
  const sads = new Map<string, Sad>();
  const server = await startSmallServer((asked) => {
    try {
      return said(200, answer(asked.path, asked.headers, new TextDecoder().decode(asked.body)));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return said(error.status, { error: error.code, error_description: error.message });
    }
  });
  const url = `${server.url}csc/v2/`;
  const state: CscState = {
    now: new Date('2026-11-24T09:00:00Z'),
    tokenSeconds: 3600,
    sadSeconds: 300,
    info: {
      specs: '2.0.0.0',
      name: 'Prüfdienst',
      authType: ['oauth2client'],
      oauth2: server.url,
      methods: ['credentials/list', 'credentials/info', 'credentials/authorize', 'signatures/signHash', 'oauth2/token'],
    },
    credentials: [key.id],
    credential: {
      key: { status: 'enabled', algo: key.algo },
      cert: { status: 'valid', certificates: key.certificates.map(toBase64) },
      auth: { mode: 'explicit', expression: 'PIN', objects: [{ type: 'Password', id: 'PIN', format: 'N' }] },
      SCAL: '2',
      multisign: 1,
    },
    pin: '4711',
    isLocked: false,
    signsRaw: false,
    knows: [utf8('Siegel')],
  };

  function answer(path: string, headers: Record<string, string | string[] | undefined>, body: string): unknown {
    if (path === '/oauth2/token') return newToken(new URLSearchParams(body));
    const method = path.replace('/csc/v2/', '');
    const wanted = parsed(body);
    if (method === 'info') return state.info;
    authorize(headers.authorization);
    if (method === 'credentials/list') return { credentialIDs: state.credentials, onlyValid: wanted.onlyValid };
    if (method === 'credentials/info') return credentialInfo(wanted);
    if (method === 'credentials/authorize') return newSad(wanted);
    if (method === 'signatures/signHash') return signatures(wanted);
    throw new Refused('The method is not implemented', 'not_implemented', 501);
  }

  function newToken(wanted: URLSearchParams): unknown {
    for (const name of ['client_id', 'grant_type'])
      if (!wanted.get(name)) throw new Refused(`Missing parameter ${name}`);
    if (wanted.get('grant_type') !== 'client_credentials') throw new Refused('Invalid parameter grant_type');
    if (wanted.get('client_id') !== cscClient.id) throw new Refused('Invalid parameter client_id');
    if (!wanted.get('client_secret')) throw new Refused('Client authorization required', 'invalid_request', 401);
    if (wanted.get('client_secret') !== cscClient.secret) throw new Refused('Invalid parameter client_secret');
    const token = randomUUID();
    tokens.set(token, state.now.getTime() + state.tokenSeconds * 1000);
    return { access_token: token, token_type: 'Bearer', expires_in: state.tokenSeconds };
  }

  function authorize(header: string | string[] | undefined): void {
    const [, token] = /^Bearer (\S+)$/.exec(String(header)) ?? [];
    if (!token) throw new Refused('Malformed authorization header');
    const until = tokens.get(token);
    if (until === undefined) throw new Refused('The access token is not valid', 'invalid_token', 401);
    if (until <= state.now.getTime()) throw new Refused('The access token is expired', 'expired_token', 401);
  }

  function credentialInfo(wanted: Wanted): unknown {
    ownCredential(wanted);
    if (!['none', 'single', 'chain', undefined].includes(wanted.certificates as string))
      throw new Refused('Invalid parameter certificates');
    return state.credential;
  }

  function newSad(wanted: Wanted): unknown {
    ownCredential(wanted);
    if (state.credential.key.status !== 'enabled')
      throw new Refused('The credential identified by credentialID is disabled');
    const count = wanted.numSignatures;
    if (!Number.isInteger(count)) throw new Refused('Missing (or invalid type) integer parameter numSignatures');
    if (Number(count) < 1) throw new Refused('Invalid value for parameter numSignatures');
    if (Number(count) > state.credential.multisign) throw new Refused('Numbers of signatures is too high');
    if (state.isLocked) throw new Refused('Credential locked');
    const given = (wanted.authData ?? []) as { id: string; value: string }[];
    if (state.pin !== undefined && !given.some(({ id, value }) => id === 'PIN' && value === state.pin))
      throw new Refused('The authentication data is invalid', 'invalid_authentication_data');
    const sad = randomUUID();
    const hashes = hashesIn(wanted, String(wanted.hashAlgorithmOID));
    const until = state.now.getTime() + state.sadSeconds * 1000;
    sads.set(sad, { hashes, hashOid: String(wanted.hashAlgorithmOID), until, left: Number(count) });
    return { SAD: sad, expiresIn: state.sadSeconds };
  }

  function signatures(wanted: Wanted): unknown {
    ownCredential(wanted);
    if (typeof wanted.SAD !== 'string') throw new Refused('Missing (or invalid type) string parameter SAD');
    const sad = sads.get(wanted.SAD);
    if (!sad || sad.left < 1) throw new Refused('Invalid parameter SAD');
    if (sad.until <= state.now.getTime()) throw new Refused('SAD expired');
    if (typeof wanted.signAlgo !== 'string') throw new Refused('Missing (or invalid type) string parameter signAlgo');
    if (!state.credential.key.algo.includes(wanted.signAlgo)) throw new Refused('Invalid parameter signAlgo');
    const hashOid = hashOidOf(wanted.signAlgo, wanted);
    const hashes = hashesIn(wanted, hashOid);
    if (hashes.length > sad.left || !hashes.every((hash) => sad.hashes.includes(hash)))
      throw new Refused('Hash is not authorized by the SAD');
    sad.left -= hashes.length;
    return {
      signatures: hashes.map((hash) => signDigest(key.privateKey, String(wanted.signAlgo), hashOid, hash)),
    };
  }

  function signDigest(privateKey: KeyObject, signAlgo: string, hashOid: string, hash: string): string {
    const name = hashNames[hashOid] ?? '';
    const data = state.knows.find((one) => createHash(name).update(one).digest('base64') === hash);
    if (!data) throw new Error('the test did not tell what this digest is of');
    const isPss = signAlgo === rsaPss;
    const padding = isPss
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : {};
    const dsaEncoding = state.signsRaw ? 'ieee-p1363' : 'der';
    return sign(name, data, { key: privateKey, dsaEncoding, ...padding }).toString('base64');
  }

  function ownCredential({ credentialID }: Wanted): void {
    if (typeof credentialID !== 'string') throw new Refused('Missing (or invalid type) string parameter credentialID');
    if (credentialID !== key.id) throw new Refused('Invalid parameter credentialID');
  }

  return { server, url, state, forgetTokens: () => tokens.clear(), close: server.close };
}

const said = (status: number, value: unknown): Said => ({
  status,
  type: 'application/json;charset=UTF-8',
  body: utf8(JSON.stringify(value)),
});

function parsed(body: string): Wanted {
  try {
    return JSON.parse(body) as Wanted; // What it holds is looked at field by field.
  } catch {
    throw new Refused('The request is not JSON');
  }
}

const rsaPss = '1.2.840.113549.1.1.10';
const hashNames: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** Algorithms that name their hash themselves. */
const impliedHashes: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.3.2': '2.16.840.1.101.3.4.2.1',
  '1.2.840.10045.4.3.3': '2.16.840.1.101.3.4.2.2',
  '1.2.840.113549.1.1.11': '2.16.840.1.101.3.4.2.1',
};

function hashOidOf(signAlgo: string, wanted: Wanted): string {
  const implied = impliedHashes[signAlgo];
  if (implied) return implied;
  if (signAlgo === rsaPss && typeof wanted.signAlgoParams !== 'string')
    throw new Refused('Missing (or invalid type) string parameter signAlgoParams');
  if (typeof wanted.hashAlgorithmOID !== 'string')
    throw new Refused('Missing (or invalid type) string parameter hashAlgorithmOID');
  return wanted.hashAlgorithmOID;
}

/** The digests of a request, each as long as its algorithm makes it. */
function hashesIn({ hashes }: Wanted, hashOid: string): readonly string[] {
  if (!Array.isArray(hashes)) throw new Refused('Missing (or invalid type) array parameter hash');
  if (hashes.length === 0) throw new Refused('Empty hash array');
  const name = hashNames[hashOid];
  if (!name) throw new Refused('Invalid parameter hashAlgorithmOID');
  return hashes.map((hash: unknown) => {
    if (typeof hash !== 'string' || !/^[A-Za-z0-9+/]+=*$/.test(hash))
      throw new Refused('Invalid Base64 hash string parameter');
    if (fromBase64(hash).length !== Number(name.slice(3)) / 8) throw new Refused('Invalid digest value length');
    return hash;
  });
}

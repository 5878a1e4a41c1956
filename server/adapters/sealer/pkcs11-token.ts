import pkcs11 from 'pkcs11js';
import type { Bytes } from '../../../shared/base/bytes.ts';
import type { SealAlgorithm } from '../../ports/sealer.ts';
import { type Pkcs11Orders, type Pkcs11Place, Pkcs11Problem, type Pkcs11Token } from './pkcs11-orders.ts';

/**
 * A token of a hardware module, spoken to by PKCS#11 2.40. Every call here waits for the hardware and holds up its
 * thread, so it runs in a process of its own (`pkcs11-process.ts`).
 */
export type OpenToken = {
  library: pkcs11.PKCS11;
  session: pkcs11.Handle;
  describe: Pkcs11Token;
};

export function openToken({ module, token, pin }: Pkcs11Place & { pin: string }): OpenToken {
  const library = new pkcs11.PKCS11();
  try {
    library.load(module);
  } catch {
    throw new Pkcs11Problem('set-up', `The library ${module} of the hardware module cannot be loaded.`);
  }
  library.C_Initialize();
  const present = library.C_GetSlotList(true);
  // A module that lost its hardware shows no token at all; one that shows others was told the wrong name.
  if (present.length === 0) throw new Pkcs11Problem('unreachable', 'it shows no token at the moment');
  const slots = present.filter((one) => library.C_GetTokenInfo(one).label.trim() === token);
  const [slot] = slots;
  if (!slot) throw new Pkcs11Problem('set-up', `The hardware module has no token "${token}" at the moment.`);
  if (slots.length > 1) throw new Pkcs11Problem('set-up', `The hardware module has ${slots.length} tokens "${token}".`);
  const info = library.C_GetTokenInfo(slot);
  refusePin(info.flags, token);
  const session = library.C_OpenSession(slot, pkcs11.CKF_SERIAL_SESSION | pkcs11.CKF_RW_SESSION);
  signIn(library, session, pin, token);
  const about = library.C_GetInfo();
  const describe = {
    module: `${about.manufacturerID.trim()} ${about.libraryDescription.trim()}`,
    moduleVersion: versionOf(about.libraryVersion),
    token: info.label.trim(),
    model: `${info.manufacturerID.trim()} ${info.model.trim()}`,
    serialNumber: info.serialNumber.trim(),
    firmware: versionOf(info.firmwareVersion),
  };
  return { library, session, describe };
}

/** A PIN that was wrong is tried only while a person has tries left to set it right. */
export function refusePin(flags: number, token: string): void {
  if (flags & pkcs11.CKF_USER_PIN_LOCKED) throw new Pkcs11Problem('pin', `The PIN of the token "${token}" is locked.`);
  if (flags & pkcs11.CKF_USER_PIN_FINAL_TRY)
    throw new Pkcs11Problem(
      'pin',
      `The token "${token}" allows one last try of its PIN; that one is left to a person.`,
    );
}

function signIn(library: pkcs11.PKCS11, session: pkcs11.Handle, pin: string, token: string): void {
  try {
    library.C_Login(session, pkcs11.CKU_USER, pin);
  } catch (cause) {
    if (cause instanceof pkcs11.Pkcs11Error && pinCodes.includes(cause.code))
      throw new Pkcs11Problem('pin', `The token "${token}" does not take the PIN (${cause.message}).`);
    throw cause;
  }
}

const pinCodes: readonly number[] = [
  pkcs11.CKR_PIN_INCORRECT,
  pkcs11.CKR_PIN_INVALID,
  pkcs11.CKR_PIN_LEN_RANGE,
  pkcs11.CKR_PIN_EXPIRED,
  pkcs11.CKR_PIN_LOCKED,
];

export type FoundKey = { handle: pkcs11.Handle } & Pkcs11Orders['find-key']['answer'];

export function findKey({ library, session, describe }: OpenToken, label: string): FoundKey {
  const keys = find(library, session, pkcs11.CKO_PRIVATE_KEY, { type: pkcs11.CKA_LABEL, value: label });
  const [handle] = keys;
  if (!handle)
    throw new Pkcs11Problem('set-up', `The token "${describe.token}" holds no private key with the label "${label}".`);
  if (keys.length > 1)
    throw new Pkcs11Problem(
      'set-up',
      `The token "${describe.token}" holds ${keys.length} keys with the label "${label}".`,
    );
  const [kind, id] = library.C_GetAttributeValue(session, handle, [
    { type: pkcs11.CKA_KEY_TYPE },
    { type: pkcs11.CKA_ID },
  ]);
  const beside = find(library, session, pkcs11.CKO_CERTIFICATE, { type: pkcs11.CKA_ID, value: bytesOf(id) });
  const certificates = beside.map((certificate) => {
    const [value] = library.C_GetAttributeValue(session, certificate, [{ type: pkcs11.CKA_VALUE }]);
    return new Uint8Array(bytesOf(value));
  });
  // CK_KEY_TYPE is a number in the machine's own order; the kinds a seal may have fit into its first byte.
  return { handle, kind: bytesOf(kind)[0] === pkcs11.CKK_RSA ? 'RSA' : 'EC', certificates };
}

export function signWith(
  { library, session }: OpenToken,
  key: FoundKey,
  { algorithm, digest }: Pkcs11Orders['sign']['order'],
): Bytes {
  const isPkcs1 = algorithm.signature === 'RSASSA-PKCS1-v1_5';
  const input = isPkcs1 ? Buffer.concat([digestInfo[algorithm.hash], digest]) : Buffer.from(digest);
  library.C_SignInit(session, mechanismOf(algorithm), key.handle);
  return new Uint8Array(library.C_Sign(session, input, Buffer.alloc(1024)));
}

function mechanismOf({ signature, hash }: SealAlgorithm): pkcs11.Mechanism {
  if (signature === 'ECDSA') return { mechanism: pkcs11.CKM_ECDSA };
  if (signature === 'RSASSA-PKCS1-v1_5') return { mechanism: pkcs11.CKM_RSA_PKCS };
  const saltLen = Number(hash.slice(4)) / 8;
  const parameter = { type: pkcs11.CK_PARAMS_RSA_PSS, ...pssHashes[hash], saltLen };
  return { mechanism: pkcs11.CKM_RSA_PKCS_PSS, parameter };
}

const pssHashes = {
  'SHA-256': { hashAlg: pkcs11.CKM_SHA256, mgf: pkcs11.CKG_MGF1_SHA256 },
  'SHA-384': { hashAlg: pkcs11.CKM_SHA384, mgf: pkcs11.CKG_MGF1_SHA384 },
  'SHA-512': { hashAlg: pkcs11.CKM_SHA512, mgf: pkcs11.CKG_MGF1_SHA512 },
};

/** What stands before the digest in PKCS#1 v1.5 (RFC 8017 § 9.2, note 1). */
const digestInfo = {
  'SHA-256': Buffer.from('3031300d060960864801650304020105000420', 'hex'),
  'SHA-384': Buffer.from('3041300d060960864801650304020205000430', 'hex'),
  'SHA-512': Buffer.from('3051300d060960864801650304020305000440', 'hex'),
};

export function find(
  library: pkcs11.PKCS11,
  session: pkcs11.Handle,
  kind: number,
  by: { type: number; value: Buffer | string },
): readonly pkcs11.Handle[] {
  library.C_FindObjectsInit(session, [{ type: pkcs11.CKA_CLASS, value: kind }, by]);
  const found = library.C_FindObjects(session, 16);
  library.C_FindObjectsFinal(session);
  return found;
}

/** The value of an attribute the token was asked for. */
export const bytesOf = (attribute: pkcs11.AttributeResult | undefined): Buffer => attribute?.value ?? Buffer.alloc(0);

const versionOf = ({ major, minor }: pkcs11.Version): string => `${major}.${minor}`;

import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { CertBag, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag } from 'pkijs';
import { utf8 } from '../../../shared/base/bytes.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { type SealKey, sealWith } from './key-in-memory.ts';
import { anchorsIn, readPassword, readSealFile, withRootAbove } from './seal-files.ts';
import type { RsaPadding } from './suitable.ts';

export type Pkcs12SealerOptions = {
  /** Key and certificates together, `.p12` or `.pfx`. */
  file: string;
  passwordFile: string;
  /** With the seal's root and the lists of revoked certificates. */
  anchorsFolder: string;
  rsaPadding?: RsaPadding;
  now: () => Date;
};

/** A seal in a PKCS#12 file (RFC 7292). Throws one sentence for each thing that is wrong with it. */
export async function openPkcs12Sealer(options: Pkcs12SealerOptions): Promise<Sealer> {
  const { file, passwordFile, anchorsFolder, rsaPadding, now } = options;
  const password = (await readPassword(passwordFile)) ?? '';
  const { key, certificates } = await openBags(await readSealFile(file), file, password);
  const seal = { key, certificates, ...(rsaPadding ? { rsaPadding } : {}) };
  return withRootAbove(sealWith(seal, now, anchorsIn(anchorsFolder)), anchorsFolder);
}

async function openBags(bytes: Buffer, file: string, text: string): Promise<SealKey> {
  const password = utf8(text).buffer;
  const bags = await bagsIn(new Uint8Array(bytes), password).catch(() => {
    throw new Error(
      `${file} does not open with this password, or its encryption is outdated; "openssl pkcs12" writes it anew with AES-256.`,
    );
  });
  const certificates: X509Certificate[] = [];
  let key: KeyObject | undefined;
  for (const { bagValue } of bags) {
    if (bagValue instanceof CertBag && 'valueBlock' in bagValue.certValue)
      certificates.push(new X509Certificate(bagValue.certValue.valueBlock.valueHexView));
    const info = await privateKeyIn(bagValue, password);
    if (info) key = createPrivateKey({ key: Buffer.from(info.toSchema().toBER()), format: 'der', type: 'pkcs8' });
  }
  if (!key) throw new Error(`${file} holds no private key.`);
  return { key, certificates };
}

/** The content of the safes; the MAC over them is checked first. */
async function bagsIn(bytes: Uint8Array<ArrayBuffer>, password: ArrayBuffer): Promise<readonly SafeBag[]> {
  const pfx = PFX.fromBER(bytes);
  await pfx.parseInternalValues({ password, checkIntegrity: true });
  const safes = pfx.parsedValue?.authenticatedSafe;
  if (!safes || pfx.parsedValue?.integrityMode !== 0) throw new Error('no MAC');
  await safes.parseInternalValues({ safeContents: safes.safeContents.map(() => ({ password })) });
  return safes.parsedValue.safeContents.flatMap(({ value }: { value: { safeBags: SafeBag[] } }) => value.safeBags);
}

async function privateKeyIn(value: SafeBag['bagValue'], password: ArrayBuffer): Promise<PrivateKeyInfo | undefined> {
  if (value instanceof PrivateKeyInfo) return value;
  if (!(value instanceof PKCS8ShroudedKeyBag)) return undefined;
  // pkijs declares the decryption as an implementation detail, but offers no other way to it.
  await (
    value as unknown as { parseInternalValues(how: { password: ArrayBuffer }): Promise<void> }
  ).parseInternalValues({ password });
  return value.parsedValue;
}

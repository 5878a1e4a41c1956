import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyKind } from '../adapters/sealer/pkcs11-orders.ts';
import { algorithmOf } from '../adapters/sealer/suitable.ts';
import type { Conversation } from './conversation.ts';
import { encryptedPem } from './key-files.ts';
import { machineName, type Protocol, protocolText, sha256, toolVersions } from './protocol.ts';
import { type SealName, sealName, writeRequest } from './request.ts';
import { fileKey, hardwareKey, type HardwarePlace, type SealingKey } from './sealing-key.ts';
import { confirmByBoth, inGroups, namePersons, type Persons, secretOfTwo } from './two-persons.ts';

export type Ceremony = {
  conversation: Conversation;
  /** Where everything is written: a fresh folder, or the one of the first part. */
  folder: string;
  persons: readonly (string | undefined)[];
  now: () => Date;
  /** The version of Schalter. */
  version: string;
};

export type KeyOrder = { kind: KeyKind; name: SealName; hardware: HardwarePlace | undefined };

export const files = {
  key: 'siegel-schluessel.pem',
  request: 'siegel-antrag.csr',
  protocol: 'protokoll-1-schluessel',
} as const;

/**
 * The first part: two persons make the key and its certification request. Nothing is written before both have confirmed
 * the key's fingerprint, and no file is ever overwritten.
 */
export async function makeKey(ceremony: Ceremony, order: KeyOrder): Promise<Protocol> {
  const { conversation, folder, now } = ceremony;
  const { kind, name, hardware } = order;
  const startedAt = now().toISOString();
  const subject = sealName(name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  conversation.say(opening(order));
  const persons = await namePersons(conversation, ceremony.persons);
  const secret = await secretFor(conversation, persons, hardware);
  const key = hardware ? await hardwareKey(hardware, secret, { make: kind }) : fileKey(kind);
  try {
    const request = await requestFor(key, subject);
    const fingerprint = sha256(key.publicKey.export({ format: 'der', type: 'spki' }));
    conversation.say(`Der Schlüssel ist da. Sein Fingerabdruck (SHA-256):\n  ${inGroups(fingerprint)}`);
    const what = 'Schlüssel und Antrag';
    const confirmations = await confirmByBoth(conversation, persons, { fingerprint, what, now });
    const written = [
      ...(key.privateKey ? [await write(folder, files.key, await encryptedPem(key.privateKey, secret))] : []),
      await write(folder, files.request, pemOfRequest(request)),
    ];
    const protocol: Protocol = {
      schema: 'schalter/key-ceremony@1',
      part: 'key',
      startedAt,
      endedAt: now().toISOString(),
      persons: [...persons],
      machine: machineName(),
      tools: { ...toolVersions(ceremony.version), ...describe(key) },
      key: { kind, kept: hardware ? 'hardware' : 'file', ...(hardware ? { place: hardware } : {}), fingerprint },
      name: inGerman(name),
      checks: [{ what: 'Antrag (PKCS#10) mit dem Schlüssel selbst unterschrieben', found: 'ja' }],
      files: written,
      confirmations: [...confirmations],
    };
    await writeProtocol(ceremony, files.protocol, protocol);
    conversation.say(`Der Antrag für die Zertifizierungsstelle liegt in ${join(folder, files.request)}.`);
    return protocol;
  } finally {
    key.close();
  }
}

const inGerman = ({ organisation, commonName, locality, organisationId }: SealName): Record<string, string> => ({
  Organisation: organisation,
  Name: commonName,
  ...(locality ? { Ort: locality } : {}),
  ...(organisationId ? { Organisationskennung: organisationId } : {}),
});

const opening = ({ kind, name, hardware }: KeyOrder): string =>
  [
    'Schlüsselzeremonie: Es entsteht der Schlüssel des Siegels.',
    `  Name: ${name.commonName}, ${name.organisation}`,
    `  Art: ${kind}, ${hardware ? `im Token „${hardware.token}“` : 'als verschlüsselte Datei'}`,
    'Gebraucht werden zwei Personen. Keine von beiden kennt am Ende das ganze Geheimnis.',
  ].join('\n');

/** Of a new file its password; of a token the PIN it already has. */
export const secretFor = (
  conversation: Conversation,
  persons: Persons,
  hardware: HardwarePlace | undefined,
  isNew = true,
): Promise<string> =>
  hardware
    ? secretOfTwo(conversation, persons, { what: 'der PIN des Tokens', leastLength: 2, isNew: false })
    : secretOfTwo(conversation, persons, { what: 'des Passworts', leastLength: 12, isNew });

function requestFor({ publicKey, sign }: SealingKey, subject: Uint8Array<ArrayBuffer>) {
  const algorithm = algorithmOf(publicKey, 'pkcs1');
  return writeRequest({ subject, publicKey, algorithm, sign: (data) => sign(algorithm, data) });
}

export const describe = ({ token }: SealingKey): Record<string, string> =>
  token
    ? {
        'HSM-Modul': `${token.module} ${token.moduleVersion}`,
        Token: `${token.token}, ${token.model}, Nr. ${token.serialNumber}, Firmware ${token.firmware}`,
      }
    : {};

const pemOfRequest = (der: Uint8Array): string =>
  [
    '-----BEGIN CERTIFICATE REQUEST-----',
    ...(Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []),
    '-----END CERTIFICATE REQUEST-----',
    '',
  ].join('\n');

/** A file that only its owner reads, and that was not there before. */
export async function write(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<{ name: string; sha256: string }> {
  await writeFile(join(folder, name), content, { mode: 0o600, flag: 'wx', flush: true }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Error(`${join(folder, name)} lässt sich nicht schreiben (${error.code}). Überschrieben wird nichts.`);
    },
  );
  return { name, sha256: sha256(content) };
}

export async function writeProtocol(
  { folder, conversation }: Pick<Ceremony, 'folder' | 'conversation'>,
  name: string,
  protocol: Protocol,
): Promise<void> {
  const json = `${JSON.stringify(protocol, null, 2)}\n`;
  const { sha256: hash } = await write(folder, `${name}.json`, json);
  await write(folder, `${name}.txt`, protocolText(protocol, json));
  conversation.say(
    `Protokoll: ${join(folder, name)}.txt. SHA-256 der JSON-Fassung, bitte notieren:\n  ${inGroups(hash)}`,
  );
}

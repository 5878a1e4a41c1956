import { createHash } from 'node:crypto';
import { hostname, release, type } from 'node:os';
import * as v from 'valibot';
import { inGroups } from './two-persons.ts';

/**
 * The protocol of a key ceremony, twice: as JSON, whose SHA-256 the second part names, and as a text to print, sign by
 * hand and file.
 */
const Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const Protocol = v.object({
  schema: v.literal('schalter/key-ceremony@1'),
  part: v.picklist(['key', 'certificate']),
  startedAt: v.string(),
  endedAt: v.string(),
  persons: v.tuple([v.string(), v.string()]),
  machine: v.string(),
  tools: v.record(v.string(), v.string()),
  key: v.object({
    kind: v.picklist(['P-256', 'P-384', 'RSA-3072', 'RSA-4096']),
    kept: v.picklist(['file', 'hardware']),
    /** In hardware: where. */
    place: v.optional(v.object({ module: v.string(), token: v.string(), label: v.string() })),
    /** SHA-256 of the SubjectPublicKeyInfo. */
    fingerprint: Hex,
  }),
  name: v.record(v.string(), v.string()),
  /** What was looked at, and what came out, in words. */
  checks: v.array(v.object({ what: v.string(), found: v.string() })),
  files: v.array(v.object({ name: v.string(), sha256: Hex })),
  confirmations: v.array(v.object({ person: v.string(), at: v.string(), typed: v.string() })),
  /** SHA-256 of the first part's JSON, in the second. */
  previous: v.optional(Hex),
});
export type Protocol = v.InferOutput<typeof Protocol>;

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const toolVersions = (schalter: string): Record<string, string> => ({
  Schalter: schalter,
  'Node.js': process.versions.node,
  OpenSSL: process.versions.openssl ?? '',
});

export const machineName = (): string => `${hostname()} (${type()} ${release()})`;

const titles = { key: 'Schlüssel und Zertifikatsantrag', certificate: 'Einsetzen des Zertifikats' };

/** To print: everything of the JSON, its SHA-256, and two lines to sign on. */
export function protocolText(protocol: Protocol, json: string): string {
  const { part, persons, key, name, checks, files, confirmations, previous } = protocol;
  const section = (title: string, lines: readonly string[]) => [title, ...lines.map((line) => `  ${line}`), ''];
  const pairs = (all: Readonly<Record<string, string>>) => Object.entries(all).map(([a, b]) => `${a}: ${b}`);
  const place = key.place && `Token „${key.place.token}“, Schlüssel „${key.place.label}“, Modul ${key.place.module}`;
  return [
    `Schlüsselzeremonie für das Siegel: ${titles[part]}`,
    '',
    ...section('Zeit (UTC)', [`Beginn: ${protocol.startedAt}`, `Ende: ${protocol.endedAt}`]),
    ...section('Anwesend', persons),
    ...section('Gerät und Werkzeuge', [protocol.machine, ...pairs(protocol.tools)]),
    ...section('Schlüssel', [
      `Art: ${key.kind}`,
      `Aufbewahrt: ${place ?? 'verschlüsselte Datei, Passwort in zwei Hälften'}`,
      `Fingerabdruck (SHA-256 des öffentlichen Schlüssels): ${inGroups(key.fingerprint)}`,
    ]),
    ...section('Name', pairs(name)),
    ...section(
      'Geprüft',
      checks.map(({ what, found }) => `${what}: ${found}`),
    ),
    ...section(
      'Dateien (SHA-256)',
      files.map(({ name: file, sha256: hash }) => `${file}: ${hash}`),
    ),
    ...section(
      'Bestätigt',
      confirmations.map(({ person, at, typed }) => `${person}, ${at}, Fingerabdruck endet auf ${typed}`),
    ),
    ...(previous ? section('Erster Teil (SHA-256)', [previous]) : []),
    ...section('Dieses Protokoll als JSON (SHA-256)', [sha256(json)]),
    ...persons.flatMap((person) => ['', '', '________________________________________', person]),
    '',
  ].join('\n');
}

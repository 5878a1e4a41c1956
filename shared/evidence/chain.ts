import { sha256Hex, toBase64Url } from '../base/bytes.ts';
import { canonicalBytes } from '../declaration/canonical.ts';
import type { EvidenceEvent } from './events.ts';

/**
 * The Nachweis: a list of what happened in a case, each entry bound to the one before by its hash. Nobody can change,
 * remove or reorder an entry without every later hash telling (signing.md 7).
 */
export type Draft = { at: string; actor: string; event: EvidenceEvent; details: Readonly<Record<string, string>> };
export type Entry = Draft & { position: number; previousHash: string; hash: string };

export type Intact = { intact: true } | { intact: false; brokenAt: number };

/** What stands before the first entry. */
export const noHash = '0'.repeat(64);

/** The entry that continues after `last`; positions count from 0. */
export async function nextEntry(last: Entry | undefined, draft: Draft): Promise<Entry> {
  const { at, actor, event, details } = draft;
  const body = { position: (last?.position ?? -1) + 1, at, actor, event, details, previousHash: last?.hash ?? noHash };
  return { ...body, hash: await sha256Hex(canonicalBytes(body)) };
}

/** Whether the list is whole from its first entry on. An empty list is: nothing was claimed. */
export async function verifyChain(entries: readonly Entry[]): Promise<Intact> {
  let last: Entry | undefined;
  for (const [position, entry] of entries.entries()) {
    const expected = await nextEntry(last, entry);
    if (entry.position !== position || entry.previousHash !== expected.previousHash || entry.hash !== expected.hash)
      return { intact: false, brokenAt: position };
    last = entry;
  }
  return { intact: true };
}

/** A fact too personal for the evidence, as a hash that only who has the case's salt can check. */
export async function saltedHash(salt: string, fact: unknown): Promise<string> {
  return sha256Hex(canonicalBytes({ salt, fact }));
}

/** 128 random bits as the text that goes into declaration and hashes. */
export function makeSalt(random: Uint8Array): string {
  if (random.length !== 16) throw new Error('a salt has 16 bytes');
  return toBase64Url(random);
}

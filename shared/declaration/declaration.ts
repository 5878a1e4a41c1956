import type { Locale } from '../base/locale.ts';

/**
 * The Erklärung: everything the citizen declares, exactly as it was shown. Screen and PDF are drawings of this one
 * object: nothing is shown that is not in it, and only technical ids, hashes and the salt are in it unshown.
 * The format is a contract; `tests/vectors` holds it.
 */
export type Declaration = {
  schema: 'schalter/declaration@1';
  /** 128 random bits, base64url; destroyed with the case. */
  salt: string;
  service: string;
  serviceVersion: string;
  /** SHA-256 of the canonical definition, hex. */
  definitionHash: string;
  authority: { name: string; ags: string; address: string };
  caseId: string;
  /** Counts from 1; every review freezes another one. */
  revision: number;
  /** Vorgangsnummer, `JJ-DDDD-NNNNN-P`. */
  number: string;
  title: T;
  basis: string;
  channel: Channel;
  policy: { profile: string; basis: string };
  form: { basis: string };
  identification: readonly IdentificationShown[];
  assistance: readonly Assistance[];
  /** The second language shown beside the German, if any. */
  locale: Exclude<Locale, 'de'> | null;
  sections: readonly DeclaredSection[];
  statements: readonly DeclaredClause[];
  notices: readonly DeclaredClause[];
  /** A form the Fachverfahren printed, shown page by page. */
  original?: { fileName: string; sha256: string; pages: number };
  signers: readonly Signer[];
};

/** A text: the German one binds, `shown` is the second language the citizen read beside it. */
export type T = { de: string; shown?: string };

export type Channel = 'counter' | 'video';
export type Assistance = 'read-aloud' | 'translated' | 'accompanied';
export type IdentificationShown = { person: string; how: string; document: string; result: string };
export type DeclaredSection = { id: string; title: T; entries: readonly DeclaredEntry[] };
/** `value` is what machines read, `shown` what people read. */
export type DeclaredEntry = { id: string; label: T; shown: T; value: string | number | boolean };
export type DeclaredClause = { id: string; text: T; basis: string };
/** For whom one confirms. `householder`: into whose dwelling a child moves (§ 17 Abs. 3 Satz 1 BMG); `family`: once for all. */
export const signerRoles = ['self', 'parent', 'householder', 'guardian', 'authorised', 'family'] as const;
export type SignerRole = (typeof signerRoles)[number];
export type Signer = { id: string; role: SignerRole; name: string };

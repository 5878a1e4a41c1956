import * as v from 'valibot';
import type { Bytes } from '../base/bytes.ts';
import { locales } from '../base/locale.ts';
import { canonical } from '../declaration/canonical.ts';
import { type Declaration, signerRoles } from '../declaration/declaration.ts';
import { Objection } from './notes.ts';
import type { ReasonCode } from './reasons.ts';

/** `declaration.json` as it must be: every field known, nothing else. */
const text = v.string();
const T = v.strictObject({ de: text, shown: v.exactOptional(text) });
const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));
const Clause = v.strictObject({ id: text, text: T, basis: text });

const DeclarationFile: v.GenericSchema<unknown, Declaration> = v.strictObject({
  schema: v.literal('schalter/declaration@1'),
  salt: v.pipe(text, v.regex(/^[A-Za-z0-9_-]{22}$/)),
  service: text,
  serviceVersion: text,
  definitionHash: hash,
  authority: v.strictObject({ name: text, ags: text, address: text }),
  caseId: v.pipe(text, v.uuid()),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  number: text,
  title: T,
  basis: text,
  channel: v.picklist(['counter', 'video']),
  policy: v.strictObject({ profile: text, basis: text }),
  form: v.strictObject({ basis: text }),
  identification: v.array(v.strictObject({ person: text, how: text, document: text, result: text })),
  assistance: v.array(v.picklist(['read-aloud', 'translated', 'accompanied'])),
  locale: v.nullable(v.picklist(locales.filter((locale) => locale !== 'de'))),
  sections: v.array(
    v.strictObject({
      id: text,
      title: T,
      entries: v.array(
        v.strictObject({
          id: text,
          label: T,
          shown: T,
          value: v.union([text, v.pipe(v.number(), v.integer()), v.boolean()]),
        }),
      ),
    }),
  ),
  statements: v.array(Clause),
  notices: v.array(Clause),
  original: v.exactOptional(
    v.strictObject({ fileName: text, sha256: hash, pages: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ),
  signers: v.pipe(
    v.array(
      v.strictObject({
        id: text,
        role: v.picklist(signerRoles),
        name: text,
      }),
    ),
    v.minLength(1),
    v.check((signers) => new Set(signers.map(({ id }) => id)).size === signers.length),
  ),
});

/** The declaration of the attachment. Its bytes must be its canonical form, because their hash is what was confirmed. */
export function readDeclaration(bytes: Bytes): Declaration {
  const value = parseJson(bytes, 'declaration-malformed');
  const declaration = v.safeParse(DeclarationFile, value);
  if (!declaration.success)
    throw new Objection('declaration-malformed', { part: v.getDotPath(declaration.issues[0]) ?? '' });
  checkCanonical(bytes, value, 'declaration-not-canonical');
  return declaration.output;
}

/** JSON of an attachment, or the given objection. */
export function parseJson(bytes: Bytes, code: ReasonCode): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new Objection(code, { part: 'JSON' });
  }
}

/** JSON has many spellings; only the canonical one has the hash. A key that stands twice falls here, too. */
export function checkCanonical(bytes: Bytes, value: unknown, code: ReasonCode): void {
  let spelled: string | undefined;
  try {
    spelled = canonical(value);
  } catch {
    spelled = undefined;
  }
  if (spelled !== new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    throw new Objection(code, { part: 'canonical form' });
}

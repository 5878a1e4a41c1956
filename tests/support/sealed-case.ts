import { calculateJwkThumbprint, generateKeyPair } from 'jose';
import { type Bytes, sha256Hex, utf8 } from '../../shared/base/bytes.ts';
import { type Act, hashAct, signAct } from '../../shared/declaration/act.ts';
import { canonical, canonicalBytes } from '../../shared/declaration/canonical.ts';
import type { Declaration } from '../../shared/declaration/declaration.ts';
import { type Drawing, hashDrawing, makeDrawing } from '../../shared/declaration/drawing.ts';
import { comparingCode, hashDeclaration } from '../../shared/declaration/hash.ts';
import { type Draft, type Entry, nextEntry } from '../../shared/evidence/chain.ts';

/** The attachments of a small, complete case: two signers, one drew and one pressed the key. */
const challenge = 'Y2hhbGxlbmdl';
const caseId = '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d12';

export const declaration: Declaration = {
  schema: 'schalter/declaration@1',
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  service: 'anmeldung',
  serviceVersion: '2026-11',
  definitionHash: 'd'.repeat(64),
  authority: { name: 'Stadt Leinfelden-Echterdingen', ags: '08116078', address: 'Marktplatz 1' },
  caseId,
  revision: 1,
  number: '26-0001-00001-5',
  title: { de: 'Anmeldung einer Wohnung' },
  basis: '§ 17 Abs. 1 BMG',
  channel: 'counter',
  policy: { profile: 'bw', basis: '§ 23 Abs. 1 BMG' },
  form: { basis: '§ 3a VwVfG' },
  identification: [{ person: 'p1', how: 'seen', document: 'PA', result: 'shown' }],
  assistance: [],
  locale: null,
  sections: [
    {
      id: 'home',
      title: { de: 'Wohnung' },
      entries: [{ id: 'city', label: { de: 'Ort' }, shown: { de: 'Echterdingen' }, value: 'Echterdingen' }],
    },
    {
      id: 'people',
      title: { de: 'Personen' },
      entries: [{ id: 'name', label: { de: 'Name' }, shown: { de: 'Müller' }, value: 'Müller' }],
    },
  ],
  statements: [{ id: 'true', text: { de: 'Die Angaben sind richtig.' }, basis: '§ 25 BMG' }],
  notices: [],
  signers: [
    { id: 'p1', role: 'self', name: 'Anna Müller' },
    { id: 'p2', role: 'family', name: 'Bernd Müller' },
  ],
};

export const drawing: Drawing = makeDrawing([
  [
    [100, 100],
    [300, 120],
    [500, 90],
  ],
]);

export type CaseChange = {
  declaration?: Declaration;
  /** Changes act 1 or 2 before it is signed, and says so in the evidence, too. */
  act?(act: Act, number: number): Act;
  /** Changes the evidence before it is hashed. */
  evidence?(drafts: Draft[]): Draft[];
  /** Changes the finished chain. */
  entries?(entries: Entry[]): Entry[];
  /** Changes the finished files. */
  files?(files: Record<string, Bytes>): Record<string, Bytes> | Promise<Record<string, Bytes>>;
};

/** Everything a declaration document carries, by name. */
export async function caseFiles(change: CaseChange = {}): Promise<Record<string, Bytes>> {
  const declared = change.declaration ?? declaration;
  const declarationHash = await hashDeclaration(declared);
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = await crypto.subtle.exportKey('jwk', publicKey);
  const thumbprint = await calculateJwkThumbprint({
    kty: 'EC',
    crv: 'P-256',
    x: publicJwk.x ?? '',
    y: publicJwk.y ?? '',
  });
  const base = {
    schema: 'schalter/act@1' as const,
    caseId,
    revision: 1,
    declarationHash,
    sectionsSeen: ['home', 'people'],
    challenge,
    capturedAt: '2026-11-23T08:58:00.000Z',
    offline: false,
    appVersion: '1.0.0',
  };
  const planned: Act[] = [
    {
      ...base,
      actId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d21',
      signer: 'p1',
      method: 'drawn',
      drawingHash: await hashDrawing(drawing),
    },
    { ...base, actId: '0193538e-5c60-7c3c-a3f1-1f4b0e6a7d22', signer: 'p2', method: 'confirmed' },
  ];
  const acts = planned.map((act, at) => change.act?.(act, at + 1) ?? act);
  const drafts: Draft[] = [
    draft('case-opened', { caseId, number: declared.number }),
    draft('device-paired', { thumbprint, desk: 'platz-3', number: '0001' }),
    draft('review-started', {
      revision: '1',
      declarationHash,
      comparingCode: comparingCode(declarationHash),
      challengeHash: await sha256Hex(utf8(challenge)),
    }),
    ...(await Promise.all(
      acts.map(async (act) =>
        draft('confirmed', {
          actId: act.actId,
          actHash: await hashAct(act),
          revision: '1',
          declarationHash,
          signer: act.signer,
          method: act.method,
          thumbprint,
          ...(act.drawingHash ? { drawingHash: act.drawingHash } : {}),
        }),
      ),
    )),
    draft('accepted', { revision: '1', declarationHash }),
  ];
  let entries: Entry[] = [];
  for (const each of change.evidence?.(drafts) ?? drafts) entries.push(await nextEntry(entries.at(-1), each));
  entries = change.entries?.(entries) ?? entries;
  const files: Record<string, Bytes> = {
    'declaration.json': canonicalBytes(declared),
    'drawing-1.json': canonicalBytes(drawing),
    'evidence-at-seal.json': utf8(canonical({ schema: 'schalter/evidence@1', caseId, entries, inclusion: 'pending' })),
  };
  for (const [at, act] of acts.entries())
    files[`act-${at + 1}.jws`] = utf8(await signAct(act, { privateKey, publicJwk }));
  return (await change.files?.(files)) ?? files;
}

const draft = (event: Draft['event'], details: Draft['details']): Draft => ({
  at: '2026-11-23T08:57:00.000Z',
  actor: 'clerk:1',
  event,
  details,
});

export const meldebestaetigung = {
  schema: 'schalter/meldebestaetigung@1',
  kind: 'anmeldung',
  authority: { name: 'Stadt Leinfelden-Echterdingen', address: 'Marktplatz 1' },
  issuedOn: '2026-11-23',
  persons: [
    {
      familienname: 'Müller',
      vornamen: 'Anna',
      geburtsdatum: '1990-05-04',
      einzugsOderAuszugsdatum: '2026-11-15',
      datumDerMeldung: '2026-11-23',
      anschrift: 'Hauptstraße 1',
      wohnung: 'alleinige Wohnung',
    },
  ],
};

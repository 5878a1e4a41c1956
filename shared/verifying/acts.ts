import * as v from 'valibot';
import { type Bytes, sha256Hex } from '../base/bytes.ts';
import { type Act, readAct } from '../declaration/act.ts';
import type { Declaration } from '../declaration/declaration.ts';
import { type Drawing, isEvenlySpaced } from '../declaration/drawing.ts';
import { attachmentNames } from './attachment-names.ts';
import { checkCanonical, parseJson } from './declaration-file.ts';
import { type Note, Objection } from './notes.ts';

/** An act of the file, with the thumbprint of the key that verifies it. */
export type VerifiedAct = { number: number; act: Act; thumbprint: string };

const point = v.strictTuple([v.number(), v.number()]);
const DrawingFile: v.GenericSchema<unknown, Drawing> = v.strictObject({
  schema: v.literal('schalter/drawing@1'),
  paths: v.array(v.pipe(v.array(point), v.minLength(1))),
});

/**
 * Reads the acts and holds each against the declaration: signed by the key it names, about this declaration, by one
 * of its signers, after all of it was seen, and with the drawing it speaks of. Whoever of the signers confirmed on
 * paper has no act; the evidence says so.
 */
export async function checkActs(
  attachments: ReadonlyMap<string, Bytes>,
  { declaration, declarationHash }: { declaration: Declaration; declarationHash: string },
  note: Note,
): Promise<readonly VerifiedAct[]> {
  const acts: VerifiedAct[] = [];
  for (let number = 1; attachments.has(attachmentNames.act(number)); number += 1) {
    const part = attachmentNames.act(number);
    const read = await readAct(asciiOf(attachments.get(part)));
    if (!read.ok) {
      const isForged = read.because === 'signature-wrong' || read.because === 'thumbprint-differs';
      note(isForged ? 'act-signature-invalid' : 'act-malformed', { part });
      continue;
    }
    const { act, thumbprint } = read;
    const isAbout = act.declarationHash === declarationHash && act.caseId === declaration.caseId;
    if (!isAbout || act.revision !== declaration.revision) note('act-other-declaration', { part });
    if (!declaration.signers.some(({ id }) => id === act.signer)) note('act-signer-unknown', { part });
    if (acts.some((other) => other.act.signer === act.signer || other.act.actId === act.actId))
      note('act-twice', { part });
    if (!declaration.sections.every(({ id }) => act.sectionsSeen.includes(id))) note('act-sections-unseen', { part });
    await checkDrawing(attachments, act, number, note);
    acts.push({ number, act, thumbprint });
  }
  return acts;
}

async function checkDrawing(
  attachments: ReadonlyMap<string, Bytes>,
  act: Act,
  number: number,
  note: Note,
): Promise<void> {
  const part = attachmentNames.drawing(number);
  const bytes = attachments.get(part);
  const isDrawn = act.method !== 'confirmed';
  if (isDrawn !== (act.drawingHash !== undefined) || (bytes && !isDrawn)) return note('drawing-mismatch', { part });
  if (!isDrawn) return;
  if (!bytes) return note('drawing-missing', { part });
  try {
    const value = parseJson(bytes, 'drawing-mismatch');
    checkCanonical(bytes, value, 'drawing-mismatch');
    const drawing = v.safeParse(DrawingFile, value);
    const isIt = drawing.success && isEvenlySpaced(drawing.output) && (await sha256Hex(bytes)) === act.drawingHash;
    if (!isIt) note('drawing-mismatch', { part });
  } catch (error) {
    if (!(error instanceof Objection)) throw error;
    note(error.code, { part });
  }
}

/** A compact JWS is ASCII; anything else can't be one, and reads as such. */
const asciiOf = (bytes: Bytes | undefined): string =>
  new TextDecoder('utf-8').decode(bytes).replace(/[^\x21-\x7e]/g, ' ');

import type { Bytes } from '../base/bytes.ts';
import { findObject, type PdfFile, resolve } from '../pdf/file.ts';
import { catalogOf } from '../pdf/signatures.ts';
import { decodeStream } from '../pdf/streams.ts';
import { asArray, asDict, asName, asRef, asText, dictsIn, type PdfValue } from '../pdf/values.ts';
import { attachmentNames } from './attachment-names.ts';
import { Objection } from './notes.ts';

/** More attachments than this no document has: eight signers with act and drawing, declaration, evidence. */
const mostAttachments = 40;
const deepestTree = 4;
/** The declaration of eight persons in two languages has a fortieth of this. */
const largestAttachmentBytes = 4 * 1024 * 1024;
/** A form of the Fachverfahren may hold pictures. */
const largestOriginalBytes = 16 * 1024 * 1024;

/**
 * The attachments by name. Each must be listed twice, as an associated file of the document (/AF) and among its
 * embedded files, under the same name; and there must be no file anywhere in the document that is not listed.
 */
export async function readAttachments(file: PdfFile, revision: number): Promise<ReadonlyMap<string, Bytes>> {
  const { dict: catalog } = catalogOf(file, revision);
  const names = asDict(resolve(file, catalog.entries.get('Names'), revision));
  const embedded = [...walkTree(file, names?.entries.get('EmbeddedFiles'), revision, 0)];
  const associated = asArray(resolve(file, catalog.entries.get('AF'), revision)) ?? [];
  const listed = new Set(associated.map(asRef));
  if (
    embedded.length !== listed.size ||
    associated.length !== listed.size ||
    embedded.some(([, ref]) => !listed.has(ref))
  )
    odd('AF');
  const attachments = new Map<string, Bytes>();
  const streams = new Set<number>();
  for (const [name, ref] of embedded) {
    const stream = streamOf(file, ref, name, revision);
    if (attachments.has(name) || streams.has(stream)) odd(name);
    streams.add(stream);
    const object = findObject(file, stream, revision);
    const bytes = object ? await decodeStream(file, object) : new Uint8Array();
    if (bytes.length > (name === attachmentNames.original ? largestOriginalBytes : largestAttachmentBytes)) odd(name);
    attachments.set(name, bytes);
  }
  checkNothingHidden(file, listed, streams);
  return attachments;
}

const odd = (part: string): never => {
  throw new Objection('attachments-odd', { part });
};

/** The pairs of a name tree (ISO 32000-2, 7.9.6). */
function* walkTree(
  file: PdfFile,
  value: PdfValue | undefined,
  revision: number,
  depth: number,
): Generator<[name: string, ref: number]> {
  if (depth > deepestTree) odd('EmbeddedFiles');
  const node = asDict(resolve(file, value, revision));
  for (const kid of asArray(resolve(file, node?.entries.get('Kids'), revision)) ?? [])
    yield* walkTree(file, kid, revision, depth + 1);
  const pairs = asArray(resolve(file, node?.entries.get('Names'), revision)) ?? [];
  if (pairs.length > 2 * mostAttachments) odd('EmbeddedFiles');
  for (let at = 0; at < pairs.length; at += 2)
    yield [textOf(pairs[at]) ?? odd('EmbeddedFiles'), asRef(pairs[at + 1]) ?? odd('EmbeddedFiles')];
}

/** The number of the stream behind a file specification that bears this name and no other. */
function streamOf(file: PdfFile, ref: number, name: string, revision: number): number {
  const specification = asDict(findObject(file, ref, revision)?.value);
  const [f, uf] = [textOf(specification?.entries.get('F')), textOf(specification?.entries.get('UF'))];
  const embedded = asDict(resolve(file, specification?.entries.get('EF'), revision));
  const streams = [...(embedded?.entries ?? [])].map(([key, value]) => (['F', 'UF'].includes(key) ? asRef(value) : 0));
  const [stream] = streams;
  if (!stream || streams.some((other) => other !== stream) || (f ?? name) !== name || (uf ?? name) !== name) odd(name);
  return stream ?? odd(name);
}

function checkNothingHidden(
  file: PdfFile,
  specifications: ReadonlySet<number | undefined>,
  streams: ReadonlySet<number>,
): void {
  for (const { objects } of file.revisions)
    for (const { number, value } of objects.values())
      for (const dict of dictsIn(value)) {
        const type = asName(dict.entries.get('Type'));
        const isSpecification = dict.entries.has('EF') || type === 'Filespec';
        if (isSpecification && (dict !== value || !specifications.has(number))) odd(`object ${number}`);
        if (type === 'EmbeddedFile' && !streams.has(number)) odd(`object ${number}`);
      }
}

/** A text string: UTF-16 with its mark, otherwise ASCII. */
function textOf(value: PdfValue | undefined): string | undefined {
  const text = asText(value);
  if (text === undefined || !text.startsWith('\u{fe}\u{ff}')) return text;
  return new TextDecoder('utf-16be').decode(Uint8Array.from(text.slice(2), (char) => char.charCodeAt(0)));
}

import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * Writes the smallest PDFs that still have what a document of the office has, so that a test can put one wrong thing
 * into them and change nothing else. An object is its text, or a stream's dictionary and data.
 */
export type SmallObject = string | { dict: string; data: Uint8Array | string };
export type SmallObjects = Record<number, SmallObject>;

/** A document with these attachments and an empty seal field (object 5). `more` adds objects or replaces them. */
export function smallPdf(attachments: Record<string, Uint8Array>, more: SmallObjects = {}): Bytes {
  const names = Object.keys(attachments).toSorted();
  const refs = names.map((_, at) => `${10 + 2 * at} 0 R`);
  const pairs = names.map((name, at) => `(${name}) ${refs[at]}`).join(' ');
  const objects: SmallObjects = {
    1: catalogText(`/AF [${refs.join(' ')}] /Names << /EmbeddedFiles << /Names [${pairs}] >> >>`),
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << >> /Annots [5 0 R] /Tabs /S >>',
    4: '<< /Fields [5 0 R] /SigFlags 3 >>',
    5: fieldText('Siegel', '/P 3 0 R'),
    6: { dict: '', data: '0 0 m 100 100 l S' },
    7: '<< /Title (Anmeldung) >>',
    ...Object.fromEntries(
      names.flatMap((name, at) => [
        [10 + 2 * at, specificationText(name, 11 + 2 * at)],
        [11 + 2 * at, embeddedFile(name, attachments[name] ?? new Uint8Array())],
      ]),
    ),
    ...more,
  };
  return writeRevision(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), objects, { root: 1 });
}

/** A PDF inside is packed: what looks for objects in the bytes must not find those of the other. */
const embeddedFile = (name: string, data: Uint8Array): SmallObject =>
  name.endsWith('.pdf')
    ? { dict: '/Type /EmbeddedFile /Filter /FlateDecode', data: new Uint8Array(deflateSync(data)) }
    : { dict: '/Type /EmbeddedFile', data };

export const catalogText = (more = ''): string =>
  `<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /Lang (de) ${more} >>`;

export const fieldText = (name: string, more = ''): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /TU (${name}) /Rect [0 0 0 0] /F 132 ${more} >>`;

export const specificationText = (name: string, stream: number): string =>
  `<< /Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Data /EF << /F ${stream} 0 R >> >>`;

/** Appends these objects as an increment; `trailer` adds to what every trailer has. */
export function appendObjects(pdf: Uint8Array, objects: SmallObjects, trailer = ''): Bytes {
  const text = Buffer.from(pdf).toString('latin1');
  const prev = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  return writeRevision(Buffer.from(pdf), objects, { root: 1, prev, more: trailer });
}

/** How an object of the file reads, as text; its last version. */
export function objectText(pdf: Uint8Array, number: number): string {
  const text = Buffer.from(pdf).toString('latin1');
  const [, body = ''] = [...text.matchAll(new RegExp(`(?<=\\n)${number} 0 obj\\s([^]*?)\\sendobj`, 'g'))].at(-1) ?? [];
  return body;
}

/** The number for the next object. */
export const nextNumber = (pdf: Uint8Array): number =>
  Math.max(
    ...[
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/Size (\d+)/g),
    ].map(([, size]) => Number(size)),
  );

type Frame = { root: number; prev?: number; more?: string };

function writeRevision(before: Buffer, objects: SmallObjects, { root, prev, more = '' }: Frame): Bytes {
  const parts: Buffer[] = [before];
  let at = before.length;
  const write = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    at += bytes.length;
  };
  const offsets = new Map<number, number>();
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number(number), at);
    if (typeof object === 'string') write(`${number} 0 obj\n${object}\nendobj\n`);
    else {
      const data = typeof object.data === 'string' ? Buffer.from(object.data, 'latin1') : object.data;
      write(`${number} 0 obj\n<< ${object.dict} /Length ${data.length} >>\nstream\n`);
      write(data);
      write('\nendstream\nendobj\n');
    }
  }
  const xrefAt = at;
  const old = Number(/\/Size (\d+)[^/]*(?:\/[^/]*){0,6}$/.exec(before.subarray(-400).toString('latin1'))?.[1] ?? 0);
  const size = Math.max(old, ...[...offsets.keys()].map((number) => number + 1));
  write('xref\n0 1\n0000000000 65535 f \n');
  for (const [number, offset] of offsets) write(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const chain = prev === undefined ? '' : ` /Prev ${prev}`;
  write(`trailer\n<< /Size ${size} /Root ${root} 0 R /Info 7 0 R /ID [<00112233> <00112233>]${chain} ${more} >>\n`);
  write(`startxref\n${xrefAt}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import { type Bytes, utf8 } from '../../shared/base/bytes.ts';
import { pdfLimits } from '../../shared/pdf/limits.ts';
import type { PdfProblemCode } from '../../shared/pdf/problem.ts';
import { appendObjects, smallPdf, type SmallObject } from './small-pdf.ts';

/** Files for each problem the reader knows, odd in that one way: for its tests, and as seeds for the verification's. */
export const plainPdf = smallPdf({ 'a.json': utf8('{}') });
const text = latin1(plainPdf);

export type Making = () => Bytes | Promise<Bytes>;
export const oddPdfs: Readonly<Record<PdfProblemCode, readonly Making[]>> = {
  'file-too-large': [() => new Uint8Array(pdfLimits.fileBytes + 1)],
  'too-much': [
    () => withObject(`(${'x'.repeat(pdfLimits.stringBytes + 1)})`),
    () => withObject(`/${'x'.repeat(200)}`),
    () => withObject(`[${'0 '.repeat(pdfLimits.values)}]`),
  ],
  'header-missing': [() => new Uint8Array(), () => bytesOf(` ${text}`), () => bytesOf(text.replace('1.7', '1.3'))],
  'bytes-unaccounted': [
    () => bytesOf(text.replace('xref\n', 'x')),
    () => bytesOf(text.replace('7 0 obj', '7 1 obj')),
    () => bytesOf(text.replace('endobj\n7 0', 'endobj\n% c\n7 0')),
    () => bytesOf(`${text}x`),
  ],
  'revision-unfinished': [
    () => bytesOf(`${text}\n`),
    () => bytesOf(text.replace('%%EOF\n', '')),
    () => bytesOf(text.replace('startxref', 'start')),
  ],
  'token-unknown': [
    () => withObject('<< /A {} >>'),
    () => withObject('<4>'),
    () => withObject('(x'),
    () => withObject('1.2.3'),
    () => withObject('<< 1 >>'),
    () => withObject('/A#zz'),
  ],
  'nesting-too-deep': [() => withObject('['.repeat(100_000)), () => withObject('<</A'.repeat(100_000))],
  'key-twice': [() => withObject('<< /A 1 /#41 2 >>')],
  'object-odd': [
    () => bytesOf(text.replace('endobj', 'endobx')),
    () => withObject('1 1 R'),
    () => packed((inner) => inner.replace('5 0 6 23', '5 0 6 22')),
  ],
  'object-twice': [() => bytesOf(text.replace('\n7 0 obj', '\n6 0 obj'))],
  'stream-odd': [
    () => bytesOf(text.replace('/Length 17', '/Length 16')),
    () => bytesOf(text.replace('/Length 17', '/Length 6 0 R')),
    () => bytesOf(text.replace('/Length 17', '/Length 99999999')),
  ],
  'stream-undecodable': [
    () => unfolded('/Filter /FlateDecode', utf8('no')),
    () => unfolded('/Filter /FlateDecode', Buffer.concat([deflateSync(Buffer.from('a')), Buffer.from('rest')])),
    () => unfolded('/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2 >>', deflateSync(Buffer.from('a'))),
  ],
  'filter-unsupported': [
    () => unfolded('/Filter /LZWDecode', utf8('x')),
    () => unfolded('/Filter [/FlateDecode /FlateDecode]', utf8('x')),
    () => unfolded('/F (other.bin)', utf8('x')),
  ],
  'xref-odd': [
    () => bytesOf(text.replace('65535 f', '65535 x')),
    () => bytesOf(text.replace(/xref\n0 1\n(.{20})/s, 'xref\n0 1\n$10 1\n$1')),
    () => packed((inner) => inner, '/W [1 9 1]'),
  ],
  'xref-differs': [
    () => bytesOf(text.replace(/(?<=\n7 1\n\d{8})\d\d/, '99')),
    () => bytesOf(text.replace(/\n7 1\n.{20}/s, '\n')),
    () => bytesOf(text.replace(/\/Size \d+/, '/Size 3')),
    () => packed((inner) => inner.replace('5 0', '8 0')),
  ],
  'startxref-wrong': [() => bytesOf(text.replace(/startxref\n\d/, 'startxref\n9'))],
  'prev-wrong': [
    () => bytesOf(latin1(appendObjects(plainPdf, { 40: '<< >>' })).replace(/\/Prev \d+/, '/Prev 0')),
    () => bytesOf(text.replace('/Info 7 0 R', '/Prev 77777')),
  ],
  'trailer-odd': [() => bytesOf(text.replace('/Root 1 0 R', '/Root (1)  '))],
  encrypted: [() => appendObjects(plainPdf, {}, '/Encrypt 4 0 R')],
  hybrid: [() => appendObjects(plainPdf, {}, '/XRefStm 15')],
  'reference-broken': [() => withObject('99 0 R'), () => appendObjects(plainPdf, { 40: '[41 0 R]' })],
  'signature-odd': [
    () => withObject('<< /A << /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >> >>'),
    () => withObject('<< /Type /Sig /ByteRange 7 0 R /Contents <00> >>'),
    () => withObject('<< /Type /Sig /ByteRange [0 1 2 -3] /Contents <00> >>'),
    () => withObject('<< /Type /DocTimeStamp /ByteRange [0 1 2 3] /Contents (00) >>'),
    () => packed((inner) => inner.replace('/Title (Packed)', '/Type     /Sig ')),
  ],
};

export const withObject = (object: SmallObject): Bytes => smallPdf({}, { 8: object });
export const unfolded = (dict: string, data: Uint8Array): Bytes => withObject({ dict, data });

/** A file whose information dictionary lies in an object stream, listed by a cross-reference stream. */
export function packed(change: (inner: string) => string = (inner) => inner, widths = '/W [1 2 1]'): Bytes {
  const inner = change('5 0 6 23 << /Title (Packed) >>  << /Lang (de) >> ');
  const parts = ['%PDF-1.7\n'];
  const offsets = new Map<number, number>();
  const add = (number: number, body: string): void => {
    offsets.set(number, parts.join('').length);
    parts.push(`${number} 0 obj\n${body}\nendobj\n`);
  };
  add(1, '<< /Type /Catalog /Pages 2 0 R >>');
  add(2, '<< /Type /Pages /Kids [] /Count 0 >>');
  const data = latin1(deflateSync(Buffer.from(inner, 'latin1')));
  add(3, `<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream`);
  const at = parts.join('').length;
  const entry = (kind: number, second: number, third: number) => [kind, second >> 8, second & 255, third];
  const table = [
    entry(0, 0, 255),
    ...[1, 2, 3].map((number) => entry(1, offsets.get(number) ?? 0, 0)),
    entry(1, at, 0),
    entry(2, 3, 0),
    entry(2, 3, 1),
  ].flat();
  const xref = latin1(Uint8Array.from(table));
  add(
    4,
    `<< /Type /XRef /Size 7 ${widths} /Root 1 0 R /Info 5 0 R /Length ${xref.length} >>\nstream\n${xref}\nendstream`,
  );
  return bytesOf(`${parts.join('')}startxref\n${at}\n%%EOF\n`);
}

export function bytesOf(latin: string): Bytes {
  return new Uint8Array(Buffer.from(latin, 'latin1'));
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

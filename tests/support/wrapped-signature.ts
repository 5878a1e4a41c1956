import type { Bytes } from '../../shared/base/bytes.ts';
import { bytesOf, latin1 } from './odd-pdfs.ts';

/** Signature wrapping: both signed parts stay as they are, and something else comes between them. */
type Wrap = { before: string; hole: string; after: string };

function splitAtHole(pdf: Bytes): Wrap {
  const whole = latin1(pdf);
  const start = whole.lastIndexOf('/Contents <') + '/Contents '.length;
  const end = whole.indexOf('>', start) + 1;
  return { before: whole.slice(0, start), hole: whole.slice(start, end), after: whole.slice(end) };
}

/** Both signed parts are there, byte by byte, and the digest is right; between them stands something else. */
export function wrapBare(pdf: Bytes): Bytes {
  const { before, hole, after } = splitAtHole(pdf);
  const dictEnd = ' /M (D:20261123090000Z) >>\nendobj\n';
  const range = (second: number) => ` /ByteRange [0 ${before.length} ${second} ${after.length}]`.padEnd(60);
  const first = before + hole + range(0) + dictEnd;
  return bytesOf(before + hole + range(first.length) + dictEnd + after);
}

/** The same as a file that a lenient reader takes for sound: the moved part is the content of a stream. */
export function wrapInStream(pdf: Bytes, more = ''): Bytes {
  const { before, hole, after } = splitAtHole(pdf);
  const revisionAt = before.lastIndexOf('%%EOF\n') + '%%EOF\n'.length;
  const keys =
    '/M (D:20261123090000Z) /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>] >>\nendobj\n';
  const stream = `90 0 obj\n<< /Length ${after.length} >>\nstream\n`;
  const range = (second: number) => ` /ByteRange [0 ${before.length} ${second} ${after.length}] `.padEnd(70);
  const second = (before + hole + range(0) + keys + more + stream).length;
  const body = `${before}${hole}${range(second)}${keys}${more}${stream}${after}\nendstream\nendobj\n`;
  const offsets = new Map<number, number>();
  const outside = body.slice(0, second);
  for (const found of outside.slice(revisionAt).matchAll(/(?:^|\n)(\d+) 0 obj\n/g))
    offsets.set(Number(found[1]), revisionAt + found.index + (found[0].startsWith('\n') ? 1 : 0));
  const entries = [...offsets]
    .map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    .join('');
  const prev = /startxref\n(\d+)\n%%EOF\n$/.exec(before.slice(0, revisionAt))?.[1] ?? '0';
  const trailer = `trailer\n<< /Size 91 /Root 1 0 R /Info 7 0 R /ID [<00112233> <00112233>] /Prev ${prev} >>\n`;
  return bytesOf(`${body}xref\n0 1\n0000000000 65535 f \n${entries}${trailer}startxref\n${body.length}\n%%EOF\n`);
}

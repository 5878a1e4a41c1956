import { deflateSync } from 'node:zlib';
import type { Bytes } from '../../shared/base/bytes.ts';
import { type Attack, attack } from './attack-documents.ts';
import { bytesOf, latin1 } from './odd-pdfs.ts';
import { appendObjects, objectText } from './small-pdf.ts';

/** Ways of hiding a change behind how an increment is built: streams, hybrids, loops, things that stand twice. */
const behind = attack('structure behind the seal');

export const oddIncrements: readonly Attack[] = [
  behind('a page, listed by a cross-reference stream', 'increment-page', (pdf) =>
    withXrefStream(pdf, [[3, changedPage(pdf)]]),
  ),
  behind('nothing, listed by a cross-reference stream', 'increment-forbidden', (pdf) => withXrefStream(pdf, [])),
  behind('a page inside an object stream', 'increment-page', (pdf) => withObjectStream(pdf, 3, changedPage(pdf))),
  behind('a note inside an object stream, beside the page', 'increment-annotation', (pdf) =>
    withObjectStream(pdf, 70, '<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] >>'),
  ),
  behind('a hybrid file', 'hybrid', (pdf) => appendObjects(pdf, { 3: changedPage(pdf) }, '/XRefStm 15')),
  behind('an encrypted increment', 'encrypted', (pdf) => appendObjects(pdf, { 3: changedPage(pdf) }, '/Encrypt 7 0 R')),
  behind('/Prev that leads to itself', 'prev-wrong', (pdf) => withPrev(pdf, (own) => own)),
  behind('/Prev that leads nowhere', 'prev-wrong', (pdf) => withPrev(pdf, () => 0)),
  behind('/Prev that leaves the sealed revision out', 'prev-wrong', (pdf) =>
    withPrev(pdf, () => Number(/startxref\n(\d+)/.exec(latin1(pdf))?.[1])),
  ),
  behind('no /Prev', 'prev-wrong', (pdf) =>
    lastReplaced(appendObjects(pdf, { 3: changedPage(pdf) }), / \/Prev \d+/, ''),
  ),
  behind('a page that stands twice', 'object-twice', (pdf) =>
    lastReplaced(
      appendObjects(pdf, { 3: changedPage(pdf) }),
      /xref\n0 1\n/,
      `3 0 obj\n${objectText(pdf, 3)}\nendobj\nxref\n0 1\n`,
    ),
  ),
  behind('a page the table does not list', 'xref-differs', (pdf) =>
    lastReplaced(appendObjects(pdf, { 3: changedPage(pdf) }), /3 1\n\d{10} 00000 n \n/, ''),
  ),
  behind('a page of another generation', 'bytes-unaccounted', (pdf) =>
    lastReplaced(appendObjects(pdf, { 3: changedPage(pdf) }), /3 0 obj/, '3 1 obj'),
  ),
  behind('a catalogue that has its pages twice', 'key-twice', (pdf) =>
    appendObjects(pdf, { 1: objectText(pdf, 1).replace(/>>$/, '/Pages 62 0 R >>') }),
  ),
  behind('a catalogue that has its pages twice, once in other letters', 'key-twice', (pdf) =>
    appendObjects(pdf, { 1: objectText(pdf, 1).replace(/>>$/, '/P#61ges 62 0 R >>') }),
  ),
  behind('a reference to what is not there yet', 'reference-broken', (pdf) =>
    appendObjects(pdf, { 40: '<< /Next 99 0 R >>' }),
  ),
  behind('another identity of the file', 'increment-forbidden', (pdf) =>
    lastReplaced(appendObjects(pdf, {}), /<00112233>\]/, '<44556677>]'),
  ),
];

const changedPage = (pdf: Bytes): string => objectText(pdf, 3).replace('842', '841');

/** As `appendObjects`, with a cross-reference stream instead of a table (ISO 32000-2, 7.5.8). */
function withXrefStream(
  pdf: Bytes,
  objects: readonly (readonly [number: number, text: string])[],
  within: readonly { number: number; stream: number }[] = [],
): Bytes {
  let body = latin1(pdf);
  const entries: [number: number, fields: readonly [number, number, number]][] = [];
  for (const [number, text] of objects) {
    entries.push([number, [1, body.length, 0]]);
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  for (const { number, stream } of within) entries.push([number, [2, stream, 0]]);
  const at = body.length;
  entries.push([80, [1, at, 0]]);
  const rows = Buffer.concat(entries.map(([, [kind, second, third]]) => rowOf(kind, second, third)));
  const index = entries.map(([number]) => `${number} 1`).join(' ');
  const prev = /startxref\n(\d+)\n%%EOF\n$/.exec(latin1(pdf))?.[1];
  const rest = `/Root 1 0 R /Info 7 0 R /ID [<00112233> <00112233>] /Prev ${prev}`;
  const head = `<< /Type /XRef /Size 91 /W [1 4 1] /Index [${index}] ${rest} /Length ${rows.length} >>`;
  body += `80 0 obj\n${head}\nstream\n${rows.toString('latin1')}\nendstream\nendobj\n`;
  return bytesOf(`${body}startxref\n${at}\n%%EOF\n`);
}

function rowOf(kind: number, second: number, third: number): Buffer {
  const row = Buffer.alloc(6);
  row[0] = kind;
  row.writeUInt32BE(second, 1);
  row[5] = third;
  return row;
}

function withObjectStream(pdf: Bytes, number: number, text: string): Bytes {
  const head = `${number} 0 `;
  const data = deflateSync(Buffer.from(head + text, 'latin1')).toString('latin1');
  const dict = `<< /Type /ObjStm /N 1 /First ${head.length} /Filter /FlateDecode /Length ${data.length} >>`;
  return withXrefStream(pdf, [[79, `${dict}\nstream\n${data}\nendstream`]], [{ number, stream: 79 }]);
}

/** An increment whose /Prev is another; `choose` is told where its own table begins. */
function withPrev(pdf: Bytes, choose: (own: number) => number): Bytes {
  const appended = appendObjects(pdf, { 3: changedPage(pdf) });
  const own = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(latin1(appended))?.[1]);
  return lastReplaced(appended, /\/Prev \d+/, `/Prev ${choose(own)}`);
}

function lastReplaced(pdf: Bytes, what: RegExp, text: string): Bytes {
  const whole = latin1(pdf);
  const last = [...whole.matchAll(new RegExp(what.source, 'g'))].at(-1);
  if (!last) throw new Error(`nothing to change: ${what.source}`);
  return bytesOf(whole.slice(0, last.index) + text + whole.slice(last.index + last[0].length));
}

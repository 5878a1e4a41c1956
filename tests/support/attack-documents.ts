import type { Bytes } from '../../shared/base/bytes.ts';
import type { PdfProblemCode } from '../../shared/pdf/problem.ts';
import type { ReasonCode } from '../../shared/verifying/reasons.ts';
import { bytesOf, latin1 } from './odd-pdfs.ts';
import { caseFiles } from './sealed-case.ts';
import { key } from './sealed-subject.ts';
import { sealByHand } from './seal-by-hand.ts';
import { appendObjects, fieldText, nextNumber, objectText, smallPdf, type SmallObjects } from './small-pdf.ts';
import { makeCa, makeKey, type TestKey } from './test-pki.ts';
import { wrapBare, wrapInStream } from './wrapped-signature.ts';

/**
 * The known families of attacks on signed PDFs, each on documents of our own making: universal signature forgery,
 * incremental saving and signature wrapping (Mladenov et al. 2019), shadow attacks (Mainka et al. 2021), and attacks on
 * certification with evil annotations and sneaky signatures (Rohlmann et al. 2021). Each says by what it must be caught.
 */
export type Attack = {
  family: string;
  name: string;
  make: () => Promise<Bytes>;
  /** The reason that must be among those found; where the structure is odd, the reader's own. */
  caughtBy: ReasonCode | PdfProblemCode;
};

/** Makes the attacks of a family, each on the document all of them begin with. */
export const attack =
  (family: string) =>
  (name: string, caughtBy: Attack['caughtBy'], make: (sealed: Bytes) => Bytes | Promise<Bytes>): Attack => ({
    family,
    name,
    caughtBy,
    make: async () => make(await sealedDocument()),
  });

/** What the shadow attacks were prepared with: another page, another form, an overlay; nothing refers to them, or a lot. */
const prepared: SmallObjects = {
  60: { dict: '', data: '50 50 m 400 400 l S' },
  61: '<< /Type /Page /Parent 62 0 R /MediaBox [0 0 595 842] /Contents 60 0 R /Resources << >> /Annots [5 0 R] >>',
  62: '<< /Type /Pages /Kids [61 0 R] /Count 1 >>',
  63: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 595 842]', data: '1 g 0 0 595 842 re f' },
  64: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
};

/** The document every attack begins with; it passes. */
export async function sealedDocument(): Promise<Bytes> {
  const files = await caseFiles();
  const plain = smallPdf(files);
  const page = objectText(plain, 3).replace('<< >>', '<< /XObject << /O 63 0 R >> /Font << /F 64 0 R >> >>');
  const catalog = objectText(plain, 1);
  return sealByHand(smallPdf(files, { ...prepared, 3: page, 65: catalog.replace('2 0 R', '62 0 R') }), key);
}

const forgery = attack('universal signature forgery');
const byteRange = /\/ByteRange \[[^\]]*\]/;
const contents = /\/Contents <[0-9A-F]{1000,}>/;
const universal = [
  ...[
    ['/ByteRange missing', '', 'signature-odd'],
    ['/ByteRange without value', '/ByteRange', 'token-unknown'],
    ['/ByteRange null', '/ByteRange null', 'signature-odd'],
    ['/ByteRange empty', '/ByteRange []', 'signature-odd'],
    ['/ByteRange of zeros', '/ByteRange [0 0 0 0]', 'seal-range-odd'],
    ['/ByteRange negative', '/ByteRange [0 -1 -1 -1]', 'signature-odd'],
    ['/ByteRange of names', '/ByteRange [/a /b /c /d]', 'signature-odd'],
    ['/ByteRange of one', '/ByteRange [0]', 'signature-odd'],
  ].map(([name = '', text = '', code]) =>
    // Each code of this table is one of the two unions; `attack` would not compile with a wrong one written directly.
    forgery(name, code as Attack['caughtBy'], (pdf) => edited(changedPage(pdf), byteRange, text)),
  ),
  ...[
    ['/Contents missing', '', 'signature-odd'],
    ['/Contents without value', '/Contents', 'token-unknown'],
    ['/Contents null', '/Contents null', 'signature-odd'],
    ['/Contents empty', '/Contents <>', 'cms-malformed'],
    ['/Contents one zero', '/Contents <00>', 'cms-malformed'],
    ['/Contents all zeros', `/Contents <${'00'.repeat(5000)}>`, 'cms-malformed'],
  ].map(([name = '', text = '', code]) =>
    forgery(name, code as Attack['caughtBy'], (pdf) => edited(changedPage(pdf), contents, text)),
  ),
];

const saving = attack('incremental saving');
const otherPage = (pdf: Bytes): string => objectText(pdf, 3).replace('842', '841');
const newPage = (pdf: Bytes): SmallObjects => ({ 3: otherPage(pdf) });
const incremental = [
  saving('a page, properly appended', 'increment-page', (pdf) => appendObjects(pdf, newPage(pdf))),
  saving('a page without table and trailer', 'revision-unfinished', (pdf) =>
    cutBefore(appendObjects(pdf, newPage(pdf)), 'xref\n'),
  ),
  saving('a page without trailer', 'token-unknown', (pdf) =>
    edited(
      appendObjects(pdf, newPage(pdf)),
      /trailer\n<<[^]*?>>\n(?=startxref\n\d+\n%%EOF\n$)/,
      'trailer\n',
      'shorter',
    ),
  ),
  saving('a page with the old table as its own', 'bytes-unaccounted', (pdf) => {
    const xref = /startxref\n\d+\n%%EOF\n$/.exec(latin1(pdf))?.[0] ?? '';
    return joined(pdf, `3 0 obj\n${otherPage(pdf)}\nendobj\ntrailer\n<< /Root 1 0 R >>\n${xref}`);
  }),
  saving('a page and a copy of the seal', 'seal-twice', (pdf) => {
    const seal = nextNumber(pdf) - 1;
    return appendObjects(pdf, { ...newPage(pdf), [seal]: objectText(pdf, seal) });
  }),
  saving('a page and a copy of the seal under another number', 'seal-twice', (pdf) => {
    const seal = nextNumber(pdf) - 1;
    return appendObjects(pdf, { ...newPage(pdf), [seal + 1]: objectText(pdf, seal) });
  }),
  saving('a page behind a comment', 'bytes-unaccounted', (pdf) => appendObjects(joined(pdf, '%%EOF \n'), newPage(pdf))),
];

const wrapping = attack('signature wrapping');
const wrapped = [
  wrapping('the second part moved to the end', 'bytes-unaccounted', (pdf) => wrapBare(pdf)),
  wrapping('the second part moved into a stream', 'seal-field-odd', (pdf) => wrapInStream(pdf)),
  wrapping('the second part moved into a stream, page drawn over', 'seal-field-odd', (pdf) =>
    wrapInStream(pdf, '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 60 0 R >>\nendobj\n'),
  ),
];

const shadow = attack('shadow attack');
const shadows = [
  shadow('hide: the overlay is emptied', 'increment-page', (pdf) =>
    appendObjects(pdf, { 63: { dict: '/Type /XObject /Subtype /Form /BBox [0 0 595 842]', data: ' ' } }),
  ),
  shadow('hide: the overlay is freed', 'increment-forbidden', (pdf) => freed(pdf, 63)),
  shadow('hide: the overlay is switched off as a layer', 'increment-layer', (pdf) =>
    appendObjects(pdf, {
      1: withEntry(pdf, '/OCProperties << /OCGs [70 0 R] /D << /OFF [70 0 R] >> >>'),
      70: '<< /Type /OCG /Name (O) >>',
    }),
  ),
  shadow('replace: the font draws other letters', 'increment-font', (pdf) =>
    appendObjects(pdf, { 64: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }),
  ),
  shadow('replace: the field shows something else', 'increment-form', (pdf) =>
    appendObjects(pdf, { 5: objectText(pdf, 5).replace('/Rect [0 0 0 0]', '/Rect [0 0 595 842] /MK << /CA (x) >>') }),
  ),
  shadow('hide and replace: the root leads to the hidden pages', 'increment-forbidden', (pdf) =>
    edited(appendObjects(pdf, {}), /\/Root 1 0 R(?=[^]{0,200}$)/, '/Root 65 0 R', 'shorter'),
  ),
  shadow('hide and replace: the catalogue leads to the hidden pages', 'increment-page', (pdf) =>
    appendObjects(pdf, { 1: objectText(pdf, 1).replace('/Pages 2 0 R', '/Pages 62 0 R') }),
  ),
  shadow('hide and replace: only a table that calls the hidden page by the old number', 'xref-differs', (pdf) => {
    const hidden = latin1(pdf).indexOf('61 0 obj');
    return retabled(pdf, 3, hidden);
  }),
  shadow('hide and replace: only a table that calls the hidden content by the old number', 'xref-differs', (pdf) =>
    retabled(pdf, 6, latin1(pdf).indexOf('60 0 obj')),
  ),
];

const evil = attack('evil annotation');
const annotated = ['FreeText', 'Stamp', 'Redact', 'Widget', 'Square', 'Line', 'Highlight', 'Ink'].map((subtype) =>
  evil(`${subtype} over the page`, 'increment-annotation', (pdf) =>
    appendObjects(pdf, {
      3: objectText(pdf, 3).replace('[5 0 R]', '[5 0 R 40 0 R]'),
      40: `<< /Type /Annot /Subtype /${subtype} /Rect [0 0 595 842] /Contents (x) /AP << /N 63 0 R >> >>`,
    }),
  ),
);

const sneaky = attack('sneaky signature');
const stranger = makeKey(makeCa('Fremde CA'));
const signatures = [
  sneaky('a second seal by a stranger', 'seal-twice', (pdf) => sealedAgain(pdf, stranger)),
  sneaky('a second seal by the office itself', 'seal-twice', (pdf) => sealedAgain(pdf, key)),
  sneaky('a visible field without a signature', 'increment-form', (pdf) =>
    appendObjects(pdf, {
      4: objectText(pdf, 4).replace('5 0 R]', '5 0 R 40 0 R]'),
      40: fieldText('Zweites', '/AP << /N 63 0 R >>').replace('[0 0 0 0]', '[0 0 595 842]'),
    }),
  ),
  sneaky('a time stamp whose field draws over the page', 'increment-form', (pdf) =>
    appendObjects(pdf, {
      4: objectText(pdf, 4).replace('5 0 R]', '5 0 R 40 0 R]'),
      40: fieldText('Zeitstempel1', '/V 41 0 R /AP << /N 63 0 R >>').replace('[0 0 0 0]', '[0 0 595 842]'),
      41: '<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 /Contents <00> /ByteRange [0 1 2 3] >>',
    }),
  ),
];

const certification = attack('certification');
const certified = [
  certification('the permission is taken away', 'increment-permission', (pdf) =>
    appendObjects(pdf, { 1: objectText(pdf, 1).replace(/\/Perms << [^>]*>>/, '') }),
  ),
  certification('the permission points elsewhere', 'increment-permission', (pdf) =>
    appendObjects(pdf, { 1: objectText(pdf, 1).replace(/\/DocMDP \d+ 0 R/, '/DocMDP 63 0 R') }),
  ),
  certification('usage rights are added', 'increment-permission', (pdf) =>
    appendObjects(pdf, { 1: objectText(pdf, 1).replace(/\/Perms <</, '/Perms << /UR3 63 0 R') }),
  ),
  certification('sealed with filling in allowed', 'seal-not-certifying', () =>
    sealedWith((text) => text.replace('/P 1 ', '/P 2 ')),
  ),
  certification('sealed with annotations allowed', 'seal-not-certifying', () =>
    sealedWith((text) => text.replace('/P 1 ', '/P 3 ')),
  ),
  certification('sealed without saying what is allowed', 'seal-not-certifying', () =>
    sealedWith((text) => text.replace('/P 1 ', '')),
  ),
  certification('sealed with fields locked only', 'seal-not-certifying', () =>
    sealedWith((text) => text.replace('/DocMDP', '/FieldMDP')),
  ),
  certification('sealed as an approval', 'seal-not-certifying', () =>
    sealedWith((text) => text.replace(/\/Reference \[[^\]]*\]/, '')),
  ),
];

export const attacks: readonly Attack[] = [
  ...universal,
  ...incremental,
  ...wrapped,
  ...shadows,
  ...annotated,
  ...signatures,
  ...certified,
];

const sealedWith = async (dictionary: (text: string) => string): Promise<Bytes> =>
  sealByHand(smallPdf(await caseFiles()), { ...key, dictionary });

/** A second signature with a field of its own. */
const sealedAgain = (pdf: Bytes, by: TestKey): Bytes =>
  sealByHand(pdf, {
    ...by,
    more: {
      1: objectText(pdf, 1),
      4: objectText(pdf, 4).replace('5 0 R]', '5 0 R 40 0 R]'),
      5: objectText(pdf, 5),
      40: fieldText('Zweites', `/V ${nextNumber(pdf)} 0 R`),
    },
  });

const withEntry = (pdf: Bytes, entry: string): string => objectText(pdf, 1).replace(/>>$/, `${entry} >>`);

/** What the page shows is another drawing. */
const changedPage = (pdf: Bytes): Bytes => edited(pdf, /100 100 l/, '200 200 l');

/** Replaces the last match and fills up with blanks, so that nothing behind it moves; or lets it move. */
function edited(pdf: Bytes, what: RegExp, text: string, length: 'kept' | 'shorter' = 'kept'): Bytes {
  const all = [...latin1(pdf).matchAll(new RegExp(what.source, `${what.flags}g`))];
  const last = all.at(-1);
  if (!last) throw new Error(`nothing to change: ${what.source}`);
  const put = length === 'kept' ? text.padEnd(last[0].length) : text;
  const whole = latin1(pdf);
  return bytesOf(whole.slice(0, last.index) + put + whole.slice(last.index + last[0].length));
}

const joined = (pdf: Bytes, text: string): Bytes => bytesOf(latin1(pdf) + text);

const cutBefore = (pdf: Bytes, text: string): Bytes => bytesOf(latin1(pdf).slice(0, latin1(pdf).lastIndexOf(text)));

/** An increment without objects, whose table gives a number to a place in the sealed part. */
function retabled(pdf: Bytes, number: number, offset: number): Bytes {
  const bare = latin1(appendObjects(pdf, {}));
  const entry = `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  const at = bare.lastIndexOf('trailer');
  return bytesOf(bare.slice(0, at) + entry + bare.slice(at));
}

function freed(pdf: Bytes, number: number): Bytes {
  const bare = latin1(appendObjects(pdf, {}));
  const at = bare.lastIndexOf('trailer');
  return bytesOf(`${bare.slice(0, at)}${number} 1\n0000000000 00001 f \n${bare.slice(at)}`);
}

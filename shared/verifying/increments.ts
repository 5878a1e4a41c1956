import { toHex } from '../base/bytes.ts';
import { findObject, type PdfFile, type PdfObject, type PdfRevision, resolve } from '../pdf/file.ts';
import { catalogOf, findSignatures } from '../pdf/signatures.ts';
import { spellRevision } from '../pdf/spelling.ts';
import {
  asArray,
  asCount,
  asDict,
  asName,
  asRef,
  asText,
  differingKeys,
  isSame,
  type PdfDict,
  type PdfValue,
} from '../pdf/values.ts';
import { whatChanged } from './changes.ts';
import { isSameBytes } from './der.ts';
import { type Note, Objection } from './notes.ts';
import type { RevisionShown } from './report.ts';
import { pdfTimeOf } from './pdf-time.ts';

/**
 * What may follow a seal that permits no change (ISO 32000-2, 12.8.2.2.2), in exactly the shape the office appends it
 * (`server/sealing/README.md`): validation data, or one document time stamp with its invisible field. Fail closed: each
 * object of an appended revision must be explained by one of the two, each byte by how the office spells it; what is left
 * over is forbidden, whatever it is. Answers with what each appended revision is.
 */
export async function checkIncrements(
  file: PdfFile,
  sealRevision: number,
  note: Note,
): Promise<readonly RevisionShown['kind'][]> {
  if (file.revisions.length <= sealRevision + 1) return [];
  const seals = await vriNames(file);
  return file.revisions.slice(sealRevision + 1).map((revision): RevisionShown['kind'] => {
    const change = { file, revision, before: revision.index - 1, explained: new Set<number>(), seals };
    const where = { revision: revision.index, offset: revision.start };
    try {
      const kind = explainRevision(change);
      if (!isSameBytes(spellRevision(file, revision), file.bytes.subarray(revision.start, revision.end)))
        note('increment-spelling', where);
      return kind;
    } catch (error) {
      if (!(error instanceof Objection)) throw error;
      if (error.where?.object !== undefined) change.explained.delete(error.where.object);
      const changes = whatChanged(file, revision, change.explained);
      for (const { code, object } of changes) note(code, { ...where, object });
      if (changes.length === 0) note(error.code, { ...where, ...error.where });
      return 'unknown';
    }
  });
}

const forbid = (part: string, object?: number): never => {
  throw new Objection('increment-forbidden', { part, ...(object !== undefined && { object }) });
};

/** An appended revision, the index of the one before it, and the objects that are accounted for so far. */
type Change = {
  file: PdfFile;
  revision: PdfRevision;
  before: number;
  explained: Set<number>;
  /** What a VRI may call the signatures of the file, with the revision of each. */
  seals: ReadonlyMap<string, number>;
};

function explainRevision(change: Change): RevisionShown['kind'] {
  const { file, revision, before, explained } = change;
  if (revision.freed.length > 0) forbid('freed object', revision.freed[0]);
  checkTrailer(change);
  const isData = revision.objects.has(catalogOf(file, before).object.number);
  if (isData) explainData(change);
  else explainTimestamp(change);
  for (const { number } of revision.objects.values()) if (!explained.has(number)) forbid('unexplained object', number);
  return isData ? 'validation-data' : 'timestamp';
}

const trailerKeys = ['Size', 'Root', 'Info', 'ID', 'Prev'];

function checkTrailer({ file, revision, before }: Change): void {
  const [old, now] = [file.revisions[before]?.trailer.entries, revision.trailer.entries];
  for (const key of now.keys()) if (!trailerKeys.includes(key)) forbid(`trailer ${key}`);
  for (const key of ['Root', 'Info', 'ID'] as const) if (!isSame(old?.get(key), now.get(key))) forbid(`trailer ${key}`);
}

/** The catalogue differs in its DSS only (ISO 32000-2, 12.8.4.3); the store only ever grows. */
function explainData(change: Change): void {
  const { file, revision, before } = change;
  const [old, now] = [catalogOf(file, before), catalogOf(file, revision.index)];
  for (const key of differingKeys(old.dict, now.dict)) if (key !== 'DSS') forbid(`catalog ${key}`);
  change.explained.add(now.object.number);
  const store = asDict(explainNew(change, now.dict.entries.get('DSS')).value);
  const known = asDict(resolve(file, old.dict.entries.get('DSS'), before));
  if (!store || asName(store.entries.get('Type')) !== 'DSS') return void forbid('DSS');
  for (const key of new Set([...store.entries.keys(), ...(known?.entries.keys() ?? [])]))
    if (key !== 'Type' && key !== 'VRI') checkList(change, key, known?.entries.get(key), store.entries.get(key));
  checkVri(change, known, store);
}

/** What stood in the list stays at its place; what follows are plain streams of bytes. */
function checkList(change: Change, key: string, old: PdfValue | undefined, now: PdfValue | undefined): void {
  const [known, items] = [asArray(old) ?? [], asArray(now)];
  if (!['Certs', 'CRLs', 'OCSPs'].includes(key) || !items) return void forbid(`DSS ${key}`);
  if (known.some((item, at) => !isSame(item, items[at]))) forbid(`DSS ${key}`);
  for (const item of items.slice(known.length)) {
    const object = explainNew(change, item);
    const keys = asDict(object.value)?.entries.keys() ?? [];
    if (!object.stream || [...keys].some((part) => part !== 'Length')) forbid(`DSS ${key}`, object.number);
  }
}

const vriLists = { Cert: 'Certs', CRL: 'CRLs', OCSP: 'OCSPs' } as const;

/**
 * VRI says which entries belong to which signature, so it says nothing that does not stand in the lists (ISO 32000-2,
 * table 262). Written in place, named after a signature that is there, pointing into the lists of the same store.
 */
function checkVri({ revision, seals }: Change, known: PdfDict | undefined, store: PdfDict): void {
  const [old, now] = [asDict(known?.entries.get('VRI')), asDict(store.entries.get('VRI'))];
  if (old && [...old.entries].some(([name, value]) => !isSame(value, now?.entries.get(name)))) forbid('DSS VRI');
  if (!now) return store.entries.has('VRI') ? forbid('DSS VRI') : undefined;
  for (const [name, value] of now.entries) {
    const entries = asDict(value)?.entries;
    if (!entries || (seals.get(name) ?? Infinity) >= revision.index) return forbid('DSS VRI');
    for (const [key, part] of entries) {
      if (key === 'TU' && pdfTimeOf(asText(part)) !== undefined) continue;
      if (key === 'Type' && asName(part) === 'VRI') continue;
      if (key !== 'Cert' && key !== 'CRL' && key !== 'OCSP') return forbid(`DSS VRI ${key}`);
      const listed = asArray(store.entries.get(vriLists[key])) ?? [];
      const items = asArray(part) ?? forbid(`DSS VRI ${key}`);
      if (items.some((item) => !listed.some((other) => isSame(item, other)))) forbid(`DSS VRI ${key}`);
    }
  }
}

/** SHA-1 over the whole hole, zeros included, as upper-case hex: a name, nothing is proven by it. */
async function vriNames(file: PdfFile): Promise<ReadonlyMap<string, number>> {
  const names = new Map<string, number>();
  for (const { dict, revision } of findSignatures(file)) {
    const hole = asText(dict.entries.get('Contents')) ?? '';
    const bytes = Uint8Array.from(hole, (char) => char.charCodeAt(0));
    names.set(toHex(new Uint8Array(await crypto.subtle.digest('SHA-1', bytes))).toUpperCase(), revision);
  }
  return names;
}

/** The form has one field more, at its end, which holds the time stamp. */
function explainTimestamp(change: Change): void {
  const { file, revision, before } = change;
  const reference = catalogOf(file, before).dict.entries.get('AcroForm');
  const form = revision.objects.get(asRef(reference) ?? 0);
  const [known, now] = [asDict(resolve(file, reference, before)), asDict(form?.value)];
  if (!form || !known || !now) return void forbid('nothing known');
  if (differingKeys(known, now).join() !== 'Fields') forbid('form');
  const [old, fields] = [asArray(known.entries.get('Fields')) ?? [], asArray(now.entries.get('Fields')) ?? []];
  if (fields.length !== old.length + 1 || old.some((item, at) => !isSame(item, fields[at]))) forbid('form fields');
  const field = explainNew(change, fields.at(-1));
  checkField(field, old.length);
  checkStamp(explainNew(change, asDict(field.value)?.entries.get('V')));
  change.explained.add(form.number);
}

/** Flags of an annotation, ISO 32000-2, 12.5.3. */
const printedAndLocked = 132;
const fieldKeys = ['Type', 'Subtype', 'FT', 'T', 'TU', 'Rect', 'F', 'V'];

/**
 * An invisible field: a widget without extent, appearance and action, on no page. Its name counts on, since two fields
 * of one name would be one field.
 */
function checkField({ value, number }: PdfObject, count: number): void {
  const entries = asDict(value)?.entries;
  const rectangle = asArray(entries?.get('Rect')) ?? [];
  const isInvisible = rectangle.length === 4 && rectangle.every((side) => side.kind === 'number' && side.value === 0);
  if (
    !isInvisible ||
    asName(entries?.get('FT')) !== 'Sig' ||
    asName(entries?.get('Subtype')) !== 'Widget' ||
    asCount(entries?.get('F')) !== printedAndLocked ||
    asText(entries?.get('T')) !== `Zeitstempel${count}` ||
    asText(entries?.get('TU')) !== `Zeitstempel ${count}`
  )
    forbid('field', number);
  for (const key of entries?.keys() ?? []) if (!fieldKeys.includes(key)) forbid(`field ${key}`, number);
}

const stampKeys = ['Type', 'Filter', 'SubFilter', 'Contents', 'ByteRange'];

function checkStamp({ value, number }: PdfObject): void {
  const entries = asDict(value)?.entries;
  if (
    asName(entries?.get('Type')) !== 'DocTimeStamp' ||
    asName(entries?.get('Filter')) !== 'Adobe.PPKLite' ||
    asName(entries?.get('SubFilter')) !== 'ETSI.RFC3161' ||
    [...(entries?.keys() ?? [])].some((key) => !stampKeys.includes(key))
  )
    forbid('time stamp', number);
}

/**
 * The object behind a reference, written in this revision under a number that was free, and not explained twice: an
 * object that exists never turns into another, and one object never plays two parts.
 */
function explainNew({ file, revision, before, explained }: Change, value: PdfValue | undefined): PdfObject {
  const number = asRef(value);
  const object = number === undefined ? undefined : revision.objects.get(number);
  if (!object || explained.has(object.number) || findObject(file, object.number, before))
    return forbid('object', number);
  explained.add(object.number);
  return object;
}

import { findObject, type PdfFile, type PdfObject, type PdfRevision, resolve } from '../pdf/file.ts';
import { catalogOf } from '../pdf/signatures.ts';
import { asArray, asDict, asName, asRef, isSame, type PdfDict, type PdfValue } from '../pdf/values.ts';
import { type Note, Objection } from './notes.ts';
import type { RevisionShown } from './report.ts';

/**
 * What may follow a seal that permits no change (ISO 32000-2, 12.8.2.2.2), in exactly the shape the office appends it
 * (`server/sealing/README.md`): validation data, or one document time stamp with its invisible field. Fail closed: each
 * object of an appended revision must be explained by one of the two; what is left over is forbidden, whatever it is.
 * Answers with what each appended revision is.
 */
export function checkIncrements(file: PdfFile, sealRevision: number, note: Note): readonly RevisionShown['kind'][] {
  return file.revisions.slice(sealRevision + 1).map((revision): RevisionShown['kind'] => {
    try {
      return explainRevision({ file, revision, before: revision.index - 1, explained: new Set() });
    } catch (error) {
      if (!(error instanceof Objection)) throw error;
      note(error.code, { revision: revision.index, offset: revision.start, ...error.where });
      return 'unknown';
    }
  });
}

const forbid = (part: string, object?: number): never => {
  throw new Objection('increment-forbidden', { part, ...(object !== undefined && { object }) });
};

/** An appended revision, the index of the one before it, and the objects that are accounted for so far. */
type Change = { file: PdfFile; revision: PdfRevision; before: number; explained: Set<number> };

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
  for (const key of ['Root', 'Info'] as const) if (!isSame(old?.get(key), now.get(key))) forbid(`trailer ${key}`);
  if (!isSame(asArray(old?.get('ID'))?.[0], asArray(now.get('ID'))?.[0])) forbid('trailer ID');
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
    if (key !== 'Type') checkList(change, key, known?.entries.get(key), store.entries.get(key));
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

/** The form has one field more, at its end, which holds the time stamp. */
function explainTimestamp(change: Change): void {
  const { file, revision, before } = change;
  const reference = catalogOf(file, before).dict.entries.get('AcroForm');
  const form = revision.objects.get(asRef(reference) ?? 0);
  const [known, now] = [asDict(resolve(file, reference, before)), asDict(form?.value)];
  if (!form || !known || !now) return void forbid('nothing known');
  change.explained.add(form.number);
  if (differingKeys(known, now).join() !== 'Fields') forbid('form');
  const [old, fields] = [asArray(known.entries.get('Fields')) ?? [], asArray(now.entries.get('Fields')) ?? []];
  if (fields.length !== old.length + 1 || old.some((item, at) => !isSame(item, fields[at]))) forbid('form fields');
  const field = explainNew(change, fields.at(-1));
  checkField(field);
  checkStamp(explainNew(change, asDict(field.value)?.entries.get('V')));
}

const fieldKeys = ['Type', 'Subtype', 'FT', 'T', 'TU', 'Rect', 'F', 'V'];

/** An invisible field: a widget without extent, appearance and action, on no page. */
function checkField({ value, number }: PdfObject): void {
  const entries = asDict(value)?.entries;
  const rectangle = asArray(entries?.get('Rect')) ?? [];
  const isInvisible = rectangle.length === 4 && rectangle.every((side) => side.kind === 'number' && side.value === 0);
  if (!isInvisible || asName(entries?.get('FT')) !== 'Sig' || asName(entries?.get('Subtype')) !== 'Widget')
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

export function differingKeys(a: PdfDict, b: PdfDict): readonly string[] {
  const keys = new Set([...a.entries.keys(), ...b.entries.keys()]);
  return [...keys].filter((key) => !isSame(a.entries.get(key), b.entries.get(key)));
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

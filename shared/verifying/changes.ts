import { findObject, type PdfFile, type PdfObject, type PdfRevision } from '../pdf/file.ts';
import { catalogOf } from '../pdf/signatures.ts';
import { asDict, asName, asRef, differingKeys, type PdfDict } from '../pdf/values.ts';
import type { ReasonCode } from './reasons.ts';

/**
 * What a forbidden increment did, in words people know: it changed a page, added a note, exchanged an attachment. Only
 * for saying it; that the increment is forbidden was decided before, by what is allowed and nothing else.
 */
export type ChangeFound = { code: Extract<ReasonCode, `increment-${string}`>; object: number };

const mostFound = 10;

/** One finding for each object that nothing explains; those that have no name only where none has one. */
export function whatChanged(
  file: PdfFile,
  revision: PdfRevision,
  explained: ReadonlySet<number>,
): readonly ChangeFound[] {
  const found: ChangeFound[] = [];
  for (const object of revision.objects.values())
    if (!explained.has(object.number))
      for (const code of kindsOf(file, revision, object)) found.push({ code, object: object.number });
  const named = found.filter(({ code }) => code !== 'increment-forbidden');
  return (named.length > 0 ? named : found).slice(0, mostFound);
}

type Kind = ChangeFound['code'];

const catalogKinds: Readonly<Record<string, Kind>> = {
  Pages: 'increment-page',
  PageLabels: 'increment-page',
  Names: 'increment-attachment',
  AF: 'increment-attachment',
  AcroForm: 'increment-form',
  OpenAction: 'increment-action',
  AA: 'increment-action',
  Metadata: 'increment-metadata',
  OCProperties: 'increment-layer',
  StructTreeRoot: 'increment-structure',
  MarkInfo: 'increment-structure',
  Perms: 'increment-permission',
};

const typeKinds: Readonly<Record<string, Kind>> = {
  Page: 'increment-page',
  Pages: 'increment-page',
  XObject: 'increment-page',
  Filespec: 'increment-attachment',
  EmbeddedFile: 'increment-attachment',
  Metadata: 'increment-metadata',
  Action: 'increment-action',
  Font: 'increment-font',
  FontDescriptor: 'increment-font',
  CMap: 'increment-font',
  OCG: 'increment-layer',
  OCMD: 'increment-layer',
  StructElem: 'increment-structure',
  StructTreeRoot: 'increment-structure',
  Sig: 'increment-signature',
  DocTimeStamp: 'increment-signature',
};

function kindsOf(file: PdfFile, revision: PdfRevision, object: PdfObject): readonly Kind[] {
  const before = findObject(file, object.number, revision.index - 1);
  const [old, now] = [asDict(before?.value), asDict(object.value)];
  const catalog = catalogOf(file, revision.index - 1);
  if (object.number === catalog.object.number)
    return now
      ? differingKeys(catalog.dict, now).map((key) => catalogKinds[key] ?? 'increment-forbidden')
      : ['increment-forbidden'];
  if (object.number === asRef(catalog.dict.entries.get('AcroForm'))) return ['increment-form'];
  if (object.number === asRef(revision.trailer.entries.get('Info'))) return ['increment-metadata'];
  const isOnlyNotes = old && now && differingKeys(old, now).join() === 'Annots';
  if (isOnlyNotes) return ['increment-annotation'];
  return [kindOfDict(old ?? now) ?? (before ? 'increment-replaced' : 'increment-forbidden')];
}

function kindOfDict(dict: PdfDict | undefined): Kind | undefined {
  const entries = dict?.entries;
  const nameAt = (key: string): string => asName(entries?.get(key)) ?? '';
  const byType = typeKinds[nameAt('Type')];
  if (byType) return byType;
  if (entries?.has('FT')) return 'increment-form';
  if (nameAt('Type') === 'Annot' || (entries?.has('Rect') && entries.has('Subtype'))) return 'increment-annotation';
  if (entries?.has('EF')) return 'increment-attachment';
  if (entries?.has('JS') || entries?.has('URI') || nameAt('S') === 'GoTo') return 'increment-action';
  return ['Form', 'Image'].includes(nameAt('Subtype')) ? 'increment-page' : undefined;
}

/** The values of a PDF (ISO 32000-2, 7.3), as plain data. A name or a text keeps its bytes as Latin-1 characters. */
export type PdfValue = PdfPlain | PdfString | PdfRef | PdfArray | PdfDict;
export type PdfPlain =
  | { kind: 'null' }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'number'; value: number; isInteger: boolean }
  | { kind: 'name'; value: string };
/** `start` and `end` are where the token stands in the file, delimiters included; both -1 inside an object stream. */
export type PdfString = { kind: 'string'; value: string; isHex: boolean; start: number; end: number };
export type PdfRef = { kind: 'ref'; number: number };
export type PdfArray = { kind: 'array'; items: readonly PdfValue[] };
export type PdfDict = { kind: 'dict'; entries: ReadonlyMap<string, PdfValue> };

export const asName = (value: PdfValue | undefined): string | undefined =>
  value?.kind === 'name' ? value.value : undefined;

export const asRef = (value: PdfValue | undefined): number | undefined =>
  value?.kind === 'ref' ? value.number : undefined;

export const asArray = (value: PdfValue | undefined): readonly PdfValue[] | undefined =>
  value?.kind === 'array' ? value.items : undefined;

export const asDict = (value: PdfValue | undefined): PdfDict | undefined =>
  value?.kind === 'dict' ? value : undefined;

export const asText = (value: PdfValue | undefined): string | undefined =>
  value?.kind === 'string' ? value.value : undefined;

/** A whole number from 0 on. */
export const asCount = (value: PdfValue | undefined): number | undefined =>
  value?.kind === 'number' && value.isInteger && value.value >= 0 ? value.value : undefined;

/** Whether two values say the same, wherever and however they are written down. */
export function isSame(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'array')
    return (
      b.kind === 'array' && a.items.length === b.items.length && a.items.every((item, at) => isSame(item, b.items[at]))
    );
  if (a.kind === 'dict')
    return (
      b.kind === 'dict' &&
      a.entries.size === b.entries.size &&
      [...a.entries].every(([key, value]) => isSame(value, b.entries.get(key)))
    );
  if (a.kind === 'ref') return b.kind === 'ref' && a.number === b.number;
  if (a.kind === 'null') return b.kind === 'null';
  return a.kind === b.kind && 'value' in b && a.value === b.value;
}

/** The keys under which two dictionaries do not say the same. */
export function differingKeys(a: PdfDict, b: PdfDict): readonly string[] {
  const keys = new Set([...a.entries.keys(), ...b.entries.keys()]);
  return [...keys].filter((key) => !isSame(a.entries.get(key), b.entries.get(key)));
}

/** Every dictionary in a value, itself included. */
export function dictsIn(value: PdfValue): readonly PdfDict[] {
  const found: PdfDict[] = [];
  for (const part of partsOf(value)) if (part.kind === 'dict') found.push(part);
  return found;
}

/** Every reference in a value. */
export function refsIn(value: PdfValue): readonly PdfRef[] {
  const found: PdfRef[] = [];
  for (const part of partsOf(value)) if (part.kind === 'ref') found.push(part);
  return found;
}

/** The value and all parts of its parts; a list that grows while it is read, because generators take ten times as long. */
function partsOf(value: PdfValue): readonly PdfValue[] {
  const parts: PdfValue[] = [value];
  for (const part of parts)
    if (part.kind === 'array') for (const item of part.items) parts.push(item);
    else if (part.kind === 'dict') for (const item of part.entries.values()) parts.push(item);
  return parts;
}

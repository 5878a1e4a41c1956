import { charactersOutsideNames, charactersOutsideTexts } from '../base/names.ts';
import { isDay, partialDateOf } from '../base/partial-date.ts';
import { isUnknownAddress } from './address.ts';
import type { Address, Answers } from './answers.ts';
import { type AskedField, askedSections } from './asked.ts';
import { findCode } from './code-lists/code-list.ts';
import { isGiven } from './conditions.ts';
import type { ServiceDefinition } from './definition.ts';
import type { Finding } from './finding.ts';
import type { FieldFindingCode } from './finding-texts.ts';
import { isAddress, isCodes } from './paths.ts';

/**
 * The fields' own checks, in the order of the form: something is there, dates exist, names have letters a register
 * knows, codes stand in their list. What the law asks beyond that are the rules of the service.
 */
export function checkFields(definition: ServiceDefinition, answers: Answers): readonly Finding[] {
  return askedSections(definition, answers).flatMap(({ fields }) => fields.flatMap(checkField));
}

function checkField(asked: AskedField): readonly Finding[] {
  const { field, path, value } = asked;
  if (field.kind === 'group') return asked.fields.flatMap(checkField);
  if (!isGiven(value)) {
    if (field.optional) return [];
    return [finding(path, field.by === 'clerk' ? 'required-by-clerk' : 'required')];
  }
  if (field.kind === 'list') return asked.items.flatMap(({ fields }) => fields.flatMap(checkField));
  if (isAddress(value)) return checkAddress(path, value, field.kind === 'address' ? field.within : 'anywhere');
  if (isCodes(value)) return value.every((code) => isInList(asked, code)) ? [] : [finding(path, 'code-unknown')];
  return typeof value === 'string' ? checkText(asked, value) : [];
}

function checkText(asked: AskedField, value: string): readonly Finding[] {
  const { field, path } = asked;
  switch (field.kind) {
    case 'name':
      return checkCharacters(path, 'name-characters', charactersOutsideNames(value));
    case 'text':
      return checkCharacters(path, 'text-characters', charactersOutsideTexts(value));
    case 'date':
      return isDay(value) ? [] : [finding(path, 'date-invalid')];
    case 'partial-date':
      return partialDateOf(value) ? [] : [finding(path, 'partial-date-invalid')];
    case 'code':
      return isInList(asked, value) ? [] : [finding(path, 'code-unknown')];
    default:
      return [];
  }
}

/** Whether a key may be chosen; who may choose it is a rule of the service. */
function isInList({ field }: AskedField, code: string): boolean {
  return (field.kind === 'code' || field.kind === 'codes') && findCode(field.list, code)?.isOffered === true;
}

function checkAddress(path: string, address: Address, within: 'office' | 'germany' | 'anywhere'): readonly Finding[] {
  if (isUnknownAddress(address)) return [];
  const isAbroad = address.state !== undefined && address.state !== '000';
  const needed = isAbroad ? (['city'] as const) : (['street', 'houseNumber', 'postcode', 'city'] as const);
  const missing = needed.filter((part) => address[part] === '');
  const parts = ['street', 'houseNumber', 'addition', 'postcode', 'city', 'district'] as const;
  return [
    ...(isAbroad && within !== 'anywhere' ? [finding(`${path}.state`, 'address-abroad')] : []),
    ...missing.map((part) => finding(`${path}.${part}`, 'address-incomplete')),
    ...(!isAbroad && address.postcode !== '' && !/^\d{5}$/.test(address.postcode)
      ? [finding(`${path}.postcode`, 'postcode-invalid')]
      : []),
    ...(isAbroad && !findCode('staat', address.state ?? '') ? [finding(`${path}.state`, 'code-unknown')] : []),
    ...parts.flatMap((part) =>
      checkCharacters(`${path}.${part}`, 'text-characters', charactersOutsideTexts(address[part] ?? '')),
    ),
  ];
}

function checkCharacters(path: string, code: FieldFindingCode, outside: readonly string[]): readonly Finding[] {
  return outside.length === 0 ? [] : [finding(path, code, { characters: outside.join(' ') })];
}

const finding = (path: string, code: FieldFindingCode, values?: Readonly<Record<string, string>>): Finding => ({
  path,
  severity: 'error',
  code,
  ...(values && { values }),
});

import type { Locale } from '../../base/locale.ts';
import type { CodeListId } from '../definition.ts';
import { religions } from './religions.ts';
import { furtherNationalities, historicNationalities, states, statesWithoutNationality } from './states.ts';

/** One key of an official list, with its names. */
export type Code = {
  code: string;
  german: string;
  english: string;
  /** May be chosen for a new entry; other keys are only read and shown. */
  isOffered: boolean;
  /** Only the office may choose it, such as "ungeklärt". */
  isClerks: boolean;
};

/** The keys of a list in the order in which they are offered: Germany or "keine" first, then by German name. */
export function codeList(list: CodeListId): readonly Code[] {
  return [...codesOf(list).values()];
}

/** What may be chosen: by everybody, or by the clerk too. */
export const offeredCodes = (list: CodeListId, who: 'clerk' | 'citizen'): readonly Code[] =>
  codeList(list).filter((code) => code.isOffered && (who === 'clerk' || !code.isClerks));

export const findCode = (list: CodeListId, code: string): Code | undefined => codesOf(list).get(code);

/** The name of a key for a reader; the key itself where the list does not know it. */
export function codeLabel(list: CodeListId, code: string, locale: Locale): string {
  const found = findCode(list, code);
  return (locale === 'en' ? found?.english : found?.german) ?? code;
}

const parsed = new Map<CodeListId, ReadonlyMap<string, Code>>();

function codesOf(list: CodeListId): ReadonlyMap<string, Code> {
  const known = parsed.get(list);
  if (known) return known;
  const codes = new Map(readers[list]().map((code) => [code.code, code]));
  parsed.set(list, codes);
  return codes;
}

const readers: Readonly<Record<CodeListId, () => readonly Code[]>> = {
  staat: () => inOrder(readStates(states)),
  staatsangehoerigkeit: () =>
    inOrder([
      ...readStates(states)
        .filter(({ code }) => !statesWithoutNationality.includes(code))
        .map((code) => (code.code === '000' ? { ...code, german: 'deutsch', english: 'German' } : code)),
      ...readStates(furtherNationalities).map((code) => ({
        ...code,
        isOffered: !historicNationalities.includes(code.code),
        isClerks: code.code === '998' || code.code === '999',
      })),
    ]),
  religion: () =>
    linesOf(religions).map((line) => {
      const [code = '', german = '', english = ''] = line.split('|');
      return { code, german, english, isOffered: true, isClerks: false };
    }),
};

const linesOf = (text: string): readonly string[] => text.trim().split('\n');

const readStates = (text: string): readonly Code[] =>
  linesOf(text).map((line) => {
    const [german = '', english = german] = line.slice(3).split('|');
    return { code: line.slice(0, 3), german, english, isOffered: true, isClerks: false };
  });

/** Germany first, then the states by name, then stateless and its neighbours. Compared without `Intl`: same everywhere. */
function inOrder(codes: readonly Code[]): readonly Code[] {
  const group = ({ code }: Code) => (code === '000' ? 0 : code >= '997' ? 2 : 1);
  const key = ({ code, german }: Code) =>
    code >= '997' ? code : german.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return codes.toSorted((one, other) => group(one) - group(other) || (key(one) < key(other) ? -1 : 1));
}

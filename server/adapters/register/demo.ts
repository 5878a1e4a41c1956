import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Answers, Item } from '../../../shared/forms/answers.ts';
import { isBranch, isItems, itemsAt, textAt } from '../../../shared/forms/paths.ts';
import type { Register, RegisterEntry, RegisterQuery, RegisterRecord } from '../../ports/register.ts';

/** The demo office's Melderegister: invented families, found only by all four facts of § 23 Abs. 3 BMG. */
export type DemoRecord = Omit<RegisterRecord, 'source'> & { query: RegisterQuery };

export const demoSource = 'DEMO Melderegister';

/** `folder` keeps the entries, as a register does; without one they last as long as the process. */
export const makeDemoRegister = (records: readonly DemoRecord[], folder?: string): Register => ({
  ...(folder === undefined ? entriesInMemory() : entriesIn(folder)),
  async lookUp(query) {
    const found = records.filter((record) => isSame(record.query, query));
    return found.length === 1 && found[0] ? asGiven(found[0]) : undefined;
  },
  async read(key) {
    const found = records.find((record) => record.key === key);
    return found && asGiven(found);
  },
});

const isSame = (known: RegisterQuery, asked: RegisterQuery) =>
  (['familienname', 'vornamen', 'geburtsdatum', 'letzteAnschrift'] as const).every(
    (field) => plain(known[field]) === plain(asked[field]),
  );

/** Case and spacing do not matter; an accent does. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('de')
    .replaceAll(/[\s,.]+/g, ' ')
    .trim();

/** A record as it leaves the register: whoever is protected (§§ 51, 52 BMG) is in nobody's record but their own. */
function asGiven({ key, answers }: DemoRecord): RegisterRecord {
  const [own, ...others] = itemsAt(answers, 'persons');
  const visible = own ? [own, ...others.filter((person) => !isProtected(person))] : [];
  return { key, source: demoSource, answers: { ...answers, persons: visible.map(withoutProtected) } };
}

/** Takes protected relatives out of what a person's own data say: spouse, children, representatives. */
function withoutProtected(person: Item): Item {
  const shown = Object.entries(person).map(([field, value]): [string, Answer | undefined] => {
    if (isItems(value)) return [field, value.filter((relative) => !isProtected(relative))];
    return [field, isBranch(value) && isProtected(value) ? undefined : value];
  });
  return { ...Object.fromEntries(shown), id: person.id };
}

const isProtected = (person: Answers) => textAt(person, 'sperre') !== '';

type Entries = Pick<Register, 'enter' | 'entryOf'>;

function entriesInMemory(): Entries {
  const entries = new Map<string, RegisterEntry>();
  return {
    async enter(entry) {
      if (!entries.has(entry.number)) entries.set(entry.number, structuredClone(entry));
    },
    async entryOf(number) {
      return entries.get(number);
    },
  };
}

function entriesIn(folder: string): Entries {
  const fileOf = (number: string) => join(folder, `${number.replaceAll(/[^0-9-]/g, '')}.json`);
  return {
    async enter(entry) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(fileOf(entry.number), JSON.stringify(entry), { mode: 0o600, flag: 'wx' }).catch(unlessThere);
    },
    async entryOf(number) {
      const text = await readFile(fileOf(number), 'utf8').catch(() => undefined);
      // Written by `enter` above and by nobody else.
      return text === undefined ? undefined : (JSON.parse(text) as RegisterEntry);
    },
  };
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

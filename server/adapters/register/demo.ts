import type { Register, RegisterQuery, RegisterRecord } from '../../ports/register.ts';

/** The demo office's Melderegister: invented families, found only by all four facts of § 23 Abs. 3 BMG. */
export type DemoRecord = RegisterRecord & { query: RegisterQuery };

export const makeDemoRegister = (records: readonly DemoRecord[]): Register => ({
  async lookUp(query) {
    const found = records.filter((record) => isSame(record.query, query));
    return found.length === 1 && found[0] ? withoutQuery(found[0]) : undefined;
  },
  async read(key) {
    const found = records.find((record) => record.key === key);
    return found && withoutQuery(found);
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

const withoutQuery = ({ key, answers }: DemoRecord): RegisterRecord => ({ key, answers });

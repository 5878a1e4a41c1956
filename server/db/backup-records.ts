import { BackupRefused, readBytes } from './backup-crypt.ts';

/**
 * The inside of a backup: a table's name and columns, its rows as COPY writes them, in pieces, and so on for every
 * table; then the sequences, then the end. Each record is a letter, four bytes of length and so many bytes.
 */
export type TableRecord = { schema: string; name: string; columns: readonly string[] };
export type SequenceRecord = { schema: string; name: string; value: string; isCalled: boolean };

export type BackupRecord =
  | { is: 'table'; table: TableRecord }
  | { is: 'rows'; bytes: Buffer }
  | { is: 'sequences'; sequences: readonly SequenceRecord[] }
  | { is: 'end' };

const letters = { table: 'T', rows: 'R', sequences: 'S', end: 'E' } as const;
const mostBytes = 64 * 1024 * 1024;

export function writeRecord(record: BackupRecord): Buffer {
  const payload = payloadOf(record);
  const head = Buffer.alloc(5);
  head.write(letters[record.is], 'latin1');
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

function payloadOf(record: BackupRecord): Uint8Array {
  if (record.is === 'table') return Buffer.from(JSON.stringify(record.table));
  if (record.is === 'rows') return record.bytes;
  return record.is === 'sequences' ? Buffer.from(JSON.stringify(record.sequences)) : Buffer.alloc(0);
}

/** Refuses where the records do not lead to an end, or where something stands behind it. */
export async function* readRecords(plain: AsyncIterable<Uint8Array>): AsyncGenerator<BackupRecord> {
  const bytes = readBytes(plain);
  for (;;) {
    const head = await bytes.take(5);
    const length = head?.readUInt32BE(1) ?? 0;
    const payload = head && length <= mostBytes ? await bytes.take(length) : undefined;
    if (!head || !payload) throw new BackupRefused('The backup has no end.');
    const record = readRecord(head.toString('latin1', 0, 1), payload);
    yield record;
    if (record.is !== 'end') continue;
    if (!(await bytes.isAtEnd())) throw new BackupRefused('Something stands behind the end of the backup.');
    return;
  }
}

/** What was encrypted was written by us, so the shapes are those above. */
function readRecord(letter: string, payload: Buffer): BackupRecord {
  if (letter === letters.rows) return { is: 'rows', bytes: payload };
  if (letter === letters.end) return { is: 'end' };
  if (letter === letters.table) return { is: 'table', table: JSON.parse(payload.toString('utf8')) as TableRecord };
  if (letter !== letters.sequences) throw new BackupRefused('The backup holds what this program does not know.');
  return { is: 'sequences', sequences: JSON.parse(payload.toString('utf8')) as SequenceRecord[] };
}

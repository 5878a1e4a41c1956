import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/**
 * The outside of a backup: one line of JSON that says what it is, then frames of at most 64 KiB, each encrypted by
 * AES-256-GCM with the backup's own key. A frame's nonce counts it and says whether it is the last, and every frame is
 * bound to the line: a backup that was cut, changed, put together anew or given another date does not open. Nothing is
 * held but a frame, however large the file.
 */
export type BackupHeader = {
  schema: 'schalter/backup@1';
  madeAt: string;
  /** After this nobody restores it. */
  expiresAt: string;
  /** Hash of the newest migration; another one has other tables. */
  migration: string;
  /** The key of the frames, wrapped by the office's key; the key file itself is in no backup. */
  key: string;
};

/** Why a file is not restored, or none is written: one sentence for whoever runs the machines. */
export class BackupRefused extends Error {}

const frameBytes = 64 * 1024;
const tagBytes = 16;
const longestLine = 8 * 1024;

export async function* seal(
  plain: AsyncIterable<Uint8Array>,
  { header, key }: { header: BackupHeader; key: Uint8Array },
): AsyncGenerator<Buffer> {
  const line = Buffer.from(`${JSON.stringify(header)}\n`);
  yield line;
  const bound = digest(line);
  const rest = readBytes(plain);
  let count = 0;
  const frame = (bytes: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(count, isLast)).setAAD(bound);
    const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    count += 1;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, body]);
  };
  for (;;) {
    const full = await rest.take(frameBytes);
    // What is left is the last frame, and so is a full one behind which nothing comes.
    if (!full || (await rest.isAtEnd())) return yield frame(full ?? rest.left(), true);
    yield frame(full, false);
  }
}

/** A file that was begun to be read. */
export type OpenBackup = { header: BackupHeader; line: Buffer; rest: ByteReader };

/** Reads the line. What stands in it counts only once a frame has opened. */
export async function readHeader(file: AsyncIterable<Uint8Array>): Promise<OpenBackup> {
  const rest = readBytes(file);
  const line = await rest.until(0x0a, longestLine);
  const header = line && parseHeader(line);
  if (!line || !header) throw new BackupRefused('This file is no backup of Schalter.');
  return { header, line, rest };
}

/** The plain bytes, frame by frame. Refuses where one does not open, or where the last one is missing. */
export async function* open({ line, rest }: OpenBackup, key: Uint8Array): AsyncGenerator<Buffer> {
  const bound = digest(line);
  for (let count = 0, isLast = false; !isLast; count += 1) {
    const length = (await rest.take(4))?.readUInt32BE() ?? 0;
    if (length === 0) throw cut();
    if (length < tagBytes || length > frameBytes + tagBytes) throw changed();
    const body = await rest.take(length);
    if (!body) throw cut();
    isLast = await rest.isAtEnd();
    yield openFrame(body, { key, bound, nonce: nonceOf(count, isLast), other: nonceOf(count, !isLast) });
  }
}

function openFrame(body: Buffer, frame: { key: Uint8Array; bound: Buffer; nonce: Buffer; other: Buffer }): Buffer {
  const opened = tryFrame(body, frame);
  if (opened) return opened;
  // The frame is whole, but not the last one where the file ends, or the last one where it goes on.
  throw tryFrame(body, { ...frame, nonce: frame.other }) ? cut() : changed();
}

function tryFrame(
  body: Buffer,
  { key, bound, nonce }: { key: Uint8Array; bound: Buffer; nonce: Buffer },
): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(bound);
  decipher.setAuthTag(body.subarray(body.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, body.length - tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const cut = () => new BackupRefused('The backup is not whole: it ends too early, or something stands behind its end.');
const changed = () => new BackupRefused('The backup was changed since it was made.');

/** A key serves one backup, so counting is enough. */
function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce[0] = isLast ? 1 : 0;
  nonce.writeUIntBE(count, 6, 6);
  return nonce;
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

function parseHeader(line: Buffer): BackupHeader | undefined {
  try {
    const { schema, madeAt, expiresAt, migration, key } = JSON.parse(line.toString('utf8')) as Record<string, unknown>;
    if (schema !== 'schalter/backup@1' || Number.isNaN(Date.parse(String(expiresAt)))) return undefined;
    const [made, expires, version, wrapped] = [madeAt, expiresAt, migration, key].map(String);
    if (made === undefined || expires === undefined || version === undefined || wrapped === undefined) return undefined;
    return { schema, madeAt: made, expiresAt: expires, migration: version, key: wrapped };
  } catch {
    return undefined;
  }
}

export type ByteReader = ReturnType<typeof readBytes>;

/** Takes a stream of chunks apart into pieces of a wanted length. */
export function readBytes(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]();
  let [waiting, length] = [[] as Uint8Array[], 0];
  async function more(): Promise<boolean> {
    const next = await chunks.next();
    if (next.done) return false;
    waiting.push(next.value);
    length += next.value.length;
    return true;
  }
  /** All that waits as one piece; put together once, not with every chunk. */
  function joined(): Buffer {
    const [only] = waiting;
    const all =
      waiting.length === 1 && only ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(waiting);
    waiting = [all];
    return all;
  }
  function cutAt(count: number): Buffer {
    const all = joined();
    [waiting, length] = [[all.subarray(count)], all.length - count];
    return all.subarray(0, count);
  }
  return {
    /** Exactly so many bytes; `undefined` where the stream ends before. */
    async take(count: number): Promise<Buffer | undefined> {
      while (length < count) if (!(await more())) return undefined;
      return cutAt(count);
    },
    /** Up to this byte, with it; `undefined` where it does not come within `most` bytes. */
    async until(byte: number, most: number): Promise<Buffer | undefined> {
      while (!joined().includes(byte)) if (length > most || !(await more())) return undefined;
      const end = joined().indexOf(byte) + 1;
      return end > most ? undefined : cutAt(end);
    },
    /** What waits although nothing more comes. */
    left: (): Buffer => cutAt(length),
    async isAtEnd(): Promise<boolean> {
      while (length === 0) if (!(await more())) return true;
      return false;
    },
  };
}

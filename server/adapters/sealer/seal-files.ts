import { readFile } from 'node:fs/promises';

/** A file of the seal. Throws one sentence, which names the file, where it cannot be read. */
export const readSealFile = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The seal's file ${file} cannot be read (${error.code}).`);
  });

/** The password in a file, without the line break an editor leaves behind it; none where no file is named. */
export async function readPassword(file: string): Promise<string | undefined> {
  if (!file) return undefined;
  return (await readSealFile(file)).toString('utf8').replace(/\r?\n$/, '');
}

import { readFile } from 'node:fs/promises';

/** The password in a file, without the line break an editor leaves behind it; none where no file is named. */
export async function readPassword(file: string): Promise<string | undefined> {
  if (!file) return undefined;
  return (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
}

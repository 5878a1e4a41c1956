import { spawnSync } from 'node:child_process';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPkcs11Door } from '../../server/adapters/sealer/pkcs11-door.ts';
import type { KeyKind } from '../../server/adapters/sealer/pkcs11-orders.ts';

/** A hardware module made of software (SoftHSM 2), with a token of its own in a folder of its own. */
const modules = ['/usr/lib', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/local/lib']
  .map((folder) => `${folder}/softhsm/libsofthsm2.so`)
  .concat('/opt/homebrew/lib/softhsm/libsofthsm2.so');
const module = modules.find((file) => existsSync(file));
const addon = join(import.meta.dirname, '../../node_modules/pkcs11js/build/Release/pkcs11.node');

/** What is missing for tests with it; `undefined` where everything is there. In CI nothing may be missing. */
export const softHsmMissing: string | undefined = !module
  ? 'SoftHSM is not installed (Debian: softhsm2)'
  : existsSync(addon)
    ? undefined
    : 'pkcs11js is not built ("npm run pkcs11")';
if (softHsmMissing && process.env.CI) throw new Error(softHsmMissing);

export const pin = '735190';

export type SoftHsm = {
  place: { module: string; token: string };
  pinFile: string;
  /** Where the token lies; whoever moves the folder away pulls the token out. */
  tokens: string;
  makeKey(label: string, kind: KeyKind): Promise<KeyObject>;
  remove(): void;
};

/** One token in this process: SoftHSM reads where its tokens lie from the environment. */
export function makeSoftHsm(token = 'Siegel'): SoftHsm {
  const folder = mkdtempSync(join(tmpdir(), 'schalter-hsm-'));
  const [conf, tokens, pinFile] = [join(folder, 'softhsm2.conf'), join(folder, 'tokens'), join(folder, 'pin')];
  mkdirSync(tokens);
  writeFileSync(conf, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  writeFileSync(pinFile, `${pin}\n`, { mode: 0o600 });
  process.env.SOFTHSM2_CONF = conf;
  const options = ['--init-token', '--free', '--label', token, '--pin', pin, '--so-pin', '98765432'];
  const made = spawnSync('softhsm2-util', options, { encoding: 'utf8' });
  if (made.status !== 0 || !module) throw new Error(`softhsm2-util: ${made.stderr}`);
  const place = { module, token };
  const door = openPkcs11Door({ ...place, pin, seconds: 60, restSeconds: 1 });
  return {
    place,
    pinFile,
    tokens,
    async makeKey(label, kind) {
      const spki = await door.ask('make-key', { label, kind });
      return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    },
    remove() {
      door.close();
      rmSync(folder, { recursive: true });
    },
  };
}

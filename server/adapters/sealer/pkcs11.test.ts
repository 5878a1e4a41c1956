import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSealFolder, orderFor } from '../../../tests/support/seal-files.ts';
import { makeSoftHsm, pin, type SoftHsm, softHsmMissing } from '../../../tests/support/soft-hsm.ts';
import { openPkcs11Sealer, type Pkcs11SealerOptions, refuseUnbuilt } from './pkcs11.ts';
import { openPkcs11Door } from './pkcs11-door.ts';

const today = new Date('2026-11-24T09:00:00Z');
const files = await makeSealFolder();
const opened: { close(): void }[] = [];
let hsm: SoftHsm;
let options: Pkcs11SealerOptions;

describe.skipIf(softHsmMissing)(`a key in a hardware module ${softHsmMissing ?? ''}`, () => {
  beforeAll(async () => {
    hsm = makeSoftHsm();
    const publicKey = await hsm.makeKey('stadtsiegel', 'P-256');
    const certificateFile = files.certificateFile(files.pki.certify('HSM', publicKey, 'seal'), files.pki.issuing);
    const { anchorsFolder } = files;
    const { pinFile, place } = hsm;
    const now = () => today;
    options = { ...place, key: 'stadtsiegel', pinFile, certificateFile, anchorsFolder, now, restSeconds: 0.1 };
  });
  afterAll(() => {
    opened.forEach((sealer) => sealer.close());
    hsm.remove();
    files.remove();
  });

  test('signs again after the token was pulled out and put back, and says meanwhile what is wrong', async () => {
    const sealer = await open();
    const order = await orderFor(sealer);
    await expect(sealer.sign(order)).resolves.toBeDefined();
    renameSync(hsm.tokens, `${hsm.tokens}-out`);
    await expect(sealer.sign(order)).rejects.toThrow(/no token "Siegel" at the moment|cannot be used now/);
    renameSync(`${hsm.tokens}-out`, hsm.tokens);
    const tried = () =>
      sealer.sign(order).then(
        () => 'signed',
        () => 'not yet',
      );
    await expect.poll(tried, { timeout: 20_000 }).toBe('signed');
  });

  test('signs again in a process of its own after the library crashed', async () => {
    const sealer = await open();
    const before = processes();
    await expect(sealer.sign(await orderFor(sealer))).resolves.toBeDefined();
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await expect(sealer.sign(await orderFor(sealer))).resolves.toBeDefined();
    expect(processes().filter((pid) => before.includes(pid))).toEqual([]);
  });

  test('that hangs is given up after its time and asked anew, and the office goes on meanwhile', async () => {
    const sealer = await open({ seconds: 1 });
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 20);
    for (const pid of processes()) process.kill(pid, 'SIGSTOP');
    await expect(sealer.sign(await orderFor(sealer))).resolves.toBeDefined();
    clearInterval(ticking);
    // Had nothing hung, or had the office hung with it, there would be next to none.
    expect(ticks).toBeGreaterThan(10);
  });

  test('signs fifty seals that come at once', async () => {
    const sealer = await open();
    const order = await orderFor(sealer);
    const signatures = await Promise.all(Array.from({ length: 50 }, () => sealer.sign(order)));
    expect(new Set(signatures.map((one) => Buffer.from(one).toString('hex'))).size).toBe(50);
  });

  test('is refused with a wrong PIN, and the PIN is not tried a second time by itself', async () => {
    const door = openPkcs11Door({ ...hsm.place, pin: '000000', seconds: 10, restSeconds: 0 });
    const first: unknown = await door.ask('find-key', { label: 'stadtsiegel' }).catch((error: unknown) => error);
    expect(first).toMatchObject({ code: 'pin', message: expect.stringContaining('does not take the PIN') });
    const started = processes();
    expect(await door.ask('find-key', { label: 'stadtsiegel' }).catch((error: unknown) => error)).toBe(first);
    expect(processes().filter((pid) => !started.includes(pid))).toEqual([]);
    door.close();
  });

  test('is held by a process that is told no password of the database, and its PIN neither there nor in its command', async () => {
    process.env.DATABASE_OWNER_URL = 'postgres://schalter_owner:geheim@db/schalter';
    const others = processes();
    await open();
    delete process.env.DATABASE_OWNER_URL;
    const started = processes().filter((pid) => !others.includes(pid));
    expect(started).toHaveLength(1);
    const told = started.map((pid) => commandOf(pid) + readIfThere(`/proc/${pid}/environ`)).join();
    expect(told).toContain('SOFTHSM2_CONF');
    for (const secret of ['geheim', pin]) expect(told).not.toContain(secret);
  });

  test.for<[string, Partial<Pkcs11SealerOptions>, string]>([
    ['whose label nobody has', { key: 'nobody' }, 'holds no private key with the label "nobody"'],
    ['in a token that is not there', { token: 'elsewhere' }, 'no token "elsewhere"'],
    ['behind a library that is none', { module: '/nowhere/hsm.so' }, 'cannot be loaded'],
    ['without its PIN', { pinFile: '' }, 'needs its PIN in a file'],
  ])('%s is refused when the office opens', async ([, wrong, reason]) => {
    await expect(openPkcs11Sealer({ ...options, ...wrong })).rejects.toThrow(reason);
  });

  test('that belongs to another certificate is refused when the office opens', async () => {
    const another = await hsm.makeKey('another', 'P-256');
    const certificateFile = files.certificateFile(files.pki.certify('Fremd', another, 'seal'), files.pki.issuing);
    const refused = openPkcs11Sealer({ ...options, certificateFile });
    await expect(refused).rejects.toThrow('None of the seal certificates belongs to the seal key');
  });

  test('that was made in it can be neither read nor taken out', async () => {
    const { openToken, findKey, bytesOf } = await import('./pkcs11-token.ts');
    const { default: pkcs11 } = await import('pkcs11js');
    const token = openToken({ ...hsm.place, pin });
    const { handle } = findKey(token, 'stadtsiegel');
    const read = (...types: number[]) =>
      token.library
        .C_GetAttributeValue(
          token.session,
          handle,
          types.map((type) => ({ type })),
        )
        .map(bytesOf);
    expect(read(pkcs11.CKA_SENSITIVE, pkcs11.CKA_EXTRACTABLE).map((bytes) => bytes[0])).toEqual([1, 0]);
    expect(() => read(pkcs11.CKA_VALUE)).toThrow('CKR_ATTRIBUTE_SENSITIVE');
    token.library.C_Finalize();
  });

  test.for<[string, number, string | undefined]>([
    ['an ordinary token', 0x40d, undefined],
    ['after a wrong try', 0x1040d, undefined],
    ['before its last try', 0x3040d, 'left to a person'],
    ['that is locked', 0x4040d, 'is locked'],
  ])('of %s: the PIN is used only while nothing can be locked by it', async ([, flags, reason]) => {
    const { refusePin } = await import('./pkcs11-token.ts');
    const used = () => refusePin(flags, 'Siegel');
    if (reason) expect(used).toThrow(reason);
    else expect(used).not.toThrow();
  });

  test('with the label of another is not made', async () => {
    await expect(hsm.makeKey('stadtsiegel', 'P-384')).rejects.toThrow('already holds a key');
  });
});

test('a hardware module nobody built the door to is refused with the command that builds it', () => {
  expect(() => refuseUnbuilt('/nowhere/pkcs11.node')).toThrow('"npm run pkcs11" builds once');
});

async function open(more: Partial<Pkcs11SealerOptions> = {}) {
  const sealer = await openPkcs11Sealer({ ...options, ...more });
  opened.push(sealer);
  return sealer;
}

/** The processes that hold a hardware module for this one, with the command line as the witness. */
function processes(): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && commandOf(pid).includes('pkcs11-process') && parentOf(pid) === process.pid);
}

const commandOf = (pid: number) => readIfThere(`/proc/${pid}/cmdline`);
const parentOf = (pid: number) => Number(/^PPid:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/status`))?.[1]);

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // The process ended in the meantime.
  }
}

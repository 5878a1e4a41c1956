import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { readSeal } from '../../../shared/printed-seal/seal.ts';
import { familyOfFour } from '../../../shared/services/anmeldung/examples.ts';
import { buildMeldebestaetigung } from '../../../shared/services/anmeldung/meldebestaetigung.ts';
import { registrationsOf } from '../../../shared/services/anmeldung/registrations.ts';
import { replaceAt } from '../../../shared/forms/paths.ts';
import type { Office } from '../../context.ts';
import type { PrintedSealer } from '../../ports/printed-sealer.ts';
import { printedSeals } from './printed-seals.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' });
const printedSealer: PrintedSealer = {
  signer: 'DEXY',
  certificateReference: '1F3A',
  housingNumbers: { 'alleinige Wohnung': 7, Hauptwohnung: 8, Nebenwohnung: 9 },
  sign: async (signed) => new Uint8Array(sign('sha256', signed, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
};
const about = {
  authority: { name: 'Stadt Leinfelden-Echterdingen', address: 'Marktplatz 1, 70771 Leinfelden-Echterdingen' },
  issuedOn: '2026-11-24',
  reportedOn: '2026-11-23',
};

/** As much of an office as a printed seal needs, and what it wrote into its log. */
function officeWith(sealer: PrintedSealer | undefined) {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const office = { log, printedSealer: sealer } as unknown as Office; // Nothing else of it is asked for.
  return { office, lines };
}
const sealed = async (register = familyOfFour, sealer: PrintedSealer | undefined = printedSealer) => {
  const { office, lines } = officeWith(sealer);
  const seals = await printedSeals(office, registrationsOf(register, about), about.issuedOn);
  const read = seals.map(({ barcode }) => (barcode.kind === 'data-matrix' ? readSeal(barcode.bytes) : undefined));
  return { seals, read, lines };
};

describe('the printed seals of a certificate', () => {
  test('are off unless the office has a key for them', async () => {
    const { office } = officeWith(undefined);
    expect(await printedSeals(office, registrationsOf(familyOfFour, about), about.issuedOn)).toEqual([]);
  });

  test('are one a person, signed by the key, and small enough for a barcode', async () => {
    const { seals, read } = await sealed();
    expect(seals.map(({ person, barcode }) => [person, barcode.name])).toEqual([
      [1, 'seal-1'],
      [2, 'seal-2'],
      [3, 'seal-3'],
      [4, 'seal-4'],
    ]);
    const key = createPublicKey(publicKey.export({ format: 'pem', type: 'spki' }));
    for (const seal of read) {
      if (!seal) throw new Error('not readable');
      expect(verify('sha256', seal.signed, { key, dsaEncoding: 'ieee-p1363' }, seal.signature)).toBe(true);
      expect(seal.header).toMatchObject({ signer: 'DEXY', certificateReference: '1F3A', issuedOn: '2026-11-24' });
      expect(seal.signed.length + seal.signature.length).toBeLessThan(300);
    }
  });

  test('R-050: say what the Meldebestätigung of the person says, and not one datum more', async () => {
    const { read } = await sealed();
    const { persons } = buildMeldebestaetigung(familyOfFour, about);
    for (const [at, seal] of read.entries()) {
      const person = persons[at];
      if (!seal || !person) throw new Error('not readable');
      const texts = seal.features
        .filter(({ tag }) => tag !== 0 && tag !== 14)
        .map(({ value }) => new TextDecoder().decode(value));
      const days = [person.einzugsOderAuszugsdatum, person.datumDerMeldung].map((day) => day.replaceAll('-', ''));
      const printed = [
        person.familienname,
        person.doktorgrad,
        person.vornamen,
        person.gebraeuchlicherVorname,
        person.geburtsdatum.split('-').toReversed().join('.'),
        ...days,
      ];
      const address = texts.filter((text) => !printed.includes(text));
      expect(address).toHaveLength(4);
      for (const part of address) expect(person.anschrift).toContain(part);
      expect(seal.features.find(({ tag }) => tag === 14)?.value).toEqual(Uint8Array.of(7));
    }
  });

  test('R-126: a person without a house number or with one name only gets none; the others keep theirs', async () => {
    const oneName = replaceAt(familyOfFour, 'persons.p2.familienname', undefined);
    const { seals, lines } = await sealed(oneName);
    expect(seals.map(({ person }) => person)).toEqual([1, 3, 4]);
    expect(lines.join('')).toContain('"missing":["SURNAME"]');
    const nowhere = replaceAt(familyOfFour, 'neueWohnung', {
      ...(familyOfFour['neueWohnung'] as object),
      houseNumber: '',
    });
    expect((await sealed(nowhere)).seals).toEqual([]);
  });

  test('that fail cost the seal and never the certificate, and the log names nobody', async () => {
    const broken = { ...printedSealer, sign: () => Promise.reject(new Error('not valid at this time')) };
    const { seals, lines } = await sealed(familyOfFour, broken);
    expect(seals).toEqual([]);
    expect(lines.join('')).toContain('the printed seal could not be made');
    expect(lines.join('')).not.toMatch(/Wójcik|Lindachstra/);
  });
});

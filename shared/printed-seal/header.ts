import type { Bytes } from '../base/bytes.ts';
import { type Day, isDay } from '../base/partial-date.ts';
import { decodeC40, encodeC40 } from './c40.ts';

/** Who sealed what kind of document, and when: the first part of a printed seal (ICAO Doc 9303-13, BSI TR-03137-1). */
export type Header = {
  /** Three characters, `D  ` for Germany. */
  issuingCountry: string;
  /** Two letters of the country and two of the signer, `DEZV`. */
  signer: string;
  /** The serial number of the signer's certificate, in hex with capital letters. */
  certificateReference: string;
  issuedOn: Day;
  signedOn: Day;
  /** What the seal is of: definition and category in one number, `0x01c8` for an administrative document. */
  documentType: number;
};

const magic = 0xdc;
/** Written 3, called version 4: the one whose certificate reference has a length of its own. */
const version = 0x03;

/** Throws a plain Error where a part has not the form described above. */
export function encodeHeader(header: Header): Bytes {
  const { issuingCountry, signer, certificateReference: reference, documentType } = header;
  if (!/^[ A-Z]{3}$/.test(issuingCountry) || !/^[A-Z]{4}$/.test(signer) || !/^[0-9A-F]{1,99}$/.test(reference))
    throw new Error('the header of a printed seal names country, signer and certificate');
  const length = String(reference.length).padStart(2, '0');
  return Uint8Array.from([
    magic,
    version,
    ...encodeC40(issuingCountry),
    ...encodeC40(signer + length + reference),
    ...encodeDay(header.issuedOn),
    ...encodeDay(header.signedOn),
    documentType >> 8,
    documentType & 0xff,
  ]);
}

/**
 * The header at the beginning of `bytes`, and how long it is; undefined where there is none. The length of the
 * certificate reference is a decimal number, as in the published Meldebescheinigung. Other writers put a hexadecimal
 * one there; it is tried where the decimal reading leaves no header behind it.
 */
export function decodeHeader(bytes: Uint8Array): { header: Header; length: number } | undefined {
  if (bytes[0] !== magic || bytes[1] !== version) return undefined;
  const [issuingCountry, signerAndLength] = [decodeC40(bytes.slice(2, 4)), decodeC40(bytes.slice(4, 8))];
  if (issuingCountry?.length !== 3 || signerAndLength?.length !== 6) return undefined;
  const [signer, digits] = [signerAndLength.slice(0, 4), signerAndLength.slice(4)];
  for (const radix of [10, 16]) {
    const found = decodeRest(bytes, Number.parseInt(digits, radix));
    if (found) return { header: { issuingCountry, signer, ...found.rest }, length: found.length };
  }
  return undefined;
}

function decodeRest(bytes: Uint8Array, letters: number) {
  if (!(letters > 0)) return undefined;
  const from = 8 + 2 * Math.ceil(letters / 3);
  const reference = decodeC40(bytes.slice(8, from));
  const [issuedOn, signedOn] = [decodeDay(bytes.slice(from, from + 3)), decodeDay(bytes.slice(from + 3, from + 6))];
  const [definition, category] = bytes.slice(from + 6, from + 8);
  if (reference?.length !== letters || !issuedOn || !signedOn || definition === undefined || category === undefined)
    return undefined;
  const rest = { certificateReference: reference, issuedOn, signedOn, documentType: definition * 256 + category };
  return { rest, length: from + 8 };
}

/** Month, day and year as one number of eight digits, in three bytes. */
function encodeDay(day: Day): readonly number[] {
  const [year = '', month = '', date = ''] = isDay(day) ? day.split('-') : [];
  const number = Number(month + date + year);
  if (number === 0) throw new Error('a printed seal is dated by whole days');
  return [number >> 16, (number >> 8) & 0xff, number & 0xff];
}

function decodeDay(bytes: Uint8Array): Day | undefined {
  if (bytes.length < 3) return undefined;
  const digits = String(bytes.reduce((sum, byte) => sum * 256 + byte, 0)).padStart(8, '0');
  const day = `${digits.slice(4)}-${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
  return isDay(day) ? day : undefined;
}

import type { Address } from './answers.ts';

/** How an address that nobody knows is written in the register: fixed keys, and no state (XMeld). */
export const unknownAddress: Address = {
  street: 'unbekannt',
  houseNumber: '',
  postcode: '99999',
  city: 'unbekannt',
  ags: '99999999',
};

export const isUnknownAddress = (address: Address): boolean => address.ags === unknownAddress.ags;

/** In Germany, or said to be nowhere else. */
export const isInGermany = (address: Address): boolean => address.state === undefined || address.state === '000';

/** The same house, however its town, its floor or the spaces and capitals are written. */
export const isSamePlace = (one: Address, other: Address): boolean =>
  (['street', 'houseNumber', 'postcode'] as const).every((part) => plain(one[part]) === plain(other[part])) &&
  isInGermany(one) === isInGermany(other);

const plain = (part: string): string =>
  part
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replace(/str(\.|a(ß|ss)e)$/, 'str');

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

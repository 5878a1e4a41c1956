import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * The key of the printed seal on certificates (BSI TR-03137-1), apart from that of the seal in the PDF: its certificate
 * comes from another authority and names another purpose.
 */
export type PrintedSealer = {
  /** Two letters of the country and two of the signer, as its certification authority gave them. */
  signer: string;
  /** The serial number of the certificate, in hex with capital letters. */
  certificateReference: string;
  /** The numbers that the office's profile gives the kinds of dwelling. No public text says them. */
  housingNumbers: Readonly<Record<'alleinige Wohnung' | 'Hauptwohnung' | 'Nebenwohnung', number>>;
  /**
   * ECDSA with the hash of the curve's length: r and s, one after the other, each as long as the curve's order. Throws
   * where the certificate is not valid at this time: then nothing is sealed.
   */
  sign(signed: Bytes): Promise<Bytes>;
};

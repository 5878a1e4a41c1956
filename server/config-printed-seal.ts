import type { ConfigReader } from './config.ts';

/**
 * The part of the configuration that says whether certificates carry a printed seal. Off by default: its
 * certificate, its signer's identifier and the numbers of the dwellings come from elsewhere, and nothing guesses them.
 */
export type PrintedSealConfig = {
  printedSeal: 'off' | 'pem';
  printed: {
    keyFile: string;
    certificateFile: string;
    passwordFile: string;
    signer: string;
    housingNumbers: Readonly<Record<'alleinige Wohnung' | 'Hauptwohnung' | 'Nebenwohnung', number>>;
  };
};

export function readPrintedSeal({ text, list, choice }: ConfigReader, wrong: string[]): PrintedSealConfig {
  const [sole = NaN, main = NaN, secondary = NaN, ...more] = list('PRINTED_SEAL_HOUSING').map(numberOf);
  const config: PrintedSealConfig = {
    printedSeal: choice('PRINTED_SEAL', ['off', 'pem']),
    printed: {
      keyFile: text('PRINTED_SEAL_KEY_FILE', ''),
      certificateFile: text('PRINTED_SEAL_CERTIFICATE_FILE', ''),
      passwordFile: text('PRINTED_SEAL_PASSWORD_FILE', ''),
      signer: text('PRINTED_SEAL_SIGNER', ''),
      housingNumbers: { 'alleinige Wohnung': sole, Hauptwohnung: main, Nebenwohnung: secondary },
    },
  };
  if (config.printedSeal === 'off') return config;
  const { keyFile, certificateFile, signer } = config.printed;
  if (!keyFile || !certificateFile)
    wrong.push('PRINTED_SEAL=pem needs PRINTED_SEAL_KEY_FILE and PRINTED_SEAL_CERTIFICATE_FILE.');
  if (!/^[A-Z]{4}$/.test(signer))
    wrong.push(`PRINTED_SEAL_SIGNER must be the four letters that the certificate's authority gave, not "${signer}".`);
  if (![sole, main, secondary].every(Number.isInteger) || more.length > 0 || new Set([sole, main, secondary]).size < 3)
    wrong.push(
      'PRINTED_SEAL_HOUSING must be the three numbers from 0 to 255 that the profile gives alleinige Wohnung, Hauptwohnung and Nebenwohnung, such as 7,8,9.',
    );
  return config;
}

const numberOf = (text: string): number => (/^\d{1,3}$/.test(text) && Number(text) <= 255 ? Number(text) : Number.NaN);

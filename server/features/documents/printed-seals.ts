import type { Day } from '../../../shared/base/partial-date.ts';
import { administrativeDocument, featuresOf } from '../../../shared/printed-seal/meldebescheinigung.ts';
import { writeSeal } from '../../../shared/printed-seal/seal.ts';
import type { SealedRegistration } from '../../../shared/services/anmeldung/registrations.ts';
import type { Office } from '../../context.ts';
import type { PrintedSealer } from '../../ports/printed-sealer.ts';
import type { Barcode } from '../../ports/typesetter.ts';

/** The barcode for a person of the certificate, who is the first, second, … on it. */
export type SealOfPerson = { person: number; barcode: Barcode };

/**
 * The printed seals of a certificate, where the office has switched them on. A person whose seal lacks what its
 * profile needs gets none, and a key that fails costs the seals and never the certificate: the seal that counts
 * is the one in the file.
 */
export async function printedSeals(
  office: Office,
  registrations: readonly SealedRegistration[],
  issuedOn: Day,
): Promise<readonly SealOfPerson[]> {
  const { printedSealer } = office;
  if (!printedSealer) return [];
  const sealed = await Promise.all(
    registrations.map(async (person, at) => {
      const bytes = await sealPerson(office, printedSealer, person, issuedOn);
      const name = `seal-${at + 1}`;
      return bytes && { person: at + 1, barcode: { name, kind: 'data-matrix', bytes } as const };
    }),
  );
  return sealed.filter((seal) => seal !== undefined);
}

async function sealPerson(office: Office, sealer: PrintedSealer, person: SealedRegistration, issuedOn: Day) {
  const { wohnung, ...rest } = person;
  const said = featuresOf({ ...rest, wohnungsstatus: sealer.housingNumbers[wohnung] });
  if ('wrong' in said) {
    office.log.warn({ missing: said.wrong }, 'a person gets no printed seal (R-126)');
    return undefined;
  }
  const { signer, certificateReference } = sealer;
  const header = {
    issuingCountry: 'D  ',
    signer,
    certificateReference,
    issuedOn,
    signedOn: issuedOn,
    documentType: administrativeDocument,
  };
  return writeSeal({ header, features: said.features }, (signed) => sealer.sign(signed)).catch((error: unknown) => {
    office.log.error({ err: error }, 'the printed seal could not be made');
    return undefined;
  });
}

import { isDay } from '../../base/partial-date.ts';
import type { Answers } from '../../forms/answers.ts';
import { addressAt, itemsAt, textAt } from '../../forms/paths.ts';
import {
  buildMeldebestaetigung,
  type GemeldetePerson,
  type MeldebestaetigungCircumstances,
} from './meldebestaetigung.ts';

/** What the printed seal of one person says: the data of the Meldebestätigung, the address in its parts. */
export type SealedRegistration = Pick<
  GemeldetePerson,
  'gebraeuchlicherVorname' | 'doktorgrad' | 'datumDerMeldung' | 'wohnung'
> & {
  familienname: string;
  vornamen: string;
  /** Missing where the whole day is not known. */
  geburtsdatum?: string;
  strasse: string;
  hausnummer: string;
  plz: string;
  ort: string;
  einzugsdatum: string;
};

/**
 * In the order of the persons on the Meldebestätigung, from the same entry. A name that somebody rightly has not is
 * empty here; whether a seal can do without it, R-126 says.
 */
export function registrationsOf(
  register: Answers,
  about: MeldebestaetigungCircumstances,
): readonly SealedRegistration[] {
  const home = addressAt(register, 'neueWohnung');
  const names = itemsAt(register, 'persons');
  return buildMeldebestaetigung(register, about).persons.map((person, at) => {
    const { gebraeuchlicherVorname, doktorgrad, geburtsdatum, einzugsOderAuszugsdatum, datumDerMeldung, wohnung } =
      person;
    const named = names[at];
    return {
      familienname: named ? textAt(named, 'familienname') : '',
      vornamen: named ? textAt(named, 'vornamen') : '',
      ...(gebraeuchlicherVorname === undefined ? {} : { gebraeuchlicherVorname }),
      ...(doktorgrad === undefined ? {} : { doktorgrad }),
      ...(isDay(geburtsdatum) ? { geburtsdatum } : {}),
      strasse: home?.street ?? '',
      hausnummer: home?.houseNumber ?? '',
      plz: home?.postcode ?? '',
      ort: home?.city ?? '',
      einzugsdatum: einzugsOderAuszugsdatum,
      datumDerMeldung,
      wohnung,
    };
  });
}

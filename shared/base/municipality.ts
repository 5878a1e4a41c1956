/**
 * What the form needs to know of a municipality: the place as it stands in an address, its postcodes and its
 * districts. Another office is another row.
 */
export type Municipality = {
  ags: string;
  city: string;
  postcodes: readonly string[];
  districts: readonly string[];
};

const municipalities: readonly Municipality[] = [
  {
    ags: '08116078',
    city: 'Leinfelden-Echterdingen',
    postcodes: ['70771'],
    districts: ['Echterdingen', 'Leinfelden', 'Musberg', 'Stetten'],
  },
];

export const municipalityOf = (ags: string): Municipality | undefined =>
  municipalities.find((municipality) => municipality.ags === ags);

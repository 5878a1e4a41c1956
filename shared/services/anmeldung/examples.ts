import type { Answers, Item } from '../../forms/answers.ts';
import type { Facts } from '../service.ts';

/**
 * Invented people for the demo office, the tests and the journeys. Nobody of this name lives at these places; names
 * carry the letters that registers must not lose.
 */

/** The day on which the examples are complete and in time. */
export const exampleFacts: Facts = { today: '2026-11-23', officeAgs: '08116078', entitlementAssured: true };

const aleksandra: Item = {
  id: 'p1',
  beziehung: 'self',
  familienname: 'Șerban-Wójcik',
  vornamen: 'Aleksandra Maria',
  gebraeuchlicherVorname: 'Aleksandra',
  geburtsname: 'Wójcik',
  familiennameDurch: 'ehe',
  doktorgrad: 'Dr.',
  geburtsdatum: '1987-04-16',
  geburtsort: 'Łódź',
  geburtsstaat: '152',
  geschlecht: 'w',
  staatsangehoerigkeiten: ['000', '152'],
  vertretung: 'none',
  religion: 'rk',
  familienstand: 'VH',
  eheDatum: '2014-06-27',
  eheOrt: 'Stuttgart',
  ehegatteDabei: true,
  hatKinderWoanders: false,
  ausweisdokumente: [
    {
      id: 'a1',
      art: 'PA',
      seriennummer: 'L9XKV3T47',
      behoerde: 'Landeshauptstadt Stuttgart',
      ausgestelltAm: '2021-03-08',
      gueltigBis: '2031-03-07',
    },
  ],
  widerspruchParteien: true,
  widerspruchJubilaeen: false,
};

const stefan: Item = {
  id: 'p2',
  beziehung: 'spouse',
  gleicheZuzugsdaten: true,
  familienname: 'Șerban-Wójcik',
  vornamen: 'Ștefan',
  geburtsname: 'Șerban',
  familiennameDurch: 'ehe',
  geburtsdatum: '1985-11-02',
  geburtsort: 'Timișoara',
  geburtsstaat: '154',
  geschlecht: 'm',
  staatsangehoerigkeiten: ['154'],
  vertretung: 'none',
  religion: '-',
  familienstand: 'VH',
  eheDatum: '2014-06-27',
  eheOrt: 'Stuttgart',
  ehegatteDabei: true,
  hatKinderWoanders: false,
  ausweisdokumente: [
    {
      id: 'a1',
      art: 'RP',
      seriennummer: '059417362',
      behoerde: 'Generalkonsulat von Rumänien Stuttgart',
      ausgestelltAm: '2020-09-14',
      gueltigBis: '2030-09-13',
    },
  ],
};

const child = { familienname: 'Șerban-Wójcik', beziehung: 'child', gleicheZuzugsdaten: true } as const;
const ofBoth = {
  vertretung: 'sorge',
  sorgeberechtigteWohnen: 'moving-in',
  nochNieGemeldet: false,
  familienstand: 'LD',
} as const;

const zoe: Item = {
  id: 'p3',
  ...child,
  vornamen: 'Zoë Łucja',
  gebraeuchlicherVorname: 'Zoë',
  geburtsdatum: '2016-02-29',
  geburtsort: 'Stuttgart',
  geburtsstaat: '000',
  geschlecht: 'w',
  staatsangehoerigkeiten: ['000', '152', '154'],
  religion: 'rk',
  ...ofBoth,
};

const matei: Item = {
  id: 'p4',
  ...child,
  vornamen: 'Matei Jakub',
  geburtsdatum: '2021-08-19',
  geburtsort: 'Stuttgart',
  geburtsstaat: '000',
  geschlecht: 'm',
  staatsangehoerigkeiten: ['000', '152', '154'],
  religion: '-',
  ...ofBoth,
};

const move = {
  rolle: 'self',
  einzugsdatum: '2026-11-14',
  neueWohnung: {
    street: 'Lindachstraße',
    houseNumber: '14',
    addition: '2. OG links',
    postcode: '70771',
    city: 'Leinfelden-Echterdingen',
    district: 'Leinfelden',
    ags: '08116078',
  },
  wohnungsstatus: 'alleinig',
  bleibtHoechstensSechsMonate: false,
  bisherigeWohnung: {
    street: 'Reinsburgstraße',
    houseNumber: '112 a',
    postcode: '70197',
    city: 'Stuttgart',
    ags: '08111000',
  },
  bisherigerStatus: 'alleinig',
  wirdBeibehalten: false,
  auszugsdatum: '2026-11-13',
  hatWeitereWohnungen: false,
} as const;

const landlord = {
  selbstEigentuemer: false,
  wohnungsgeber: {
    name: 'Gökçe Öztürk-Hägele',
    anschrift: {
      street: 'Filderbahnstraße',
      houseNumber: '5',
      postcode: '70771',
      city: 'Leinfelden-Echterdingen',
      district: 'Musberg',
    },
    istEigentuemer: true,
  },
  nachweis: 'paper',
  papier: { einzugsdatum: '2026-11-14', nenntAlle: true },
} as const;

/** Complete: two parents and two children, from Stuttgart to Leinfelden, one confirmation for all. */
export const familyOfFour: Answers = { ...move, ...landlord, persons: [aleksandra, stefan, zoe, matei] };

/** What the clerk knows before the tablet: the move and who comes, the rest is the citizen's. */
export const preparedFamily: Answers = {
  rolle: 'self',
  einzugsdatum: move.einzugsdatum,
  neueWohnung: move.neueWohnung,
  bisherigeWohnung: move.bisherigeWohnung,
  persons: [aleksandra, stefan, zoe, matei].map((person) => ({
    id: person.id,
    beziehung: person['beziehung'] ?? null,
    familienname: person['familienname'] ?? null,
    vornamen: person['vornamen'] ?? null,
    geburtsdatum: person['geburtsdatum'] ?? null,
  })),
};

/** Complete: one person alone into a dwelling of her own, with a secondary dwelling kept and one abroad. */
export const ownerWithTwoHomes: Answers = {
  ...move,
  wohnungsstatus: 'haupt',
  wirdBeibehalten: true,
  bisherigerStatusKuenftig: 'neben',
  auszugsdatum: null,
  hatWeitereWohnungen: true,
  weitereWohnungen: [
    {
      id: 'w1',
      anschrift: { street: 'Rua da Boavista', houseNumber: '71', postcode: '4050-107', city: 'Porto', state: '153' },
    },
  ],
  selbstEigentuemer: true,
  persons: [{ ...stefan, ...aloneAndAdult(), id: 'p1' }],
};

/** Complete, and awkward in every place where software breaks names and dates. */
export const awkwardPerson: Answers = {
  ...move,
  selbstEigentuemer: false,
  wohnungsgeber: landlord.wohnungsgeber,
  nachweis: 'refused',
  verweigertGrund: 'Der Vermieter ist seit Wochen nicht zu erreichen.',
  persons: [
    {
      ...stefan,
      ...aloneAndAdult(),
      id: 'p1',
      nameUnvollstaendig: 'no-family-name',
      familienname: null,
      vornamen: 'K͟hadīja-Thị Hương',
      geburtsdatum: '1958',
      geburtsort: 'Mazār-i Šarīf',
      geburtsstaat: '423',
      geschlecht: 'x',
      staatsangehoerigkeiten: ['997'],
      religion: 'oa',
      auskunftssperreWunsch: true,
    },
  ],
};

function aloneAndAdult(): Answers {
  return {
    beziehung: 'self',
    gleicheZuzugsdaten: null,
    geburtsname: null,
    familiennameDurch: null,
    familienstand: 'GS',
    eheDatum: null,
    eheOrt: null,
    ehegatteDabei: null,
    vertretung: 'none',
    sorgeberechtigteWohnen: null,
    nochNieGemeldet: null,
  };
}

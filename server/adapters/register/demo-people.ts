import type { Answers, Item } from '../../../shared/forms/answers.ts';
import { itemsAt } from '../../../shared/forms/paths.ts';
import { familyOfFour } from '../../../shared/services/anmeldung/examples.ts';
import type { DemoRecord } from './demo.ts';

/**
 * Whom the demo register knows: the family of the examples, as Stuttgart has it on record before the move, and a
 * couple of which one is protected by § 51 BMG. All invented.
 */
const registered = [
  'beziehung',
  'familienname',
  'vornamen',
  'gebraeuchlicherVorname',
  'geburtsname',
  'familiennameDurch',
  'doktorgrad',
  'geburtsdatum',
  'geburtsort',
  'geburtsstaat',
  'geschlecht',
  'staatsangehoerigkeiten',
  'religion',
  'familienstand',
  'eheDatum',
  'eheOrt',
  'ausweisdokumente',
];

/** What a register holds of a person: nothing about the move, no wishes, no objections. */
const onRecord = (person: Item): Item => ({
  ...Object.fromEntries(Object.entries(person).filter(([field]) => registered.includes(field))),
  id: person.id,
});

const stuttgart = { postcode: '70197', city: 'Stuttgart', ags: '08111000' } as const;

const family: Answers = {
  bisherigeWohnung: familyOfFour['bisherigeWohnung'],
  bisherigerStatus: 'alleinig',
  persons: itemsAt(familyOfFour, 'persons').map(onRecord),
};

const couple: Answers = {
  bisherigeWohnung: { street: 'Rotebühlstraße', houseNumber: '189 b', ...stuttgart },
  bisherigerStatus: 'alleinig',
  persons: [
    {
      id: 'p1',
      beziehung: 'self',
      familienname: 'Yıldız-Brůžek',
      vornamen: 'Deniz',
      geburtsdatum: '1991-01-30',
      geburtsort: 'Esslingen am Neckar',
      geburtsstaat: '000',
      geschlecht: 'd',
      staatsangehoerigkeiten: ['000'],
      religion: '-',
      familienstand: 'VH',
      eheDatum: '2019-05-11',
      eheOrt: 'Esslingen am Neckar',
    },
    {
      id: 'p2',
      // A threatened person: nothing of this may appear in anybody else's case.
      sperre: '51',
      beziehung: 'spouse',
      familienname: 'Yıldız-Brůžek',
      vornamen: 'Zdeňka',
      geburtsdatum: '1990-07-08',
      geburtsort: 'Plzeň',
      geburtsstaat: '164',
      geschlecht: 'w',
      staatsangehoerigkeiten: ['164'],
      religion: '-',
      familienstand: 'VH',
    },
  ],
};

export const demoPeople: readonly DemoRecord[] = [
  {
    key: 'demo-serban-wojcik',
    query: {
      familienname: 'Șerban-Wójcik',
      vornamen: 'Aleksandra Maria',
      geburtsdatum: '1987-04-16',
      letzteAnschrift: 'Reinsburgstraße 112 a, 70197 Stuttgart',
    },
    answers: family,
  },
  {
    key: 'demo-yildiz-bruzek',
    query: {
      familienname: 'Yıldız-Brůžek',
      vornamen: 'Deniz',
      geburtsdatum: '1991-01-30',
      letzteAnschrift: 'Rotebühlstraße 189 b, 70197 Stuttgart',
    },
    answers: couple,
  },
];

import type { Answers, Item } from '../../../shared/forms/answers.ts';
import { addressAt, itemsAt, textAt } from '../../../shared/forms/paths.ts';
import { showAddress } from '../../../shared/forms/show.ts';
import { familyOfFour } from '../../../shared/services/anmeldung/examples.ts';
import type { DemoRecord } from './demo.ts';

/**
 * Whom the demo register knows: the family of the examples, as Stuttgart has it on record before the move, a couple of
 * which one is protected by § 51 BMG, and some who live alone. All invented, with the letters that real names have.
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

const alone = { id: 'p1', beziehung: 'self', vertretung: 'none', staatsangehoerigkeiten: ['000'] } as const;
const german = { ...alone, geburtsstaat: '000' } as const;

const hannelore: Item = {
  ...german,
  familienname: 'Öchsle',
  vornamen: 'Hannelore Margarete',
  geburtsname: 'Weiß',
  familiennameDurch: 'ehe',
  geburtsdatum: '1941-07-08',
  geburtsort: 'Reutlingen',
  geschlecht: 'w',
  religion: 'ev',
  familienstand: 'VW',
};
const ngocAnh: Item = {
  ...alone,
  familienname: 'Trần',
  vornamen: 'Ngọc Ánh',
  geburtsdatum: '1998-01-25',
  geburtsort: 'Huế',
  geburtsstaat: '432',
  staatsangehoerigkeiten: ['432'],
  geschlecht: 'w',
  religion: '-',
  familienstand: 'LD',
};
const joerg: Item = {
  ...german,
  familienname: 'Müller',
  vornamen: 'Jörg',
  geburtsdatum: '1976-12-01',
  geburtsort: 'Esslingen am Neckar',
  geschlecht: 'm',
  religion: '-',
  familienstand: 'LD',
};

export const demoPeople: readonly DemoRecord[] = [
  record('demo-serban-wojcik', family),
  record('demo-yildiz-bruzek', couple),
  // The protected person herself is found by whoever has all her four facts.
  record('demo-yildiz-bruzek-z', { ...couple, persons: [{ ...personOf(couple, 'p2'), id: 'p1', beziehung: 'self' }] }),
  record('demo-oechsle', movingFrom(hannelore, 'Mozartstraße', '8')),
  record('demo-tran', movingFrom(ngocAnh, 'Mozartstraße', '8')),
  // Two whom the four facts do not tell apart: the register gives neither.
  record('demo-mueller-1', movingFrom(joerg, 'Silberburgstraße', '61')),
  record('demo-mueller-2', movingFrom(joerg, 'Silberburgstraße', '61')),
];

function movingFrom(person: Item, street: string, houseNumber: string): Answers {
  return { bisherigeWohnung: { street, houseNumber, ...stuttgart }, bisherigerStatus: 'alleinig', persons: [person] };
}

/** The four facts are those of the first person and of the dwelling the record knows. */
function record(key: string, answers: Answers): DemoRecord {
  const text = (field: string) => textAt(answers, `persons.p1.${field}`);
  const home = addressAt(answers, 'bisherigeWohnung');
  return {
    key,
    query: {
      familienname: text('familienname'),
      vornamen: text('vornamen'),
      geburtsdatum: text('geburtsdatum'),
      letzteAnschrift: home ? showAddress(home, 'de') : '',
    },
    answers,
  };
}

function personOf(answers: Answers, id: string): Answers {
  return itemsAt(answers, 'persons').find((person) => person.id === id) ?? {};
}

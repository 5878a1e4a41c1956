import { isSamePlace } from '../../forms/address.ts';
import type { Answers, Item } from '../../forms/answers.ts';
import type { Finding } from '../../forms/finding.ts';
import { addressAt, answerAt, itemsAt, textAt } from '../../forms/paths.ts';
import { ruleFinding } from './rule-finding.ts';

/** Children, parents and spouses: who must be registered at all (§ 17 Abs. 3), and where the main residence is (§ 22). */
export function familyRules(answers: Answers, person: Item, path: string): readonly Finding[] {
  return [...childRules(answers, person, path), ...marriageRules(answers, person, path)];
}

function childRules(answers: Answers, child: Item, path: string): readonly Finding[] {
  const parents = textAt(child, 'sorgeberechtigteWohnen');
  const isNewborn = answerAt(child, 'nochNieGemeldet') === true;
  const isBornHere = textAt(child, 'geburtsstaat') === '000';
  const isToldByStandesamt = isNewborn && isBornHere;
  const areParentsHere = parents === 'moving-in' || parents === 'living-here';
  const isAlone = itemsAt(answers, 'persons').length === 1;
  const isBetweenHomes = parents === 'one-here' && textAt(answers, 'wohnungsstatus') !== 'alleinig';
  return [
    ...(isToldByStandesamt && areParentsHere ? [ruleFinding('newborn-with-parents', `${path}.nochNieGemeldet`)] : []),
    ...(isToldByStandesamt && parents === 'one-here'
      ? [ruleFinding('newborn-with-one-parent', `${path}.nochNieGemeldet`)]
      : []),
    ...(parents === 'moving-in' && isAlone && !isNewborn
      ? [ruleFinding('relative-not-in-form', `${path}.sorgeberechtigteWohnen`)]
      : []),
    ...(parents === 'elsewhere' ? [ruleFinding('child-with-householder', `${path}.sorgeberechtigteWohnen`)] : []),
    ...(isBetweenHomes ? [ruleFinding('child-between-homes', `${path}.sorgeberechtigteWohnen`)] : []),
  ];
}

function marriageRules(answers: Answers, person: Item, path: string): readonly Finding[] {
  const isMarried = ['VH', 'LP'].includes(textAt(person, 'familienstand'));
  if (!isMarried) return [];
  const [home, spousesHome] = [addressAt(answers, 'neueWohnung'), addressAt(person, 'ehegatte.anschrift')];
  // Who does not move along now may live there already: then the family lives here.
  const isHereAlready = home !== undefined && spousesHome !== undefined && isSamePlace(home, spousesHome);
  const livesElsewhere = answerAt(person, 'ehegatteDabei') === false && !isHereAlready;
  const isMissing = answerAt(person, 'ehegatteDabei') === true && itemsAt(answers, 'persons').length === 1;
  const isTogether = answerAt(person, 'ehegatte.dauerndGetrennt') === false;
  return [
    ...(textAt(person, 'eheDatum') === '' ? [ruleFinding('marriage-date-missing', `${path}.eheDatum`)] : []),
    ...(isMissing ? [ruleFinding('relative-not-in-form', `${path}.ehegatteDabei`)] : []),
    ...(livesElsewhere && isTogether && textAt(answers, 'wohnungsstatus') === 'haupt'
      ? [ruleFinding('family-home-elsewhere', 'wohnungsstatus')]
      : []),
  ];
}

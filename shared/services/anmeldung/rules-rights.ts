import type { Answers } from '../../forms/answers.ts';
import type { Finding } from '../../forms/finding.ts';
import { answerAt, itemsAt, textAt } from '../../forms/paths.ts';
import type { Facts } from '../service.ts';
import { decidesForThemselves } from './people.ts';
import { ruleFinding } from './rule-finding.ts';

/** Objections (§§ 42, 50 BMG): whom they help, and who may say them. */
export function objectionRules(answers: Answers, { today }: Facts): readonly Finding[] {
  const persons = itemsAt(answers, 'persons');
  return persons.flatMap((person, at) => {
    const path = `persons.${person.id}.widerspruchReligion`;
    const others = persons.filter(({ id }) => id !== person.id).map((other) => textAt(other, 'religion'));
    const isPointless =
      answerAt(person, 'widerspruchReligion') === true &&
      others.length > 0 &&
      others.every((religion) => religion === '-' || (religion !== '' && religion === textAt(person, 'religion'))) &&
      answerAt(person, 'ehegatteDabei') !== false;
    return [
      ...(isPointless ? [ruleFinding('objection-same-religion', path)] : []),
      ...(at > 0 && decidesForThemselves(person, today)
        ? [ruleFinding('objection-of-other-adult', `persons.${person.id}`)]
        : []),
    ];
  });
}

/** Objections of old forms and old registers that the law no longer has (§§ 36, 50 BMG). They are told and dropped. */
export function abolishedObjections(answers: Answers): readonly Finding[] {
  return itemsAt(answers, 'persons').flatMap((person) => [
    ...(answerAt(person, 'widerspruchBundeswehr') === true
      ? [ruleFinding('objection-bundeswehr-gone', `persons.${person.id}`)]
      : []),
    ...(answerAt(person, 'widerspruchAdressbuch') === true
      ? [ruleFinding('objection-address-books-gone', `persons.${person.id}`)]
      : []),
  ]);
}

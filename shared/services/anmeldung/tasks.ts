import { werktageAfter } from '../../base/calendar.ts';
import type { Day } from '../../base/partial-date.ts';
import type { Answers } from '../../forms/answers.ts';
import { askedAnswers } from '../../forms/asked.ts';
import { answerAt, itemsAt, textAt } from '../../forms/paths.ts';
import type { DueTask, Task } from '../service.ts';
import { definition } from './definition.ts';

/**
 * What the office has to do because of an Anmeldung. The wish for a lock is only a wish here: its reason is told to
 * the clerk alone and never typed into this form (§ 51 BMG).
 */
export function tasksOf(answers: Answers): readonly Task[] {
  const asked = askedAnswers(definition, answers);
  const wishes = itemsAt(asked, 'persons').filter((person) => answerAt(person, 'auskunftssperreWunsch') === true);
  const refused: readonly Task[] =
    textAt(asked, 'nachweis') === 'refused'
      ? [{ kind: 'wohnungsgeber-refused', path: 'nachweis', basis: '§ 19 Abs. 2 BMG' }]
      : [];
  return [
    ...wishes.map(({ id }): Task => ({
      kind: 'auskunftssperre',
      path: `persons.${id}.auskunftssperreWunsch`,
      basis: '§ 51 BMG',
    })),
    ...refused,
    ...(answerAt(asked, 'papier.nenntAlle') === false
      ? [{ kind: 'wohnungsgeber-check', path: 'papier.nenntAlle', basis: '§ 19 Abs. 3 BMG' } as const]
      : []),
  ];
}

/**
 * What is due once the register has the entry: word to the office of the last dwelling within three Werktage
 * (§ 33 Abs. 1 BMG, R-048). Saturday is counted as a Werktag, which is the stricter reading.
 */
export const tasksAfterEntry = (enteredOn: Day): readonly DueTask[] => [
  { kind: 'rueckmeldung', path: '', basis: '§ 33 Abs. 1 BMG', due: werktageAfter(enteredOn, 3) },
];

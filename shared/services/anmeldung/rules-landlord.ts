import { isDay } from '../../base/partial-date.ts';
import type { Answers } from '../../forms/answers.ts';
import type { Finding } from '../../forms/finding.ts';
import { answerAt, textAt } from '../../forms/paths.ts';
import { showDate } from '../../forms/show.ts';
import { ruleFinding } from './rule-finding.ts';

/** The confirmation of the Wohnungsgeber (§ 19 BMG): shown, referred to, refused, or not needed. */
export function landlordRules(answers: Answers): readonly Finding[] {
  if (answerAt(answers, 'selbstEigentuemer') === true) return [ruleFinding('own-home-declared', 'selbstEigentuemer')];
  if (answerAt(answers, 'selbstEigentuemer') !== false) return [];
  const isOwnerUnnamed =
    answerAt(answers, 'wohnungsgeber.istEigentuemer') === false && textAt(answers, 'wohnungsgeber.eigentuemer') === '';
  return [
    ...(isOwnerUnnamed ? [ruleFinding('owner-missing', 'wohnungsgeber.eigentuemer')] : []),
    ...proofRules(answers),
  ];
}

function proofRules(answers: Answers): readonly Finding[] {
  switch (textAt(answers, 'nachweis')) {
    case '':
      return [ruleFinding('landlord-proof-missing', 'nachweis')];
    case 'refused':
      return [ruleFinding('landlord-refused', 'nachweis')];
    case 'paper':
      return paperRules(answers);
    default:
      return [];
  }
}

function paperRules(answers: Answers): readonly Finding[] {
  const [onPaper, movedIn] = [textAt(answers, 'papier.einzugsdatum'), textAt(answers, 'einzugsdatum')];
  const wasLookedAt = answerAt(answers, 'papier.nenntAlle') !== undefined;
  return [
    ...(onPaper === '' && wasLookedAt ? [ruleFinding('proof-without-date', 'papier.einzugsdatum')] : []),
    ...(isDay(onPaper) && isDay(movedIn) && onPaper !== movedIn
      ? [ruleFinding('proof-date-differs', 'papier.einzugsdatum', { day: showDate(onPaper, 'de') })]
      : []),
    ...(answerAt(answers, 'papier.nenntAlle') === false
      ? [ruleFinding('proof-names-missing', 'papier.nenntAlle')]
      : []),
  ];
}

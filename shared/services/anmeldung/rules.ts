import type { Answers } from '../../forms/answers.ts';
import { askedAnswers } from '../../forms/asked.ts';
import type { Finding } from '../../forms/finding.ts';
import type { Facts } from '../service.ts';
import { definition } from './definition.ts';
import { homeRules } from './rules-home.ts';
import { landlordRules } from './rules-landlord.ts';
import { personRules } from './rules-persons.ts';
import { abolishedObjections } from './rules-rights.ts';

/**
 * The law of the Anmeldung, rule by rule. Every rule gets only what is asked, so that what a changed mind left
 * behind raises nothing; the objections that no longer exist are looked for in everything that came in.
 */
export function anmeldungFindings(answers: Answers, facts: Facts): readonly Finding[] {
  const asked = askedAnswers(definition, answers);
  return [
    ...homeRules(asked, facts),
    ...personRules(asked, facts),
    ...landlordRules(asked),
    ...abolishedObjections(answers),
  ];
}

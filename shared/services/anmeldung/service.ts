import { isDay } from '../../base/partial-date.ts';
import { checkFields } from '../../forms/checks.ts';
import { inFormOrder } from '../../forms/finding-order.ts';
import { fieldFindingText, fillText } from '../../forms/finding-texts.ts';
import { itemsAt, textAt } from '../../forms/paths.ts';
import type { Service } from '../service.ts';
import { awaitedProof } from './awaited-proof.ts';
import { definition } from './definition.ts';
import { buildMeldebestaetigung } from './meldebestaetigung.ts';
import { birthDateOf, nameOf, needsEntitlement, personsOf, signerSuggestions, withoutRelatives } from './people.ts';
import { emptyAnswers, fromRegister, registerQuery } from './register.ts';
import { registrationsOf } from './registrations.ts';
import { isRuleCode, ruleEntries } from './rule-finding.ts';
import { registrationDeadline } from './rules-home.ts';
import { anmeldungFindings } from './rules.ts';
import { tasksAfterEntry, tasksOf } from './tasks.ts';
import { texts } from './texts.ts';

/** The Anmeldung as the catalogue offers it. */
export const anmeldung: Service = {
  definition,
  texts,
  findings(answers, facts) {
    const rules = anmeldungFindings(answers, facts);
    const spoken = new Set(rules.filter(({ severity }) => severity === 'error').map(({ path }) => path));
    // Where a rule says why something is needed, the plain "please fill in" is left out.
    const fields = checkFields(definition, answers).filter(
      ({ code, path }) => !code.startsWith('required') || !spoken.has(path),
    );
    return inFormOrder(definition, answers, [...fields, ...rules]);
  },
  findingText: (finding, locale) =>
    isRuleCode(finding.code)
      ? fillText(ruleEntries[finding.code].text[locale], finding.values)
      : (fieldFindingText(finding, locale) ?? finding.code),
  emptyAnswers,
  fromRegister,
  registerQuery,
  personsOf,
  firstPersonName(answers) {
    const first = itemsAt(answers, 'persons')[0];
    return first ? nameOf(first) : '';
  },
  birthDateOf,
  identifiedPersons: personsOf,
  signerSuggestions,
  needsEntitlement,
  withoutRelatives,
  deadlineOf(answers) {
    const movedIn = textAt(answers, 'einzugsdatum');
    return isDay(movedIn) ? registrationDeadline(movedIn) : undefined;
  },
  awaitedProof,
  tasksOf,
  tasksAfterEntry,
  certificate: buildMeldebestaetigung,
  registrations: registrationsOf,
};

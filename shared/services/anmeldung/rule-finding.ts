import type { Locale } from '../../base/locale.ts';
import type { Finding } from '../../forms/finding.ts';
import { homeFindings } from './findings-home.ts';
import { landlordFindings } from './findings-landlord.ts';
import { personFindings } from './findings-persons.ts';

/**
 * Every finding the rules of the Anmeldung can produce: rule, paragraph, severity and its text in every language.
 * A code without one of them does not compile. `{name}` stands for a value of the finding.
 */
export type RuleEntry = {
  severity: Finding['severity'];
  rule?: string;
  basis?: string;
  only?: 'clerk' | 'citizen';
  text: Readonly<Record<Locale, string>>;
};

export const ruleEntries = { ...homeFindings, ...personFindings, ...landlordFindings };
export type RuleCode = keyof typeof ruleEntries;

/** A finding of a rule at a path, with everything its entry says about it. */
export function ruleFinding(code: RuleCode, path: string, values?: Readonly<Record<string, string>>): Finding {
  const { severity, rule, basis, only }: RuleEntry = ruleEntries[code];
  return {
    path,
    severity,
    code,
    ...(values && { values }),
    ...(rule !== undefined && { rule }),
    ...(basis !== undefined && { basis }),
    ...(only && { only }),
  };
}

export const isRuleCode = (code: string): code is RuleCode => Object.hasOwn(ruleEntries, code);

import type { Locale } from '../base/locale.ts';
import type { Address, Answers } from '../forms/answers.ts';
import { type AskedSection, askedAnswers, askedLeaves, askedSections, leafLabel } from '../forms/asked.ts';
import { holds, isGiven } from '../forms/conditions.ts';
import type { Clause, ServiceDefinition } from '../forms/definition.ts';
import { showAnswer } from '../forms/show.ts';
import { type Texts, textOf } from '../forms/texts.ts';
import { canonical } from './canonical.ts';
import type { Declaration, DeclaredClause, DeclaredEntry, DeclaredSection, T } from './declaration.ts';

/** What a declaration says beside the answers: who, where, in which case, under which rules. */
export type Circumstances = Pick<
  Declaration,
  | 'salt'
  | 'definitionHash'
  | 'authority'
  | 'caseId'
  | 'revision'
  | 'number'
  | 'channel'
  | 'policy'
  | 'identification'
  | 'assistance'
  | 'locale'
  | 'signers'
>;

/**
 * The declaration for these answers. Pure: tablet and server run the same function and must come to the same hash.
 * What was not asked or not answered is not declared.
 */
export function buildDeclaration(
  service: { definition: ServiceDefinition; texts: Texts },
  answers: Answers,
  circumstances: Circumstances,
): Declaration {
  const { definition, texts } = service;
  const write = writerOf(texts, circumstances.locale);
  const declared = askedAnswers(definition, answers);
  const clauses = (kind: 'statements' | 'notices', list: readonly Clause[]): DeclaredClause[] =>
    list
      .filter((clause) => holds(clause.when, declared))
      .map(({ id, text, basis }) => ({
        id,
        text: write((locale) => textOf(texts, locale, `${kind}.${id}`, text)),
        basis,
      }));
  return {
    schema: 'schalter/declaration@1',
    ...circumstances,
    service: definition.id,
    serviceVersion: definition.version,
    title: write((locale) => textOf(texts, locale, 'title', definition.title)),
    basis: definition.basis,
    form: { basis: definition.form.basis },
    sections: askedSections(definition, answers)
      .map((section) => declareSection(section, texts, write))
      .filter((section) => section.entries.length > 0),
    statements: clauses('statements', definition.statements),
    notices: clauses('notices', definition.notices),
  };
}

type Writer = (text: (locale: Locale) => string) => T;

/** A second line only where it says something else than the German one, such as not for names and numbers. */
function writerOf(texts: Texts, second: Declaration['locale']): Writer {
  return (text) => {
    const de = text('de');
    const shown = second === null || !(second in texts) ? de : text(second);
    return shown === de ? { de } : { de, shown };
  };
}

function declareSection(asked: AskedSection, texts: Texts, write: Writer): DeclaredSection {
  const { section, number } = asked;
  const entries = askedLeaves(asked)
    .filter((leaf) => isGiven(leaf.value))
    .map((leaf): DeclaredEntry => ({
      id: leaf.path,
      label: write((locale) => leafLabel(leaf, texts, locale)),
      shown: write((locale) => showAnswer(leaf, texts, locale)),
      value: machineValue(leaf.value),
    }));
  const title = (locale: Locale) => {
    const text = textOf(texts, locale, `${section.id}.title`, section.title);
    return number === undefined ? text : `${text} ${number}`;
  };
  return { id: asked.id, title: write(title), entries };
}

/** Lists of codes and addresses are one text of canonical JSON, so that a value is always a string, number or boolean. */
function machineValue(value: Answers[string] | Address): string | number | boolean {
  if (typeof value === 'object') return canonical(value);
  if (value === undefined) throw new Error('only what was answered is declared');
  return value;
}

import type { Answers, Path } from '../../../../shared/forms/answers.ts';
import { type AskedField, type AskedSection, askedSections } from '../../../../shared/forms/asked.ts';
import type { ServiceDefinition } from '../../../../shared/forms/definition.ts';
import type { Finding } from '../../../../shared/forms/finding.ts';
import type { Texts } from '../../../../shared/forms/texts.ts';
import { wordsOf } from '../../../kit/form/form-context.ts';
import { isFor } from '../../../kit/form/findings.ts';
import type { Text } from '../../../kit/i18n/text.ts';

/** The steps a citizen goes through: one section a screen, those with nothing for him left out. */
export const stepsOf = (definition: ServiceDefinition, answers: Answers): readonly AskedSection[] =>
  askedSections(definition, answers).filter((section) => section.fields.some(({ field }) => field.by !== 'clerk'));

/** `Person 2`, in every language. */
export function titleOf(section: AskedSection, texts: Texts): Text {
  const title = wordsOf(texts, `${section.section.id}.title`, section.section.title);
  const { number } = section;
  if (number === undefined) return title;
  return { de: `${title.de} ${number}`, plain: `${title.plain} ${number}`, en: `${title.en} ${number}` };
}

/** What keeps the citizen on a step: errors he is told, at fields he fills in himself. */
export function errorsIn(section: AskedSection, findings: readonly Finding[]): readonly Finding[] {
  const paths = fieldsOf(section.fields).map((asked) => asked.path);
  return findings.filter(
    (finding) => isError(finding) && paths.some((path) => finding.path === path || finding.path.startsWith(`${path}.`)),
  );
}

export const isError = (finding: Finding): boolean => finding.severity === 'error' && isFor(finding, 'citizen');

/** Errors in fields that only the office can fill in, or in none at all: for these he has to speak to the desk. */
export function errorsForOffice(sections: readonly AskedSection[], findings: readonly Finding[]): readonly Finding[] {
  const own = new Set(sections.flatMap((section) => errorsIn(section, findings)));
  return findings.filter((finding) => isError(finding) && !own.has(finding));
}

/** Where to go on when the step one was on is no longer asked: the next one that still is. */
export function nearestStep(steps: readonly AskedSection[], before: readonly string[], wanted: string): number {
  const at = steps.findIndex(({ id }) => id === wanted);
  if (at >= 0) return at;
  const following = before.slice(before.indexOf(wanted) + 1);
  const next = steps.findIndex(({ id }) => following.includes(id));
  return next >= 0 ? next : Math.max(0, steps.length - 1);
}

/** The fields of a section a citizen fills in, those inside groups and lists too. */
function fieldsOf(fields: readonly AskedField[]): readonly AskedField[] {
  return fields
    .filter(({ field }) => field.by !== 'clerk')
    .flatMap((asked) => [asked, ...fieldsOf(asked.fields), ...asked.items.flatMap((item) => fieldsOf(item.fields))]);
}

/** The step a field stands on. */
export const stepOfPath = (steps: readonly AskedSection[], path: Path): AskedSection | undefined =>
  steps.find((section) =>
    fieldsOf(section.fields).some((asked) => path === asked.path || path.startsWith(`${asked.path}.`)),
  );

import type { Answers, Path } from '../../../../shared/forms/answers.ts';
import { type AskedField, type AskedSection, askedSections } from '../../../../shared/forms/asked.ts';
import { isGiven } from '../../../../shared/forms/conditions.ts';
import type { Section } from '../../../../shared/forms/definition.ts';
import type { Finding } from '../../../../shared/forms/finding.ts';
import type { Texts } from '../../../../shared/forms/texts.ts';
import type { Service } from '../../../../shared/services/service.ts';
import { findingsWithin, isFor } from '../../../kit/form/findings.ts';
import { wordsOf } from '../../../kit/form/form-context.ts';
import type { Text } from '../../../kit/i18n/text.ts';
import { text } from './text.ts';

/**
 * One screen of the form, one thought: a section, or everything voluntary about one person. A family goes through it
 * person by person.
 */
export type Step = {
  /** The id of its first section. */
  id: string;
  /** `Person 2`, `Familie von Person 2`; it names nobody. */
  title: Text;
  /** Whom it is about, as far as it is known; otherwise empty. */
  name: string;
  sections: readonly AskedSection[];
};

/** The steps a citizen goes through; sections with nothing for him are left out. */
export function stepsOf(service: Pick<Service, 'definition' | 'texts' | 'personsOf'>, answers: Answers): Step[] {
  const names = new Map(service.personsOf(answers).map(({ id, name }) => [id, name]));
  const steps: Step[] = [];
  for (const section of askedSections(service.definition, answers)) {
    if (!section.fields.some(({ field }) => field.by !== 'clerk')) continue;
    const last = steps.at(-1);
    if (last?.sections[0] && isAboutSame(last.sections[0], section))
      steps.splice(-1, 1, {
        ...last,
        title: text.voluntaryOf(section.number ?? 0),
        sections: [...last.sections, section],
      });
    else
      steps.push({
        id: section.id,
        title: titleOf(section, service.texts),
        name: names.get(section.item?.id ?? '') ?? '',
        sections: [section],
      });
  }
  return steps;
}

/** What may be left empty about one person stands together; it is short, because it is folded. */
const isAboutSame = (one: AskedSection, other: AskedSection): boolean =>
  one.item !== undefined &&
  one.section.each === other.section.each &&
  one.item.id === other.item?.id &&
  isVoluntary(one.section) &&
  isVoluntary(other.section);

/** Sections on the way in which nothing was filled in and nothing had to be: the review has no card for them. */
export const leftEmpty = (steps: readonly Step[]): readonly AskedSection[] =>
  steps.flatMap(({ sections }) => sections).filter((section) => isVoluntary(section.section) && isEmpty(section));

const isEmpty = ({ fields }: AskedSection): boolean =>
  fields.every(({ field, value }) => field.by === 'clerk' || !isGiven(value));

/** `Familie von Person 2`, in every language. */
export function titleOf(section: AskedSection, texts: Texts): Text {
  const title = wordsOf(texts, `${section.section.id}.title`, section.section.title);
  const { number } = section;
  if (number === undefined) return title;
  return { de: `${title.de} ${number}`, plain: `${title.plain} ${number}`, en: `${title.en} ${number}` };
}

/** `Person 2: Ștefan Șerban`: what stands over the step. */
export const headingOf = ({ title, name }: Step): Text =>
  name === '' ? title : { de: `${title.de}: ${name}`, plain: `${title.plain}: ${name}`, en: `${title.en}: ${name}` };

/** Whoever leaves all of it empty has done everything. */
export const isVoluntary = ({ fields }: Section): boolean =>
  fields.every((field) => field.by === 'clerk' || field.optional === true);

/** Nothing is filled in and nothing is to be said about it. */
export const isOnlyOffered = ({ fields }: AskedSection, findings: readonly Finding[]): boolean =>
  fields.every(
    ({ field, value, path }) =>
      field.by === 'clerk' ||
      (!isGiven(value) && !findingsWithin(findings, path).some((finding) => isFor(finding, 'citizen'))),
  );

/** What keeps the citizen on a step: errors he is told, at fields he fills in himself. */
export function errorsIn({ sections }: Pick<Step, 'sections'>, findings: readonly Finding[]): readonly Finding[] {
  const paths = pathsOf(sections);
  return findings.filter((finding) => isError(finding) && paths.some((path) => isWithin(path, finding.path)));
}

export const isError = (finding: Finding): boolean => finding.severity === 'error' && isFor(finding, 'citizen');

/** Errors only the office can mend: in its own fields, in none at all, or such as only the clerk is told. */
export function errorsForOffice(steps: readonly Step[], findings: readonly Finding[]): readonly Finding[] {
  const own = new Set(steps.flatMap((step) => errorsIn(step, findings)));
  return findings.filter((finding) => finding.severity === 'error' && !own.has(finding));
}

/** Where to go on when the step one was on is no longer asked: the next one that still is. */
export function nearestStep(steps: readonly Step[], before: readonly string[], wanted: string): number {
  const at = steps.findIndex(({ id }) => id === wanted);
  if (at >= 0) return at;
  const following = before.slice(before.indexOf(wanted) + 1);
  const next = steps.findIndex(({ id }) => following.includes(id));
  return next >= 0 ? next : Math.max(0, steps.length - 1);
}

/** Several sections in one step are folded, each under its own title. */
export const isFolded = ({ sections }: Pick<Step, 'sections'>): boolean => sections.length > 1;

/** The step a field stands on. */
export const stepOfPath = (steps: readonly Step[], path: Path): Step | undefined =>
  steps.find(({ sections }) => pathsOf(sections).some((own) => isWithin(own, path)));

/** The step a section stands on. */
export const stepOfSection = (steps: readonly Step[], sectionId: string): Step | undefined =>
  steps.find(({ sections }) => sections.some(({ id }) => id === sectionId));

const pathsOf = (sections: readonly AskedSection[]): readonly Path[] =>
  sections.flatMap(({ fields }) => fieldsOf(fields)).map(({ path }) => path);

const isWithin = (own: Path, path: Path): boolean => path === own || path.startsWith(`${own}.`);

/** The fields of a section a citizen fills in, those inside groups and lists too. */
function fieldsOf(fields: readonly AskedField[]): readonly AskedField[] {
  return fields
    .filter(({ field }) => field.by !== 'clerk')
    .flatMap((asked) => [asked, ...fieldsOf(asked.fields), ...asked.items.flatMap((item) => fieldsOf(item.fields))]);
}
